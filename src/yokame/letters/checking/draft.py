"""A draft as lines, with what can be told from it: language, subject, addressee, way, situation."""

import re
from dataclasses import dataclass
from functools import cached_property

from yokame.letters.checking.context import DraftContext
from yokame.letters.checking.signs import has_sign, recognisable_situations
from yokame.letters.situations import INQUIRIES, Medium, Situation
from yokame.reports import Language, Track

_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_SUBJECT = re.compile(r"^\s*(?:件名|タイトル|題名|Subject|SUBJECT)\s*[:：]\s*(?P<subject>.*)$")
_TITLE = re.compile(r"(?:様|さま|御中|殿|先生|各位|さん|御一同)[\s　]*$")
_OPENING = re.compile(
    r"お世話|と申します|お忙し|突然|初めて|はじめ|こんにち|おはよう|お疲れ|[。、]|です"
)


@dataclass(frozen=True)
class Draft:
    """The lines of a draft and what it is, as far as that is known or can be told."""

    text: str
    language: Language
    medium: Medium
    situation: Situation | None
    track: Track | None
    medium_is_known: bool

    @cached_property
    def lines(self) -> list[str]:
        """Every line, the first being line 1."""
        return self.text.splitlines()

    @cached_property
    def subject(self) -> tuple[int, str] | None:
        """The line of the subject and its words, where the draft has one."""
        for number, line in enumerate(self.lines, start=1):
            if match := _SUBJECT.match(line):
                return number, match["subject"].strip()
        return None

    @cached_property
    def addressee(self) -> list[tuple[int, str]]:
        """The lines above the greeting that say to whom it goes."""
        return _addressee(self.lines, self.subject)

    @cached_property
    def first_line(self) -> int:
        """The first line of the body: where one says who one is."""
        after = max([number for number, _ in self.addressee], default=0)
        if self.subject:
            after = max(after, self.subject[0])
        for number, line in enumerate(self.lines, start=1):
            if number > after and line.strip():
                return number
        return 1

    def asks_when(self) -> bool:
        """Whether the draft is an inquiry."""
        return self.situation in INQUIRIES


def read_draft(text: str, context: DraftContext) -> Draft:
    """A draft, its way and its situation told from the text where the context is silent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return Draft(
        text=text,
        language=Language.JA if _KANA.search(text) else Language.EN,
        medium=context.medium or _medium(text),
        situation=context.situation or _situation(text),
        track=context.track or _track(text),
        medium_is_known=context.medium is not None,
    )


def _medium(text: str) -> Medium:
    lines = text.splitlines()
    subject = any(_SUBJECT.match(line) for line in lines)
    addressed = any(_TITLE.search(line) for line in lines[:6])
    if not subject and not addressed and has_sign("aloud", text):
        return Medium.PHONE
    return Medium.MAIL


def _situation(text: str) -> Situation | None:
    for situation in recognisable_situations():
        if has_sign(f"situation.{situation}", text):
            return situation
    return Situation.INQUIRY if has_sign("asks_when", text) else None


def _track(text: str) -> Track | None:
    if has_sign("mid_career", text):
        return Track.MID_CAREER
    return Track.PART_TIME if has_sign("part_time", text) else None


def _addressee(lines: list[str], subject: tuple[int, str] | None) -> list[tuple[int, str]]:
    """From the first line (after the subject) to the one before the greeting, empty ones left out.

    A line of the body ends it: it has a full stop or a comma, or greets.
    """
    block: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        if subject and number <= subject[0]:
            continue
        if not line.strip():
            if block:
                break
            continue
        if _OPENING.search(line) and not _TITLE.search(line):
            break
        block.append((number, line.strip()))
    return block
