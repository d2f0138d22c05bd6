"""What is suggested, and why. Needs no library, unlike finding it (`likeness`)."""

from dataclasses import dataclass
from enum import StrEnum


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
