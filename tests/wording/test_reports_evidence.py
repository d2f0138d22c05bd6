"""The row of the employer says what reports there are, of whom, and how much they count."""

from typing import Any

import pytest

from yokame.forecast import Evidence, EvidenceSource
from yokame.wording import Language, say_evidence

JA, EN = Language.JA, Language.EN


def reports(points: float = -4.0, **facts: object) -> Evidence:
    """A row with a report on nobody but the stage, and what is given."""
    usual = {
        "employer": "青空商事",
        "industry": "商社",
        "of_stage": 1200,
        "of_industry": 0,
        "of_employer": 0,
        "of_employer_elsewhere": 0,
        "prior_weight": 0.68,
    }
    return Evidence(EvidenceSource.EMPLOYER, points / 25, points, {**usual, **facts})


def test_a_known_employer_is_told_with_all_counts_and_the_weight_of_the_priors() -> None:
    known = reports(of_employer=12, of_industry=40)

    assert say_evidence(known, JA) == (
        "体験記は、「青空商事」の同じ選考が12件、同じ業界（商社）の同じ選考が40件、"
        "同じ選考がぜんぶで1,200件です。同じ会社のものを、いちばん重く見ています。"
        "そのぶん、下がりました。"
        "見込みのもとは、10のうち7ほどが調査などからの事前の知識、3ほどが体験記です。"
    )
    assert say_evidence(known, EN) == (
        "Reports: 12 on this stage at “青空商事”, 40 on this stage in the same trade (商社), "
        "1,200 on this stage in all. Those about the same employer count most. That lowered it. "
        "What the chance rests on, in ten parts: about 7 from surveys and the like, 3 from reports."
    )


@pytest.mark.parametrize("n", [1, 2])
@pytest.mark.parametrize("lang", [JA, EN])
def test_one_or_two_reports_are_not_counted_out(n: int, lang: Language) -> None:
    said = say_evidence(reports(of_employer=n, of_industry=n, of_stage=900), lang)

    assert said == say_evidence(reports(of_employer=3 - n, of_industry=3 - n, of_stage=900), lang)
    assert ("a few" if lang is EN else "ごくわずか") in said
    assert ("still few" if lang is EN else "まだ少ない") in said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"of_industry": 40},
            "None about “青空商事” yet, so this rests on those of the same trade",
        ),
        ({}, "None about “青空商事” yet, so this rests on those of the same stage anywhere"),
        ({"of_employer_elsewhere": 9}, "None about this stage at “青空商事” yet"),
        ({"employer": "", "of_industry": 40}, "No employer was named, so this rests on those of"),
        ({"employer": ""}, "No employer was named, so this rests on those of the same stage"),
        ({"of_stage": 0}, "There are no reports on this stage yet"),
    ],
)
def test_who_is_not_known_falls_back_and_it_is_said(facts: dict[str, Any], said: str) -> None:
    assert said in say_evidence(reports(**facts), EN)


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        (1.0, "nearly all on surveys"),
        (0.96, "nearly all on surveys"),
        (0.5, "about 5 from surveys and the like, 5 from reports"),
        (0.02, "nearly all on reports"),
    ],
)
def test_the_weight_of_the_priors_is_said_in_tenths(weight: float, said: str) -> None:
    assert said in say_evidence(reports(prior_weight=weight), EN)


def test_reports_that_move_nothing_are_said_to() -> None:
    assert "ほとんど動きませんでした" in say_evidence(reports(points=0.2, of_employer=9), JA)


def test_a_trade_that_was_not_named_is_told_without_its_name() -> None:
    said = say_evidence(reports(industry="", of_employer=9, of_industry=40), EN)

    assert "40 on this stage in the same trade, 1,200" in said
