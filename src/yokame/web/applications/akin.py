"""What there is already with an employer, or with one that may be the same under another name."""

from collections.abc import Mapping
from dataclasses import dataclass

from yokame.employers import Kinship, suggestions
from yokame.tracker import queries
from yokame.tracker.actions import Pen
from yokame.tracker.queries import Application
from yokame.web.applications.fields import LONGEST_TEXT

_MOST = 3


@dataclass(frozen=True)
class OtherName:
    """A name under which this employer, or one of its group, may be known already."""

    key: str
    name: str
    is_same: bool


@dataclass(frozen=True)
class Akin:
    """Applications to this employer, and names that may be its own too."""

    earlier: tuple[Application, ...]
    names: tuple[OtherName, ...]


def akin_to(pen: Pen, employer: str, known: Mapping[str, str]) -> Akin | None:
    """What there is already, or None; `known` holds the employers' names by their keys."""
    employer = employer.strip()[:LONGEST_TEXT]
    if not employer:
        return None
    earlier = queries.applied_before(pen.owner, employer)
    names = () if earlier else other_names(employer, known)
    return Akin(tuple(earlier), names) if earlier or names else None


def other_names(employer: str, known: Mapping[str, str]) -> tuple[OtherName, ...]:
    """The likeliest other names of this employer, those of the same firm first."""
    keys = {name: key for key, name in known.items()}
    found = suggestions(employer, list(keys))[:_MOST]
    return tuple(
        OtherName(keys[one.name], one.name, one.reason.kinship is Kinship.SAME) for one in found
    )
