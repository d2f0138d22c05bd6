"""Why the chance is what it is: a sentence for each step of the evidence."""

from collections.abc import Iterable

from yokame.forecast import Answer, ContactBy, Evidence, EvidenceSource
from yokame.wording.labels import label, say_signal
from yokame.wording.language import Language
from yokame.wording.sentences import text

# A step under half a point is not seen among whole people out of 100.
_SEEN = 0.005


def say_evidence(evidence: Evidence, lang: Language) -> str:
    """What one step did to the chance, and why."""
    source = evidence.source
    if source is EvidenceSource.BASE_RATE:
        return text(lang, "evidence.base_rate.any")
    if source is EvidenceSource.SIGNALS:
        return _say_signals(evidence, lang)
    if source is EvidenceSource.CONTACT:
        contact = _contact(evidence, lang)
        return text(lang, f"evidence.contact.{_direction(evidence)}", contact=contact)
    return text(lang, f"evidence.{source}.{_direction(evidence)}")


def whole_points(answer: Answer) -> tuple[int, ...]:
    """The steps of the evidence in whole people out of 100, which add up to `in_100`.

    Each is the difference of rounded running totals, so that no rounding is left over.
    """
    total, shown = 0.0, 0
    steps = []
    for evidence in answer.evidence:
        total += evidence.points
        steps.append(round(100 * total) - shown)
        shown = round(100 * total)
    return tuple(steps)


def _direction(evidence: Evidence) -> str:
    if abs(evidence.points) < _SEEN:
        return "flat"
    return "up" if evidence.points > 0 else "down"


def _say_signals(evidence: Evidence, lang: Language) -> str:
    names = evidence.facts.get("signals", ())
    if not isinstance(names, Iterable) or isinstance(names, str):
        names = ()
    signals = ("、" if lang is Language.JA else "; ").join(say_signal(str(n), lang) for n in names)
    direction = _direction(evidence)
    if signals:
        return text(lang, f"evidence.signals.{direction}", signals=signals)
    return text(lang, f"evidence.signals.{'none' if direction == 'flat' else 'unnamed'}")


def _contact(evidence: Evidence, lang: Language) -> str:
    by = evidence.facts.get("by")
    if by in tuple(ContactBy):
        return label(ContactBy(str(by)), lang)
    return text(lang, "evidence.contact.some_contact")
