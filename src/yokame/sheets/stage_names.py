"""Stages as people write them: 一次面接, 2次, 面接③, 最終, ES, Phone screen, Round 2."""

import re
from dataclasses import dataclass
from functools import lru_cache

from yokame.reports import Stage
from yokame.sheets.spelling import bare
from yokame.sheets.vocabulary import words

_KANJI = {kanji: number for number, kanji in enumerate("一二三四五六七八九十", start=1)}
_KANJI_OF = {number: kanji for kanji, number in _KANJI.items()}
_NUMBER = r"(?P<n>[一二三四五六七八九十]|[0-9]{1,2})"
_MET = "面接|選考|面談|試験|審査|interview|round|screening|screen"
_NUMBERED = (
    re.compile(rf"第?{_NUMBER}次(?:{_MET})?(?P<last>最終)?"),
    re.compile(rf"(?P<n>[0-9])(?:st|nd|rd|th)(?:{_MET})?(?P<last>final)?"),
    re.compile(r"(?:interview|round|面接|選考|面談)(?P<n>[0-9])(?:回目)?(?P<last>最終)?"),
    re.compile(rf"(?P<n>[0-9])回目の?(?:{_MET})?(?P<last>最終)?"),
)
_N_MOST = 10
_WRITTEN = {
    Stage.DOCUMENT: "書類選考",
    Stage.WEB_TEST: "Webテスト",
    Stage.GROUP_DISCUSSION: "グループディスカッション",
    Stage.FIRST: "一次面接",
    Stage.MIDDLE: "中間面接",
    Stage.FINAL: "最終面接",
    Stage.INTERVIEW: "面接",
}
_IN_ORDER = (
    Stage.DOCUMENT,
    Stage.WEB_TEST,
    Stage.GROUP_DISCUSSION,
    Stage.FIRST,
    Stage.INTERVIEW,
    Stage.MIDDLE,
    Stage.FINAL,
)


@dataclass(frozen=True)
class StageName:
    """Which stage, and which of several middle ones: 二次 is 2, 三次 is 3. 0: not counted."""

    stage: Stage
    number: int = 0

    @property
    def order(self) -> tuple[int, int]:
        """Its place in a usual selection."""
        return _IN_ORDER.index(self.stage), self.number

    @property
    def written(self) -> str:
        """Its usual name in a sheet, which is read as the same stage."""
        if self.stage is Stage.MIDDLE and self.number:
            return f"{_KANJI_OF[self.number]}次面接"
        return _WRITTEN[self.stage]


def read_stage(text: str) -> StageName | None:
    """The stage a whole text names; None if it names none, or more than that."""
    plain = bare(text)
    return next((stage for stage, rest in stages_before(plain) if not rest), None)


@lru_cache(maxsize=4_000)
def stages_before(plain: str) -> tuple[tuple[StageName, str], ...]:
    """Each stage that a bare text can begin with, and what is left; the longest first."""
    found = [_numbered(match) for each in _NUMBERED if (match := each.match(plain))]
    found += [
        (StageName(Stage(stage)), plain[len(word) :])
        for word, (stage, _) in words("words", "stages").items()
        if plain.startswith(word)
    ]
    return tuple(sorted((pair for pair in found if pair), key=lambda pair: len(pair[1])))


def _numbered(match: re.Match[str]) -> tuple[StageName, str]:
    number = _KANJI.get(match["n"]) or min(int(match["n"]), _N_MOST)
    rest = match.string[match.end() :]
    if match["last"]:
        return StageName(Stage.FINAL), rest
    if number <= 1:
        return StageName(Stage.FIRST), rest
    return StageName(Stage.MIDDLE, number), rest
