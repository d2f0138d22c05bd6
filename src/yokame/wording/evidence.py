"""Why the chance is what it is: a sentence or two for each step of the evidence."""

from collections.abc import Callable, Iterable

from yokame.forecast import Answer, ContactBy, Evidence, EvidenceSource
from yokame.reports import Policy
from yokame.wording.labels import label, say_prior, say_signal
from yokame.wording.language import Language
from yokame.wording.sentences import joined, text

# A step under half a point is not seen among whole people out of 100.
_SEEN_POINTS = 0.5
# A median moved by a smaller share is, in days, as it was.
_SEEN_PACE = 0.02


def say_evidence(evidence: Evidence, lang: Language) -> str:
    """What one step did to the chance, and why."""
    return joined(_SAY[evidence.source](evidence, lang), lang)


def whole_points(answer: Answer) -> tuple[int, ...]:
    """The steps of the evidence in whole people out of 100, which add up to `in_100`.

    Each is the difference of rounded running totals, so that no rounding is left over.
    """
    total, shown = 0.0, 0
    steps = []
    for evidence in answer.evidence:
        total += evidence.points
        steps.append(round(total) - shown)
        shown = round(total)
    return tuple(steps)


def _direction(evidence: Evidence) -> str:
    if abs(evidence.points) < _SEEN_POINTS:
        return "flat"
    return "up" if evidence.points > 0 else "down"


def _say_base_rate(evidence: Evidence, lang: Language) -> list[str]:
    prior = say_prior(str(evidence.facts.get("prior", "pass_rate")), lang)
    return [text(lang, "evidence.base_rate.any", prior=prior)]


def _say_employer(evidence: Evidence, lang: Language) -> list[str]:
    employer = evidence.facts.get("employer")
    if not employer:
        return [text(lang, "evidence.employer.unnamed")]
    return [text(lang, f"evidence.employer.{_direction(evidence)}", employer=employer)]


def _say_signals(evidence: Evidence, lang: Language) -> list[str]:
    counted = _signals(evidence.facts.get("counted"), lang)
    if not counted:
        return [text(lang, "evidence.signals.none")]
    direction = _direction(evidence)
    sentences = [text(lang, f"evidence.signals.{direction}", signals=counted)]
    # A result that was told is no impression.
    if direction != "flat" and not evidence.facts.get("has_direct"):
        sentences.append(text(lang, "evidence.signals.impressions"))
    if set_aside := _signals(evidence.facts.get("set_aside"), lang):
        sentences.append(text(lang, "evidence.signals.set_aside", signals=set_aside))
    return sentences


def _say_silence(evidence: Evidence, lang: Language) -> list[str]:
    return [text(lang, f"evidence.silence.{_direction(evidence)}")]


def _say_promise(evidence: Evidence, lang: Language) -> list[str]:
    said = [text(lang, "evidence.promise.window")] if evidence.facts.get("has_window") else []
    policy = evidence.facts.get("policy")
    if isinstance(policy, Policy) and policy is not Policy.UNKNOWN:
        said.append(text(lang, "evidence.promise.policy", policy=label(policy, lang)))
    if not said:
        return [text(lang, "evidence.promise.nothing_said")]
    promise = text(lang, "evidence.promise.and").join(said)
    return [text(lang, f"evidence.promise.{_direction(evidence)}", promise=promise)]


def _say_others(evidence: Evidence, lang: Language) -> list[str]:
    facts = evidence.facts
    counts = {name: facts.get(name, 0) for name in ("passed", "failed", "silent")}
    sentences = [text(lang, "evidence.others.counts", **counts)] if any(counts.values()) else []
    if earlier := facts.get("earlier"):
        pace = _pace(float(str(facts["slower"])))
        sentences.append(text(lang, f"evidence.others.{pace}", n=earlier))
    if facts.get("counted"):
        sentences.append(text(lang, f"evidence.others.{_direction(evidence)}"))
    elif earlier:
        sentences.append(text(lang, f"evidence.others.timing_{_direction(evidence)}"))
    if left_out := facts.get("left_out"):
        sentences.append(text(lang, "evidence.others.left_out", n=left_out))
    return sentences or [text(lang, "evidence.others.none")]


def _pace(slower: float) -> str:
    """Whether word took longer than usual, by the shift of its ln median."""
    if abs(slower) < _SEEN_PACE:
        return "as_usual"
    return "slower" if slower > 0 else "quicker"


def _say_contact(evidence: Evidence, lang: Language) -> list[str]:
    contact = label(ContactBy(str(evidence.facts["by"])), lang)
    return [text(lang, f"evidence.contact.{_direction(evidence)}", contact=contact)]


def _signals(names: object, lang: Language) -> str:
    if not isinstance(names, Iterable):
        return ""
    return ("／" if lang is Language.JA else "; ").join(say_signal(str(n), lang) for n in names)


_SAY: dict[EvidenceSource, Callable[[Evidence, Language], list[str]]] = {
    EvidenceSource.BASE_RATE: _say_base_rate,
    EvidenceSource.EMPLOYER: _say_employer,
    EvidenceSource.SIGNALS: _say_signals,
    EvidenceSource.SILENCE: _say_silence,
    EvidenceSource.PROMISE: _say_promise,
    EvidenceSource.OTHERS: _say_others,
    EvidenceSource.CONTACT: _say_contact,
}
