"""Why the chance is what it is: a sentence or two for each step of the evidence."""

from collections.abc import Callable, Iterable

from yokame.forecast import FEWEST_NAMED, Answer, ContactBy, Evidence, EvidenceSource
from yokame.reports import Policy
from yokame.wording.labels import label, say_prior, say_signal
from yokame.wording.language import Language
from yokame.wording.sentences import joined, text

_GROUPS = ("of_employer", "of_employer_elsewhere", "of_industry", "of_stage")
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
    if "of_stage" in evidence.facts:
        return _say_reports(evidence, lang)
    employer = evidence.facts.get("employer")
    if not employer:
        return [text(lang, "evidence.employer.unnamed")]
    return [text(lang, f"evidence.employer.{_direction(evidence)}", employer=employer)]


def _say_reports(evidence: Evidence, lang: Language) -> list[str]:
    """How many reports there are of whom, how like one's own case, and what is left to priors."""
    facts, groups = evidence.facts, _groups_told_of(evidence)
    weight = round(10 * float(str(facts["prior_weight"])))
    sentences = []
    if groups:
        told = [_say_group(group, n, facts, lang) for group, n in groups.items()]
        listed = text(lang, "evidence.reports.and").join(told)
        sentences.append(text(lang, "evidence.reports.counted", groups=listed))
    return [
        *sentences,
        text(lang, f"evidence.reports.{_likeness(evidence)}", employer=facts["employer"]),
        text(lang, f"evidence.reports.{_direction(evidence)}"),
        text(lang, f"evidence.reports.{_weight(weight)}", n=weight, rest=10 - weight),
    ]


def _say_group(group: str, n: int, facts: dict[str, object], lang: Language) -> str:
    # an employer that was told of brings its trade along, whether or not it was named
    key = "of_industry_unnamed" if (group, facts["industry"]) == ("of_industry", "") else group
    named = {"employer": facts["employer"], "industry": facts["industry"]}
    return text(lang, f"evidence.reports.{key}", n=how_many(n, lang), **named)


def _groups_told_of(evidence: Evidence) -> dict[str, int]:
    """The groups with a report, those most like one's own case first."""
    counts = {name: int(str(evidence.facts[name])) for name in _GROUPS}
    if counts["of_employer"]:
        counts.pop("of_employer_elsewhere")
    return {name: n for name, n in counts.items() if n}


def how_many(n: int, lang: Language) -> str:
    """A number of reports; so few that their tellers could be guessed stay uncounted."""
    return text(lang, "evidence.reports." + ("n" if n >= FEWEST_NAMED else "few"), n=f"{n:,}")


def _likeness(evidence: Evidence) -> str:
    groups = _groups_told_of(evidence)
    if groups.get("of_employer", 0) >= FEWEST_NAMED:
        return "like_employer"
    if "of_employer" in groups:
        return "like_few"
    if not groups:
        return "like_nothing"
    closest = "trade" if "of_industry" in groups else "stage"
    if "of_employer_elsewhere" in groups:
        return "like_elsewhere"
    return f"like_{closest}" if evidence.facts["employer"] else f"like_{closest}_unnamed"


def _weight(tenths: int) -> str:
    return {0: "weight_reports", 10: "weight_priors"}.get(tenths, "weight")


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
