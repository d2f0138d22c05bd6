"""Words that should not stand in a draft: the patterns of `texts/rules/`, line by line."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yokame.letters.checking.context import DraftContext
from yokame.letters.checking.draft import Draft
from yokame.letters.checking.finding import Finding, found
from yokame.letters.honorifics import called_aloud, called_in_writing
from yokame.letters.situations import Medium, Situation
from yokame.reports import Language

_RULES = Path(__file__).parents[1] / "texts" / "rules"


@dataclass(frozen=True)
class Pattern:
    """One kind of unfit words: where they stand, where they are fine, and what to write instead."""

    rule: str
    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    media: tuple[Medium, ...]
    only_inquiry: bool
    note: str
    instead: str
    swap: tuple[str, str] | None

    def mended(self, text: str) -> str:
        """What to write in the place of `text`."""
        if self.swap:
            before, after = self.swap
            if before in text:
                return text.replace(before, after)
        return self.instead


def check_patterns(draft: Draft, context: DraftContext) -> list[Finding]:
    """Every place where a pattern stands; of overlapping ones of a rule, the first."""
    findings: list[Finding] = []
    for number, line in enumerate(draft.lines, start=1):
        taken: list[tuple[str, int, int]] = []
        for pattern, match in _matches(draft, line):
            start, end = match.span()
            if any(rule == pattern.rule and start < e and s < end for rule, s, e in taken):
                continue
            taken.append((pattern.rule, start, end))
            findings.append(_finding(pattern, match.group().strip(), number, context))
    return [*findings, *_first_choice(draft, context)]


def _matches(draft: Draft, line: str) -> Iterator[tuple[Pattern, re.Match[str]]]:
    for pattern in patterns_of(draft.language):
        if pattern.media and draft.medium not in pattern.media:
            continue
        if pattern.only_inquiry and not draft.asks_when():
            continue
        for match in pattern.find.finditer(line):
            if pattern.unless is None or not pattern.unless.search(_sentence(line, match)):
                yield pattern, match


def _sentence(line: str, match: re.Match[str]) -> str:
    """The sentence around a match, within its line."""
    start = max(line.rfind(mark, 0, match.start()) for mark in "。.?") + 1
    ends = [end for mark in "。" if (end := line.find(mark, match.end() - 1)) >= 0]
    return line[start : min(ends, default=len(line)) + 1]


def _finding(pattern: Pattern, text: str, line: int, context: DraftContext) -> Finding:
    instead = pattern.mended(text)
    if pattern.note in ("aloud", "written") and context.employer:
        called = called_in_writing if pattern.note == "aloud" else called_aloud
        instead = called(context.employer)
    return found(
        pattern.rule,
        line=line,
        text=text,
        language=context.language,
        note=pattern.note,
        instead=instead,
    )


def _first_choice(draft: Draft, context: DraftContext) -> list[Finding]:
    """第一志望 is said only by a person who says so."""
    if context.first_choice is not False or draft.situation is Situation.DECLINE_OFFER:
        return []
    words = re.compile(r"第[一1１]志望(?!群)|(?i:first choice)")
    return [
        found("first_choice", line=number, text=match.group(), language=context.language)
        for number, line in enumerate(draft.lines, start=1)
        for match in words.finditer(line)
    ]


@cache
def patterns_of(language: Language) -> tuple[Pattern, ...]:
    """All patterns about drafts in a language."""
    with (_RULES / f"{language.value}.toml").open("rb") as file:
        table = tomllib.load(file)
    return tuple(_pattern(rule, row) for rule, rows in table.items() for row in rows)


def _pattern(rule: str, row: dict[str, Any]) -> Pattern:
    swap = row.get("swap")
    return Pattern(
        rule=rule,
        find=re.compile(row["find"]),
        unless=re.compile(row["unless"]) if "unless" in row else None,
        media=tuple(Medium(way) for way in row.get("media", ())),
        only_inquiry=row.get("only_for") == "inquiry",
        note=row.get("note", ""),
        instead=row.get("instead", ""),
        swap=(swap[0], swap[1]) if swap else None,
    )
