"""Short names of everything that has one: stages, rules, actions, signals, priors."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from yokame.forecast import Action, ContactBy, EvidenceSource, State
from yokame.promise import Rule, Unit
from yokame.reports import Channel, Outcome, Policy, Stage, Track
from yokame.wording.language import Language
from yokame.wording.sentences import all_texts, has_text, text

_SECTIONS: dict[type[StrEnum], str] = {
    Track: "track",
    Stage: "stage",
    Outcome: "outcome",
    Policy: "policy",
    Channel: "channel",
    ContactBy: "contact_by",
    Rule: "rule",
    Unit: "unit",
    State: "state",
    Action: "action",
    EvidenceSource: "evidence_source",
}
LABELLED = tuple(_SECTIONS)
# Parts of a prior's key that mean nothing to a person.
_UNSAID = frozenset({"all", "lr", "meta"})


@dataclass(frozen=True)
class SignalGroup:
    """Signals that say the same kind of thing; `signals` are pairs of name and label."""

    name: str
    heading: str
    signals: tuple[tuple[str, str], ...]


def label(member: StrEnum, lang: Language) -> str:
    """The short name of a member of any enum that people meet (`LABELLED`)."""
    return text(lang, f"{_SECTIONS[type(member)]}.{member}")


def say_signal(name: str, lang: Language) -> str:
    """What was noticed, as a student would say it; `name` is a key of `[signals.lr]`."""
    for group in signal_groups(lang):
        for signal, words in group.signals:
            if signal == name:
                return words
    return name


@cache
def signal_groups(lang: Language) -> tuple[SignalGroup, ...]:
    """Every signal under its heading, in the order in which a person is asked."""
    grouped: dict[str, list[tuple[str, str]]] = {}
    for key, words in all_texts(lang).items():
        section, _, rest = key.partition(".")
        if section == "signal":
            group, _, name = rest.partition(".")
            grouped.setdefault(group, []).append((name, words))
    return tuple(
        SignalGroup(name, text(lang, f"signal_group.{name}"), tuple(signals))
        for name, signals in grouped.items()
    )


def say_grade(grade: str, lang: Language) -> str:
    """What a grade of the priors (A, B, C, D, J) means."""
    return text(lang, f"grade.{grade}")


def say_prior(name: str, lang: Language) -> str:
    """A key of `priors.toml` in words: `pass_rate.new_grad.final` is 通過率（新卒・最終面接）."""
    first, *rest = (part for part in name.split(".") if part not in _UNSAID)
    head = text(lang, f"prior.{first}")
    if not rest:
        return head
    separator = text(lang, "prior_name.separator")
    parts = separator.join(_prior_part(part, lang) for part in rest)
    return text(lang, "prior_name.with_parts", head=head, parts=parts)


def _prior_part(part: str, lang: Language) -> str:
    for section in ("prior_part", "track", "stage"):
        if has_text(lang, f"{section}.{part}"):
            return text(lang, f"{section}.{part}")
    return say_signal(part, lang)
