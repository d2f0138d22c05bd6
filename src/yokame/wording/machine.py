"""The machine form of an answer and of a promise: the public contract of `--json` and HTTP.

Keys and their order are fixed. Dates are ISO, chances are plain floats, and strings meant for
people are in the language asked for.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from yokame.forecast import Answer, Deadline, Evidence, PriorUsed
from yokame.promise import Promise, Reading
from yokame.wording.advice import say_change, say_why
from yokame.wording.chance import say_chance
from yokame.wording.evidence import say_evidence
from yokame.wording.language import Language
from yokame.wording.promise import say_not_understood
from yokame.wording.sentences import text

Json = dict[str, object]


def answer_json(answer: Answer, lang: Language) -> Json:
    """An answer as the contract of the machine form has it."""
    return {
        "passed": _passed(answer, lang),
        "word": _word(answer),
        "path": _by_date(answer.today, answer.path_prob),
        "deadline": _deadline(answer.deadline, lang),
        "advice": _advice(answer, lang),
        "evidence": [_evidence(item, lang) for item in answer.evidence],
        "basis": _basis(answer, lang),
    }


def promise_json(promise: Promise, lang: Language) -> Json:
    """A promise as it was read; `ask_from` is null where no window was named."""
    window = promise.window
    return {
        "window": window and {"text": window.text, "unit": str(window.unit), "count": window.count},
        "readings": _readings(promise.readings),
        "deadline_on": _iso(promise.deadline_on),
        "ask_from": _iso(promise.ask_from),
        "policy": str(promise.policy),
        "channel": None if promise.channel is None else str(promise.channel),
        "not_understood": [say_not_understood(item, lang) for item in promise.not_understood],
    }


def _passed(answer: Answer, lang: Language) -> Json:
    passed = answer.passed
    return {
        "prob": float(passed.prob),
        "low": float(passed.low),
        "high": float(passed.high),
        "in_100": round(100 * passed.prob),
        "words": say_chance(answer, lang),
    }


def _word(answer: Answer) -> Json:
    word = answer.word
    return {
        "by_date": _by_date(answer.today, word.by_date_prob),
        "median_on": word.median_on.isoformat(),
        "low_on": word.low_on.isoformat(),
        "high_on": word.high_on.isoformat(),
        "never_prob": float(word.never_prob),
    }


def _deadline(deadline: Deadline, lang: Language) -> Json:
    return {
        "on": _iso(deadline.on),
        "ask_from": _iso(deadline.ask_from),
        "state": str(deadline.state),
        "readings": _readings(deadline.readings),
        "policy": str(deadline.policy),
        "not_understood": [say_not_understood(item, lang) for item in deadline.not_understood],
    }


def _advice(answer: Answer, lang: Language) -> Json:
    advice = answer.advice
    return {
        "action": str(advice.action),
        "on": advice.on.isoformat(),
        "hours": advice.hours,
        "why": say_why(answer, lang),
        "changes_if": [say_change(change, lang) for change in advice.changes_if],
    }


def _evidence(evidence: Evidence, lang: Language) -> Json:
    return {
        "source": str(evidence.source),
        "log_odds": float(evidence.log_odds),
        "points": float(evidence.points),
        "note": say_evidence(evidence, lang),
    }


def _basis(answer: Answer, lang: Language) -> Json:
    basis = answer.basis
    return {
        "reports": basis.reports,
        "priors": [
            {"name": prior.name, "grade": prior.grade, "source": say_source(prior, lang)}
            for prior in basis.priors
        ],
        "model": basis.model,
    }


def say_source(prior: PriorUsed, lang: Language) -> str:
    """Where a prior comes from, in one line; a judgement without a source says so."""
    return " / ".join(prior.sources) or text(lang, "basis.no_source")


def _readings(readings: Iterable[Reading]) -> list[Json]:
    return [
        {"rule": str(reading.rule), "on": reading.on.isoformat(), "weight": float(reading.weight)}
        for reading in readings
    ]


def _by_date(today: date, probs: Iterable[float]) -> list[Json]:
    return [
        {"date": (today + timedelta(days=1 + i)).isoformat(), "prob": float(prob)}
        for i, prob in enumerate(probs)
    ]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
