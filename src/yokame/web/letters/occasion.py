"""What a letter is for, what is known for it, and when it may go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yokame.letters import (
    LetterRequest,
    Medium,
    Sender,
    Situation,
    Timing,
)
from yokame.priors import read_priors
from yokame.reports import Language
from yokame.tracker import queries
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.events import JAPAN
from yokame.tracker.letters import known_request, round_to_write_about
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.queries import Story


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
        answer = model_in_use().answer(question)
        return replace(
            timing,
            ask_from=answer.deadline.ask_from,
            ask_again_from=answer.ask_again_from,
            closed_from=answer.closed_from,
        )


def round_of(story: Story, uid: UUID | None) -> Round | None:
    """The round of a link, or the one that a letter would be about."""
    return story.state.round(uid) if uid else round_to_write_about(story.state)
