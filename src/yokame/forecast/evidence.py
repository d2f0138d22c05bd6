"""What moved the chance, step by step, so that the steps add up to the answer."""

import math
from collections.abc import Iterator

from yokame.forecast.answer import Evidence, EvidenceSource
from yokame.forecast.chance import Chances
from yokame.forecast.noticed import Noticed
from yokame.reports import HeardByOthers, Outcome
from yokame.stats import FloatArray

# How far one step moves the chance, and what its sentence needs.
Step = tuple[EvidenceSource, float, dict[str, object]]


def evidence_of(chances: Chances, seen: FloatArray) -> tuple[Evidence, ...]:
    """Each step as the difference between successive answers; the last one is the answer.

    `seen`: the promised curves' survivors at the times of the case, (2, n).
    """
    rows: list[Evidence] = []
    log_odds, points = 0.0, 0.0
    for source, prob, facts in _steps(chances, seen):
        log_odds_now, points_now = math.log(prob / (1 - prob)), 100 * prob
        rows.append(Evidence(source, log_odds_now - log_odds, points_now - points, facts))
        log_odds, points = log_odds_now, points_now
    return tuple(rows)


def _steps(chances: Chances, seen: FloatArray) -> Iterator[Step]:
    """The chance after each step, in the order of `EvidenceSource`."""
    case, question = chances.case, chances.case.question
    rows, noticed = case.rows, case.noticed
    base_rate, with_own = rows.pass_rate.mean, chances.pass_prob(noticed.own)
    by_custom, as_told = rows.silent_by_custom, rows.silent_as_told

    yield EvidenceSource.BASE_RATE, base_rate, {"prior": rows.pass_rate.origin.name}
    yield EvidenceSource.EMPLOYER, base_rate, {"employer": question.employer}
    yield EvidenceSource.SIGNALS, with_own, _signal_facts(noticed)
    usual = seen if case.promised is case.usual else case.usual.mean_survivors(case.seen[:1])
    silent = chances.silent(with_own, by_custom, usual[:, 0])
    yield EvidenceSource.SILENCE, float(silent.passed_prob), {"worked_days": case.survived}
    silent = chances.silent(with_own, as_told, seen[:, 0])
    told = {"has_window": case.promised is not case.usual, "policy": question.told}
    yield EvidenceSource.PROMISE, float(silent.passed_prob), told
    with_others = chances.pass_prob(noticed.counted)
    silent = chances.silent(with_others, as_told, seen[:, 0])
    yield EvidenceSource.OTHERS, float(silent.passed_prob), _others_facts(noticed)
    if case.contact is not None:
        contacted = chances.contacted(with_others, case.contact, seen)
        came = {"by": case.contact.by, "on": case.contact.on}
        yield EvidenceSource.CONTACT, float(contacted.passed_prob), came


def _signal_facts(noticed: Noticed) -> dict[str, object]:
    return {
        "counted": tuple(_name(signal.origin.name) for signal in noticed.own),
        "set_aside": tuple(_name(signal.origin.name) for signal in noticed.set_aside),
    }


def _others_facts(noticed: Noticed) -> dict[str, object]:
    return {
        "counted": tuple(_name(signal.origin.name) for signal in noticed.peers),
        "passed": _count(noticed.others_used, Outcome.PASS),
        "failed": _count(noticed.others_used, Outcome.FAIL),
        "silent": _count(noticed.others_used, Outcome.NONE),
        "left_out": sum(heard.count for heard in noticed.others_left_out),
    }


def _count(heard_by: tuple[HeardByOthers, ...], word: Outcome) -> int:
    return sum(heard.count for heard in heard_by if heard.word is word)


def _name(key: str) -> str:
    """The signal's own name, without the table it stands in."""
    return key.rsplit(".", 1)[-1]
