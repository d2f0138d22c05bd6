"""Sentences about answers of the real model: every kind of question, no key left unsaid."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from yokame.forecast import Answer, Contact, ContactBy, Model, Question
from yokame.promise import read_promise
from yokame.reports import Policy, Stage, Track
from yokame.wording import (
    Language,
    answer_json,
    say_chance,
    say_deadline,
    say_prior,
    say_word,
)

HELD = date(2026, 11, 13)
RAW = re.compile(r"[a-z]+_[a-z_]+|[{}]|None")


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.from_priors()


@pytest.fixture(scope="module")
def answers(model: Model) -> list[Answer]:
    """Every track and stage, on days before and long after, with and without what can be said."""
    plain = [
        Question(stage, HELD, HELD + timedelta(days), track=track)
        for stage, track, days in product(Stage, Track, (0, 6, 7, 11, 60))
    ]
    told = [
        replace(
            question,
            promise=read_promise("合格者のみ1週間以内に連絡します", held=HELD),
            size=2000,
            signals=("firm_sells_itself", "feedback_given", "smiles_good_mood"),
        )
        for question in plain
    ]
    others = [
        replace(question, policy=Policy.EVERYONE, via_agent=True, size=80) for question in plain
    ]
    called = [replace(question, contact=Contact(ContactBy.PHONE, HELD)) for question in plain]
    mailed = [replace(question, contact=Contact(ContactBy.MAIL, HELD)) for question in plain]
    asked = [replace(question, asked=(question.today,)) for question in plain]
    return [model.answer(question) for question in plain + told + others + called + mailed + asked]


@pytest.mark.parametrize("lang", Language)
def test_every_prior_of_every_answer_has_a_name(answers: list[Answer], lang: Language) -> None:
    names = {prior.name for answer in answers for prior in answer.basis.priors}

    assert len(names) >= 50
    assert [name for name in names if RAW.search(say_prior(name, lang))] == []


@pytest.mark.parametrize("lang", Language)
def test_no_sentence_shows_a_key_or_an_empty_place(answers: list[Answer], lang: Language) -> None:
    for answer in answers:
        said: dict[str, Any] = answer_json(answer, lang)
        sentences = [
            say_chance(answer, lang),
            say_word(answer, lang),
            *say_deadline(answer.deadline, lang),
            said["advice"]["why"],
            *said["advice"]["changes_if"],
            *(step["note"] for step in said["evidence"]),
        ]

        assert [sentence for sentence in sentences if RAW.search(sentence)] == []


def test_the_figure_of_the_article_is_nobodys_chance(answers: list[Answer]) -> None:
    """67 % of one article may stand in the basis, and nowhere else."""
    for answer in answers[::7]:
        said = answer_json(answer, Language.JA)
        said.pop("basis")

        assert "67%" not in str(said)
        assert "67％" not in str(said)
        assert "career-xpert" not in str(said)
