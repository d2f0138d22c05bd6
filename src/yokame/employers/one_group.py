"""Each way in which two names can be firms of one group, with how sure that is: 0 up to 1."""

from itertools import takewhile

from yokame.employers.parts import Kind, Parts
from yokame.employers.sound import is_kana

_PARTS_OF_GROUPS = {Kind.PART, Kind.HOLDING, Kind.TAIL}


def shared_beginning(one: Parts, two: Parts) -> float:
    """What two names begin with, where that is a name of its own and not 日本 or 東京.

    A surname makes a group only of what groups call their parts (野村證券, 野村不動産); 日本 with
    a trade makes one where no other trade follows (日本生命, but not 日本電気 and 日本電気硝子).
    """
    shared, rest = _parted(one, two)
    kinds = {part.kind for part in shared}
    following = {part.kind for part in rest}
    if any(part.kind is Kind.OWN and len(part.text) > 1 for part in shared):
        return 0.9 if Kind.HOLDING in following else 0.8
    if Kind.SURNAME in kinds:
        return 0.7 * (Kind.HOLDING in following or following <= _PARTS_OF_GROUPS)
    return 0.7 * (len(shared) > 1 and Kind.BUSINESS not in following)


def has_holding(one: Parts, two: Parts) -> bool:
    """Whether one of the two is the group itself, by what follows the shared beginning."""
    return any(part.kind is Kind.HOLDING for part in _parted(one, two)[1])


def longer_word(long: Parts, short: Parts) -> float:
    """コーセーコスメポート begins with the whole name コーセー, in one run of kana."""
    if len(short) != 1 or short[0].kind is not Kind.OWN or not is_kana(short[0].text):
        return 0.0
    name, word = short[0].text, long[0].text
    return 0.6 * (word.startswith(name) and len(name) >= 3 and len(word) - len(name) >= 3)


def _parted(one: Parts, two: Parts) -> tuple[Parts, Parts]:
    """What both begin with, and all that follows it in either."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))
    shared = tuple(part for part, _ in pairs)
    return shared, one[len(shared) :] + two[len(shared) :]
