"""Names that may be the same firm, or firms of one group: suggested, for the person to confirm."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yokame.employers import one_group, same_firm
from yokame.employers.naming import key_of
from yokame.employers.parts import parts_of


class Kinship(StrEnum):
    """What two names may be to each other."""

    SAME = "same"
    GROUP = "group"


class Reason(StrEnum):
    """Why a name is suggested."""

    READING = "reading"  # そにー and ソニー
    ENGLISH = "english"  # トヨタ自動車 and Toyota Motor
    ALIAS = "alias"  # LINEヤフー（旧ヤフー） and ヤフー
    SHORTER = "shorter"  # 日立 and 日立製作所
    SYNONYM = "synonym"  # 野村総合研究所 and 野村総研
    SLIP = "slip"  # サイバーエージェント and サイバーエージェト
    HOLDING = "holding"  # リクルート and リクルートホールディングス
    SHARED_NAME = "shared_name"  # 楽天銀行 and 楽天証券

    @property
    def kinship(self) -> Kinship:
        """The same firm, or firms of one group."""
        return Kinship.GROUP if self in (Reason.HOLDING, Reason.SHARED_NAME) else Kinship.SAME


@dataclass(frozen=True)
class Suggestion:
    """A known name that may belong to the one asked about; `score`: the surer, the nearer to 1."""

    name: str
    reason: Reason
    score: float


def suggestions(name: str, known: Sequence[str]) -> list[Suggestion]:
    """What of `known` may be the same firm, or of one group; the same firm and the surest first.

    Names with the same key are the same firm already and are not suggested.
    """
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
