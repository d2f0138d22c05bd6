"""What moved the chance, step by step, so that the steps add up to the answer."""

import math
from collections.abc import Iterator

import numpy as np

from yokame.forecast.answer import Evidence, EvidenceSource
from yokame.forecast.case import Case
from yokame.forecast.chance import Chances
from yokame.forecast.noticed import Noticed
from yokame.forecast.word import Course
from yokame.reports import HeardByOthers, Outcome
from yokame.stats import DelayCurves, FloatArray, Joint

# Fewer reports of one group are not counted out: whose they are could be guessed.
FEWEST_NAMED = 3

# What is known after a step, and what its sentence needs.
Step = tuple[EvidenceSource, Joint, dict[str, object]]


def evidence_of(chances: Chances, course: Course) -> tuple[Evidence, ...]:
    """Each step as the difference between successive answers; the last one is the answer.

    What reports add to the log-odds at the end of the known silence is added in every step from
    that of the employer on.
    """
    rows: list[Evidence] = []
    log_odds, points = 0.0, 0.0
    for source, plain, facts in _steps(chances, course):
        joint = plain if source is EvidenceSource.BASE_RATE else plain.moved(course.shift)
        # From the joint chances, because a chance near 1 has no digits left for its odds.
        log_odds_now = math.log(joint.passed) - math.log(joint.failed)
        points_now = 100 * float(joint.passed_prob)
        rows.append(Evidence(source, log_odds_now - log_odds, points_now - points, facts))
        log_odds, points = log_odds_now, points_now
    return tuple(rows)


def _steps(chances: Chances, course: Course) -> Iterator[Step]:
    """The joint chances after each step, in the order of `EvidenceSource`."""
    case, question = chances.case, chances.case.question
    rows, noticed, survivors = case.rows, case.noticed, course.survivors
    with_own, with_others = chances.pass_prob(noticed.own), chances.pass_prob(noticed.counted)
    by_custom, as_told = rows.silent_by_custom, rows.silent_as_told
    base_rate = _before_silence(rows.pass_rate.mean)

    yield EvidenceSource.BASE_RATE, base_rate, {"prior": rows.pass_rate.origin.name}
    yield EvidenceSource.EMPLOYER, base_rate, _report_facts(case, course)
    yield EvidenceSource.SIGNALS, _before_silence(with_own), _signal_facts(noticed)
    promised = usual = survivors
    if case.curves is not case.promised:
        promised = usual = _survivors_of(case.promised, case)
    if case.promised is not case.usual:
        usual = _survivors_of(case.usual, case)
    silent = chances.silent(with_own, by_custom, usual)
    yield EvidenceSource.SILENCE, silent, {"worked_days": case.survived}
    silent = chances.silent(with_own, as_told, promised)
    told = {"has_window": case.promised is not case.usual, "policy": question.told}
    yield EvidenceSource.PROMISE, silent, told
    silent = chances.silent(with_others, as_told, survivors)
    yield EvidenceSource.OTHERS, silent, _others_facts(case)
    if case.contact is not None:
        came = {"by": case.contact.by, "on": case.contact.on}
        yield EvidenceSource.CONTACT, chances.contacted(with_others, case.contact), came


def _before_silence(pass_prob: float) -> Joint:
    return Joint(np.array(pass_prob), np.array(1 - pass_prob))


def _report_facts(case: Case, course: Course) -> dict[str, object]:
    """How many reports there are of whom, none of which is there where none were learned from.

    `of_stage`, `of_industry`, `of_employer`: of this stage, of the trade and of the employer in it;
    `of_employer_elsewhere`: of the employer in other stages. `prior_weight`: of what is known of
    such a wait, the part that still comes from the priors, 0 to 1.
    """
    facts: dict[str, object] = {"employer": case.question.employer}
    if case.taught is None:
        return facts
    count = case.taught.n_reports
    of_employer = count("employer × stage")
    return facts | {
        "industry": case.question.industry,
        "of_stage": round(count("stage")),
        "of_industry": round(count("stage × industry")),
        "of_employer": round(of_employer),
        "of_employer_elsewhere": round(count("employer") - of_employer),
        "prior_weight": min(course.spread_left**2, 1.0),
    }


def _signal_facts(noticed: Noticed) -> dict[str, object]:
    return {
        "counted": tuple(_name(signal.origin.name) for signal in noticed.own),
        "has_direct": any(signal.direct for signal in noticed.own),
        "set_aside": tuple(_name(signal.origin.name) for signal in noticed.set_aside),
    }


def _survivors_of(curves: DelayCurves, case: Case) -> FloatArray:
    """The survivors of other curves than the answer's, at the end of the known silence: (2,)."""
    survivors: FloatArray = curves.mean_survivors(np.array([case.survived]))[:, 0]
    return survivors


def _others_facts(case: Case) -> dict[str, object]:
    """`earlier` people tell of another season; `slower` by how much that moves ln median."""
    others = case.others
    slower = case.curves.ln_median[:, 0] - case.promised.ln_median[:, 0]
    return {
        "counted": tuple(_name(signal.origin.name) for signal in case.noticed.peers),
        "passed": _count(others.same_slot, Outcome.PASS),
        "failed": _count(others.same_slot, Outcome.FAIL),
        "silent": _count(others.same_slot, Outcome.NONE),
        "earlier": sum(heard.count for heard in others.earlier),
        "slower": float(slower.mean()),
        "left_out": sum(heard.count for heard in others.left_out),
    }


def _count(heard_by: tuple[HeardByOthers, ...], word: Outcome) -> int:
    return sum(heard.count for heard in heard_by if heard.word is word)


def _name(key: str) -> str:
    """The signal's own name, without the table it stands in."""
    return key.rsplit(".", 1)[-1]
