"""A letter as it stands in the page: its words, whether they were edited, what is wrong in them."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from yokame.letters import Finding, Letter

LONGEST_SUBJECT, LONGEST_BODY = 500, 10_000
# Above the body of a draft that is checked stand its subject and an empty line.
_HEAD = "件名：{subject}\n\n"
_STEP = re.compile(r"^〔(.+)〕$", re.MULTILINE)
# What is wrong about the day of sending, not about the words.
TIMING = frozenset({"too_early", "too_late", "not_now", "no_use", "too_many"})


@dataclass(frozen=True)
class LetterText:
    """Subject and body, with the line ends of this machine."""

    subject: str
    body: str

    @classmethod
    def typed(cls, subject: str, body: str) -> "LetterText":
        """What came from a form: line ends of the web, and no more than a letter has."""
        plain = body.replace("\r\n", "\n").replace("\r", "\n")
        return cls(" ".join(subject.split())[:LONGEST_SUBJECT], plain[:LONGEST_BODY])

    @classmethod
    def of(cls, letter: Letter) -> "LetterText":
        """The words of a letter that was composed."""
        return cls(letter.subject, letter.body)

    @property
    def print(self) -> str:
        """Equal texts have equal prints: how an edit is noticed."""
        return hashlib.sha256(f"{self.subject}\n{self.body}".encode()).hexdigest()[:16]

    @property
    def as_draft(self) -> str:
        """The whole text as it is checked."""
        head = _HEAD.format(subject=self.subject) if self.subject else ""
        return head + self.body

    @property
    def above_body(self) -> int:
        """How many lines of the draft stand above the body."""
        return _HEAD.count("\n") if self.subject else 0

    @property
    def steps(self) -> list["Step"]:
        """The steps of a call; empty for a text without headings."""
        _before, *parts = _STEP.split(self.body)
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [
            Step(title, tuple(said.split("\n"))) for title, text in pairs if (said := text.strip())
        ]


@dataclass(frozen=True)
class Step:
    """One turn of a call, and what to say then."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class MarkedLine:
    """One line of a text with what is wrong in it. `number` counts as the person sees it."""

    number: int | None
    text: str
    findings: tuple[Finding, ...]


def marked(draft: str, findings: Sequence[Finding], *, above: int = 0) -> list[MarkedLine]:
    """The lines in which something is wrong, each with all that is wrong there.

    `above` lines at the head, the subject among them, are not the person's own body.
    """
    lines = draft.splitlines() or [""]
    numbers = sorted({found.line for found in findings if found.line <= len(lines)})
    return [
        MarkedLine(
            number=number - above if number > above else None,
            text=lines[number - 1].removeprefix(_HEAD[:3] if number <= above else ""),
            findings=tuple(found for found in findings if found.line == number),
        )
        for number in numbers
    ]


def carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, for the hidden fields of the page after: nothing is kept in between."""
    left_out = ("csrfmiddlewaretoken", "do", "change")
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in left_out
        for value in values
    ]
