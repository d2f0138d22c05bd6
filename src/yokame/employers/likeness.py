"""Names that may be the same firm, or firms of one group: each way to find it out, in order."""

from collections.abc import Iterable, Sequence

from yokame.employers import one_group, same_firm
from yokame.employers.naming import key_of
from yokame.employers.parts import parts_of
from yokame.employers.suggestion import Kinship, Reason, Suggestion


def alike(name: str, known: Sequence[str]) -> list[Suggestion]:
    """What of `known` may be akin to this name; see `employers.suggestions`."""
    found = (_likeness(name, other) for other in dict.fromkeys(known))
    return sorted(
        (one for one in found if one),
        key=lambda one: (one.reason.kinship is Kinship.GROUP, -one.score, one.name),
    )


def _likeness(name: str, other: str) -> Suggestion | None:
    if key_of(name) == key_of(other):
        return None
    for reason, score in _reasons(name, other):
        if score:
            return Suggestion(other, reason, round(score, 2))
    return None


def _reasons(name: str, other: str) -> Iterable[tuple[Reason, float]]:
    """Each way in which two names can be akin, with its score, the tellings before the guesses."""
    one, two = parts_of(name), parts_of(other)
    yield Reason.READING, same_firm.reading(name, other)
    yield Reason.ALIAS, same_firm.alias(name, other)
    if not (one and two):
        return
    yield Reason.ENGLISH, max(same_firm.translated(one, two), same_firm.translated(two, one))
    yield Reason.SYNONYM, same_firm.synonym(one, two)
    yield Reason.SHORTER, max(same_firm.shorter(one, two), same_firm.shorter(two, one))
    yield Reason.SLIP, same_firm.slip(one, two)
    score = one_group.shared_beginning(one, two)
    yield Reason.HOLDING if one_group.has_holding(one, two) else Reason.SHARED_NAME, score
    yield Reason.SHARED_NAME, max(one_group.longer_word(one, two), one_group.longer_word(two, one))
