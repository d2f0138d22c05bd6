"""What is known about a draft besides its text."""

from dataclasses import dataclass
from datetime import date, time

from yokame.letters.request import LetterRequest
from yokame.letters.situations import Medium, Situation
from yokame.reports import Language, Policy, Track


@dataclass(frozen=True)
class Timing:
    """When the draft is to go, and the days that its caller was advised.

    `ask_from`, `ask_again_from` and `closed_from` come from the answer; nothing is decided anew
    here. `hours` like "10:00-11:45" (Asia/Tokyo): when one may call; a mail fits from the first
    to the last of them. None and () leave a thing unchecked.
    """

    send_on: date
    send_at: time | None = None
    ask_from: date | None = None
    ask_again_from: date | None = None
    closed_from: date | None = None
    n_asked: int = 0
    answer_by: date | None = None
    held: date | None = None
    hours: tuple[str, ...] = ()


@dataclass(frozen=True)
class DraftContext:
    """What is known; all of it may be left out. `language` is that of the explanations.

    `first_choice` is what the person says of this employer; None where they were not asked.
    """

    language: Language = Language.JA
    situation: Situation | None = None
    medium: Medium | None = None
    track: Track | None = None
    employer: str = ""
    name: str = ""
    university: str = ""
    first_choice: bool | None = None
    policy: Policy = Policy.UNKNOWN
    timing: Timing | None = None


def context_of(request: LetterRequest, timing: Timing | None = None) -> DraftContext:
    """What a request knows about the letter that was composed from it."""
    return DraftContext(
        language=request.language,
        situation=request.situation,
        medium=request.medium,
        track=request.track,
        employer=request.recipient.employer,
        name=request.sender.name,
        university=request.sender.university,
        first_choice=request.first_choice,
        policy=request.told,
        timing=timing,
    )
