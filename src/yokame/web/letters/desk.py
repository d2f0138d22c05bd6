"""A letter while it is written: what it is about, its words, and what to mend before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from yokame.forecast import load
from yokame.letters import (
    INQUIRIES,
    Finding,
    Letter,
    LetterError,
    LetterRequest,
    Medium,
    Sender,
    Situation,
    Timing,
    check,
    compose,
    context_of,
    is_used,
    mailto,
)
from yokame.priors import read_priors
from yokame.reports import Language
from yokame.tracker import queries
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.ledger import JAPAN
from yokame.tracker.letters import known_request, round_to_write_about
from yokame.tracker.queries import Story
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.language import spoken_language
from yokame.web.letters.errors import say_letter_error
from yokame.web.letters.form import LetterForm
from yokame.web.letters.purposes import PURPOSES
from yokame.web.letters.text import TIMING, LetterText, MarkedLine, marked

# More wordings than anybody tries; beyond, they come around again.
MOST_WORDINGS = 1000


@dataclass(frozen=True)
class Occasion:
    """What a letter is for: an application, one of its rounds, and what a link said besides."""

    story: Story
    one: Round | None
    situation: Situation
    now: datetime
    sender: Sender
    said_by_link: Mapping[str, Any]

    @property
    def today(self) -> date:
        """The day it is in Japan."""
        return self.now.astimezone(JAPAN).date()

    @property
    def state(self) -> ApplicationState:
        """The application."""
        return self.story.state

    def known(self, medium: Medium, language: Language, wording: int) -> LetterRequest:
        """All that is known for the letter before anybody typed."""
        request = known_request(
            self.state, self.one, self.situation, sender=self.sender, today=self.today
        )
        return replace(
            request, medium=medium, language=language, wording=wording, **self.said_by_link
        )

    def timing(self) -> Timing:
        """When the letter would go, and the days that the answer advises."""
        one = self.one
        timing = Timing(
            send_on=self.today,
            send_at=self.now.astimezone(JAPAN).time(),
            n_asked=len(one.asked) if one else 0,
            answer_by=self.state.offer.answer_by if self.state.offer else None,
            held=one.on if one else None,
            hours=read_priors().inquiry.hours,
        )
        row = next((row for row in self.story.rounds if one and row.uid == one.uid), None)
        question = queries.question_of(row, self.today) if row else None
        if question is None:
            return timing
        answer = load().answer(question)
        return replace(
            timing,
            ask_from=answer.deadline.ask_from,
            ask_again_from=answer.ask_again_from,
            closed_from=answer.closed_from,
        )


@dataclass(frozen=True)
class Choices:
    """How the letter is to be written: tapped, not typed."""

    medium: Medium = Medium.MAIL
    language: Language = Language.JA
    wording: int = 0


@dataclass(frozen=True)
class Desk:
    """The page on which a letter is written. `edited` is None until somebody typed a text."""

    occasion: Occasion
    choices: Choices
    form: LetterForm
    edited: LetterText | None
    kept: LetterText | None = None
    change: UUID | None = None
    trouble: str = ""

    @classmethod
    def lay(cls, occasion: Occasion, choices: Choices, typed: Mapping[str, Any]) -> "Desk":
        """A desk with a form of what is known and what was typed; the text is still to come."""
        if not is_used(occasion.situation, choices.medium):
            choices = replace(choices, medium=Medium.MAIL)
        known = occasion.known(choices.medium, choices.language, choices.wording)
        promise = occasion.one.promise if occasion.one else None
        said = promise.said if promise else ""
        form = LetterForm(known, typed, said=said, to=occasion.state.facts.mail)
        return cls(occasion, choices, form, None)

    # ---- what it is

    @property
    def situation(self) -> Situation:
        """What the letter is for, an inquiry by its kind."""
        return self.form.known.situation

    @property
    def link(self) -> str:
        """The query of a link to this desk."""
        one = self.occasion.one
        return urlencode({"situation": self.situation.value, "round": str(one.uid) if one else ""})

    @property
    def title(self) -> str:
        """Its name."""
        return str(SITUATIONS[self.situation])

    @property
    def purpose(self) -> str:
        """When it is used."""
        return str(PURPOSES[self.situation])

    @property
    def media(self) -> list[tuple[Medium, str, bool]]:
        """The ways it may go, each with whether it is the chosen one."""
        ways = [medium for medium in Medium if is_used(self.situation, medium)]
        return [(way, str(MEDIA[way]), way is self.choices.medium) for way in ways]

    @property
    def languages(self) -> list[tuple[Language, str, bool]]:
        """The languages it may be written in."""
        names = {Language.JA: "日本語", Language.EN: "English"}
        return [(each, name, each is self.choices.language) for each, name in names.items()]

    @property
    def is_call(self) -> bool:
        """Whether it is spoken."""
        return self.choices.medium is Medium.PHONE

    @property
    def is_mailed(self) -> bool:
        """Whether it goes out by mail, to the employer or to an agent."""
        return self.choices.medium in (Medium.MAIL, Medium.AGENT)

    @property
    def has_subject(self) -> bool:
        """Whether this way has a subject."""
        return not self.is_call

    @property
    def wants_latin(self) -> bool:
        """Whether an English letter holds names that its reader may not be able to read."""
        request = self.form.request
        names = (request.sender.name, request.sender.university, request.recipient.person)
        return self.choices.language is Language.EN and not "".join(names).isascii()

    # ---- its words

    @cached_property
    def _composed(self) -> Letter | LetterError:
        try:
            return compose(self.form.request)
        except LetterError as error:
            return error

    @property
    def letter(self) -> Letter | None:
        """The letter as it was composed; None where something stands in its way."""
        return None if isinstance(self._composed, LetterError) else self._composed

    @property
    def obstacle(self) -> str:
        """Why there is no letter, where it is not for want of a fact."""
        composed = self._composed
        if not isinstance(composed, LetterError) or self.form.missing:
            return ""
        labels = {name: str(field.label) for name, field in self.form.fields.items()}
        return say_letter_error(composed, labels)

    @cached_property
    def text(self) -> LetterText | None:
        """The words as they stand in the page."""
        if self.edited is not None:
            return self.edited
        return LetterText.of(self.letter) if self.letter else None

    @property
    def mailto(self) -> str:
        """A link that opens the person's own mail program with the text."""
        assert self.text is not None
        return mailto(self.as_letter, to=self.form.address)

    @property
    def as_letter(self) -> Letter:
        """The text as a letter to be sent."""
        assert self.text is not None
        choices = self.choices
        subject, body = self.text.subject, self.text.body
        return Letter(self.situation, choices.medium, choices.language, subject, body)

    # ---- what to mend

    @cached_property
    def _findings(self) -> list[Finding]:
        if self.text is None:
            return []
        context = context_of(self.form.request, self.occasion.timing())
        context = replace(context, language=spoken_language(), situation=self.situation)
        return check(self.text.as_draft, context)

    @property
    def on_timing(self) -> Finding | None:
        """What speaks against sending it now, with the right day."""
        return next((found for found in self._findings if found.rule in TIMING), None)

    @property
    def marked(self) -> list[MarkedLine]:
        """The lines to mend."""
        assert self.text is not None
        about_words = [found for found in self._findings if found.rule not in TIMING]
        return marked(self.text.as_draft, about_words, above=self.text.above_body)

    @property
    def is_last_inquiry(self) -> bool:
        """Whether this is the second and last inquiry of its wait."""
        one = self.occasion.one
        return self.situation in INQUIRIES and one is not None and len(one.asked) == 1


def round_of(story: Story, uid: UUID | None) -> Round | None:
    """The round of a link, or the one that a letter would be about."""
    return story.state.round(uid) if uid else round_to_write_about(story.state)
