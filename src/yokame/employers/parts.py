"""A name cut into its words, each with what it can say: 三菱 | UFJ | 信託 | 銀行."""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from yokame.employers.characters import folded
from yokame.employers.legal_forms import without_legal_form
from yokame.employers.naming import read_name

_RUN = re.compile(
    r"[一-龥𠀀-𪛟々〆]+(?:[のがつ][一-龥々]+)*"  # kanji, with the の inside 味の素
    r"|[ァ-ヴー]+|[ぁ-んゝゞー]+|[a-z]+(?:&[a-z]+)*|\d+"
)
_LATIN = re.compile(r"[a-z&]+|\d+")


class Kind(StrEnum):
    """What a word of `words.tsv` says about the firm that bears it."""

    COMMON = "common"  # 日本, 東京, 第一: borne by firms that have nothing else in common
    SURNAME = "surname"  # 野村, 小林: likewise, unless what follows is part of a group
    BUSINESS = "business"  # 商事, 電機: a trade
    PART = "part"  # 証券, システムズ: what groups call their parts
    HOLDING = "holding"  # ホールディングス: the group itself
    TAIL = "tail"  # 製作所, 保険: what people leave out when they write the name
    OWN = "own"  # not in the table: the firm's own


@dataclass(frozen=True)
class Part:
    """One word of a name; `english` holds what it may be called there, the usual one first."""

    text: str
    kind: Kind
    english: tuple[str, ...] = ()


Parts = tuple[Part, ...]


@cache
def words() -> dict[str, Part]:
    """The words that many firms bear, by their Japanese spelling."""
    table = (files("yokame.employers") / "words.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader(table, delimiter="\t")
    return {
        folded(row["word"]): Part(
            folded(row["word"]),
            Kind(row["kind"]),
            tuple(word for word in row["english"].split("|") if word),
        )
        for row in rows
    }


@lru_cache(maxsize=4096)
def parts_of(name: str) -> Parts:
    """The words of a name, in order; without its legal form and course."""
    text = folded(without_legal_form(read_name(name).firm))
    return tuple(part for run in _RUN.findall(text) for part in _split(run))


def _split(run: str) -> list[Part]:
    """A run of one script, cut from its end as long as a known word is found there."""
    known = words()
    cut: list[Part] = []
    while run and run not in known and not _LATIN.fullmatch(run):
        ending = next((run[at:] for at in range(1, len(run) - 1) if _ends(run[at:])), None)
        if ending is None:
            return [Part(run, Kind.OWN), *cut]
        cut.insert(0, known[ending])
        run = run[: -len(ending)]
    return [known.get(run, Part(run, Kind.OWN)), *cut] if run else cut


def _ends(text: str) -> bool:
    """Whether a known word can end a run: 銀行 can, 東京 begins one, ジャパン does either."""
    part = words().get(text)
    return part is not None and (
        part.kind not in (Kind.COMMON, Kind.SURNAME) or text in ("ジャパン", "インターナショナル")
    )
