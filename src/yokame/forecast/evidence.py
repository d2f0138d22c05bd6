"""What moved the chance, step by step, so that the steps add up to the answer."""

import math
from collections.abc import Iterator

from yokame.forecast.answer import Evidence, EvidenceSource
from yokame.forecast.chance import Chances
from yokame.reports import HeardByOthers, Outcome

# How far one step moves the chance, and what its sentence needs.
Step = tuple[EvidenceSource, float, dict[str, object]]


def evidence_of(chances: Chances) -> tuple[Evidence, ...]:
    """Each step as the difference between successive answers; the last one is the answer."""
    rows: list[Evidence] = []
    log_odds, points = 0.0, 0.0
    for source, prob, facts in _steps(chances):
        log_odds_now, points_now = math.log(prob / (1 - prob)), 100 * prob
        rows.append(Evidence(source, log_odds_now - log_odds, points_now - points, facts))
        log_odds, points = log_odds_now, points_now
    return tuple(rows)


def _steps(chances: Chances) -> Iterator[Step]:
    """The chance after each step, in the order of `EvidenceSource`."""
    case, question = chances.case, chances.case.question
    rows, noticed = case.rows, case.noticed
    base_rate, with_own = rows.pass_rate.mean, chances.pass_prob(noticed.own)
    silence = case.seen[:1]

    yield EvidenceSource.BASE_RATE, base_rate, {"prior": rows.pass_rate.origin.name}
    yield EvidenceSource.EMPLOYER, base_rate, {"employer": question.employer}
    yield (
        EvidenceSource.SIGNALS,
        with_own,
        {
            "counted": tuple(_name(signal.origin.name) for signal in noticed.own),
            "set_aside": tuple(_name(signal.origin.name) for signal in noticed.set_aside),
        },
    )
    usual = chances.silent(with_own, case.usual, rows.silent_by_custom, silence)
    yield EvidenceSource.SILENCE, float(usual.passed_prob[0]), {"worked_days": case.survived}
    promised = chances.silent(with_own, case.promised, rows.silent_as_told, silence)
    yield (
        EvidenceSource.PROMISE,
        float(promised.passed_prob[0]),
        {"has_window": case.promised is not case.usual, "policy": question.told},
    )
    with_others = chances.pass_prob(noticed.counted)
    after_others = chances.silent(with_others, case.promised, rows.silent_as_told, silence)
    yield EvidenceSource.OTHERS, float(after_others.passed_prob[0]), _others_facts(chances)
    if rows.contact is not None and question.contact is not None:
        contacted = chances.contacted(with_others, rows.contact)
        yield (
            EvidenceSource.CONTACT,
            float(contacted.passed_prob),
            {"by": question.contact.by, "on": question.contact.on},
        )


def _others_facts(chances: Chances) -> dict[str, object]:
    noticed = chances.case.noticed
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
