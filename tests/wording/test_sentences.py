"""The two languages say the same things, and nothing that people meet is without a text."""

import string
from enum import StrEnum

import pytest

from yokame.forecast import Action, Change, EvidenceSource, QuestionError, State, Why
from yokame.priors import read_priors
from yokame.promise import Reason
from yokame.wording import Language, say_error, say_prior, say_signal, signal_groups
from yokame.wording.labels import LABELLED, label
from yokame.wording.sentences import all_texts, has_text

JA, EN = Language.JA, Language.EN


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_keys_in_the_same_order() -> None:
    assert list(all_texts(JA)) == list(all_texts(EN))


@pytest.mark.parametrize("key", all_texts(JA))
def test_a_sentence_has_the_same_placeholders_in_both_languages(key: str) -> None:
    ja, en = all_texts(JA)[key], all_texts(EN)[key]

    assert placeholders(ja) == placeholders(en)


@pytest.mark.parametrize("lang", Language)
def test_no_sentence_is_empty_or_has_stray_spaces(lang: Language) -> None:
    for key, sentence in all_texts(lang).items():
        if not key.endswith((".separator", ".and")):
            assert sentence == sentence.strip() != "", key


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("member", [m for enum in LABELLED for m in enum], ids=repr)
def test_every_member_that_people_meet_has_a_label(member: StrEnum, lang: Language) -> None:
    assert label(member, lang)


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize(
    ("section", "enum"),
    [
        ("why", Why),
        ("how", Action),
        ("change", Change),
        ("not_understood", Reason),
        ("chance_still", State),
        ("evidence_source", EvidenceSource),
    ],
)
def test_every_code_of_an_answer_has_its_sentence(
    section: str, enum: type[StrEnum], lang: Language
) -> None:
    missing = [member for member in enum if not has_text(lang, f"{section}.{member}")]

    assert missing == []


@pytest.mark.parametrize("lang", Language)
def test_every_signal_of_the_priors_stands_in_its_own_group(lang: Language) -> None:
    signals = read_priors().signals

    shown = {name: group.name for group in signal_groups(lang) for name, _ in group.signals}

    assert shown == {name: signal.group for name, signal in signals.items()}


@pytest.mark.parametrize("lang", Language)
def test_no_two_signals_have_the_same_label(lang: Language) -> None:
    labels = [words for group in signal_groups(lang) for _, words in group.signals]

    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("lang", Language)
def test_every_error_of_a_question_has_its_text(lang: Language) -> None:
    errors = QuestionError.__subclasses__()
    # An entrance may know more ways to go wrong, and says those itself.
    codes = [error.code for error in errors if error.__module__.startswith("yokame.forecast")]

    assert codes
    assert [code for code in codes if not has_text(lang, f"error.{code}")] == []


def test_a_signal_nobody_knows_is_shown_by_its_name() -> None:
    assert say_signal("winked", JA) == "winked"


def test_an_error_without_a_text_speaks_for_itself() -> None:
    assert say_error(ValueError("out of ink"), JA) == "out of ink"


def test_a_prior_is_named_in_words() -> None:
    assert say_prior("pass_rate.new_grad.final", JA) == "通過率（新卒・最終面接）"
    assert say_prior("silent_given_pass", EN) == "How often word of a pass gets lost"
