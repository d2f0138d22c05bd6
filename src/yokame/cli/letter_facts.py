"""From what was typed to a letter's request, or to what is known about a draft."""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from yokame.cli.days import DayReader
from yokame.cli.mistakes import WrongInputError
from yokame.cli.text_files import read_text
from yokame.cli.texts import codes, listed
from yokame.letters import (
    DraftContext,
    Item,
    LetterRequest,
    Medium,
    Reason,
    Recipient,
    Sender,
    Situation,
    Slot,
    Timing,
)
from yokame.promise import Promise, read_promise
from yokame.reports import Language, Policy, Stage, Track

_SENDER = ("name", "reading", "university", "faculty", "year", "phone", "mail", "address")
_RECIPIENT = ("employer", "department", "title", "person", "agency", "agent")
_HOURS = re.compile(
    r"(?P<day>.+?)[ T](?P<start>[0-9]{1,2}:[0-9]{2})(?:[-~〜](?P<end>[0-9:]{4,5}))?"
)
_MOST_WORDINGS = 6


class LetterFacts:
    """The options of one call, those of --facts filled in where none was typed."""

    def __init__(self, given: Mapping[str, Any], days: DayReader) -> None:
        self.days = days
        self.given = dict(given)
        self._days_read: dict[str, date] = {}
        self._asked: tuple[date, ...] | None = None
        if path := self.given.pop("facts"):
            self._fill_in(read_text(path, option="--facts"), path)
        if today := self.given["today"]:
            days.today = days.read(today, option="--today", may_be_ahead=True)

    def situation(self) -> Situation | None:
        """The situation. Raises WrongInputError for one that is not known."""
        if self.given["situation"] is None:
            return None
        return Situation(self.code("situation", option="SITUATION"))

    def request(self, situation: Situation) -> LetterRequest:
        """The request for a letter.

        Raises
        ------
        WrongInputError
            If an option cannot be read, or lacks one that goes with it.
        """
        given = self.given
        held = self.day("held")
        return LetterRequest(
            situation=situation,
            sender=Sender(**{name: given[name] or "" for name in _SENDER}),
            recipient=Recipient(**{name: given[name] or "" for name in _RECIPIENT}),
            medium=Medium(self.code("medium") or Medium.MAIL),
            language=Language(self.days.lang),
            track=Track(self.code("track") or Track.NEW_GRAD),
            today=self.days.today,
            stage=Stage(stage) if (stage := self.code("stage")) else None,
            stage_name=given["stage_name"] or "",
            held=held,
            promise=self.promise(),
            policy=self.policy(),
            asked=self.asked(),
            first_choice=given["first_choice"],
            keener=given["keener"],
            reason=Reason(reason) if (reason := self.code("reason")) else None,
            position=given["position"] or "",
            topic=given["topic"] or "",
            slots=tuple(self._slot(slot, "--slot") for slot in given["slot"]),
            item=Item(item) if (item := self.code("item")) else None,
            old=given["old"] or "",
            new=given["new"] or "",
            mistyped=given["mistyped"],
            documents=tuple(given["document"]),
            wording=self._wording(),
            answer_by=self.day("answer_by", ahead=True),
            extend_to=self.day("extend_to", ahead=True),
            other_answer_by=self.day("other_answer_by", ahead=True),
            chosen=self._slot_of("chosen"),
            scheduled=self._slot_of("scheduled"),
            called=self._slot_of("called"),
        )

    def context(self, situation: Situation | None, timing: Timing | None) -> DraftContext:
        """What is known about a draft; what was not typed is told from its text."""
        given = self.given
        return DraftContext(
            language=Language(self.days.lang),
            situation=situation,
            medium=Medium(medium) if (medium := self.code("medium")) else None,
            track=Track(track) if (track := self.code("track")) else None,
            employer=given["employer"] or "",
            name=given["name"] or "",
            university=given["university"] or "",
            first_choice=True if given["first_choice"] else None,
            policy=self.policy(),
            timing=timing,
        )

    def promise(self) -> Promise | None:
        """What was said, read; None where nothing was."""
        said = self.given["said"]
        if not said:
            return None
        held = self.day("held")
        if held is None:
            raise WrongInputError("go_together", option="--said", other="--held")
        return read_promise(said, held=held)

    def policy(self) -> Policy:
        """Who is told: as typed, else as the words say."""
        if typed := self.code("policy"):
            return Policy(typed)
        promise = self.promise()
        return promise.policy if promise else Policy.UNKNOWN

    def asked(self) -> tuple[date, ...]:
        """The days of inquiries already made, in order."""
        if self._asked is None:
            days = (self.days.read(day, option="--asked") for day in self.given["asked"])
            self._asked = tuple(sorted(days))
        return self._asked

    def send_at(self) -> time | None:
        """The hour at which it is to go."""
        typed = self.given["at"]
        return _time(typed, option="--at") if typed else None

    def _fill_in(self, text: str, path: str) -> None:
        try:
            facts = json.loads(text)
        except (ValueError, RecursionError):
            facts = None
        if not isinstance(facts, dict):
            raise WrongInputError("bad_facts", option="--facts", value=path)
        for key, value in facts.items():
            name = key.replace("-", "_")
            if name not in self.given or name in ("check", "json"):
                keys = listed(self.days.lang, [k for k in self.given if k not in ("check", "json")])
                raise WrongInputError("bad_fact_key", option="--facts", value=key, choices=keys)
            if not self.given[name]:
                self.given[name] = _same_kind(value, self.given[name], key)

    def code(self, name: str, *, option: str = "") -> str:
        """One of a few words; one from --facts was not checked yet."""
        value = self.given[name]
        if value is None:
            return ""
        word = unicodedata.normalize("NFKC", value).strip().lower().replace("-", "_")
        known = {
            "stage": [str(stage) for stage in Stage],
            "track": [str(track) for track in Track],
            "policy": [str(policy) for policy in Policy],
        }
        choices = known.get(name) or [code for code, _ in codes(self.days.lang, name)]
        if word not in choices:
            option = option or f"--{name}"
            allowed = listed(self.days.lang, choices)
            raise WrongInputError("not_one_of", option=option, value=value, choices=allowed)
        return word

    def day(self, name: str, *, ahead: bool = False) -> date | None:
        """A day; None where none was typed."""
        text = self.given[name]
        if not text:
            return None
        # Once each: reading a day without a year notes which year was supposed.
        if name not in self._days_read:
            option = f"--{name.replace('_', '-')}"
            self._days_read[name] = self.days.read(text, option=option, may_be_ahead=ahead)
        return self._days_read[name]

    def _slot_of(self, name: str) -> Slot | None:
        text = self.given[name]
        return self._slot(text, f"--{name}") if text else None

    def _slot(self, text: str, option: str) -> Slot:
        plain = " ".join(unicodedata.normalize("NFKC", text).split())
        match = _HOURS.fullmatch(plain)
        day = self.days.read(match["day"] if match else plain, option=option, may_be_ahead=True)
        if match is None:
            return Slot(day)
        start = _time(match["start"], option=option)
        end = _time(match["end"], option=option) if match["end"] else None
        if end is not None and end <= start:
            raise WrongInputError("not_a_slot", option=option, value=text)
        return Slot(day, start, end)

    def _wording(self) -> int:
        text = self.given["wording"]
        if not text:
            return 0
        digits = unicodedata.normalize("NFKC", text).strip()
        if not digits.isdecimal() or len(digits) > _MOST_WORDINGS:
            raise WrongInputError("not_a_count", option="--wording", value=text)
        return int(digits)


def _same_kind(value: object, like: object, key: str) -> Any:
    """A value of --facts, if it is of the kind that the option takes."""
    if isinstance(like, bool) and isinstance(value, bool):
        return value
    if isinstance(like, tuple):
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return tuple(items)
    elif (
        not isinstance(like, bool) and isinstance(value, str | int) and not isinstance(value, bool)
    ):
        return str(value)
    raise WrongInputError("bad_fact_value", option="--facts", value=key)


def _time(text: str, *, option: str) -> time:
    plain = unicodedata.normalize("NFKC", text).strip()
    match = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", plain)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise WrongInputError("not_a_time", option=option, value=text)
    return time(int(match[1]), int(match[2]))
