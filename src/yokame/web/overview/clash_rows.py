"""A clash of an offer with waits, as pages show it: whom to ask for what, by which letter."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from yokame.letters import Situation
from yokame.tracker.card import Card
from yokame.tracker.clashes import Clash, Pending
from yokame.tracker.task_words import say_pending
from yokame.wording import Language, say_day, text

_MOST_PENDING = 5


@dataclass(frozen=True)
class ClashRow:
    """An offer's last day, the waits it runs into, and what one may ask of whom.

    `extend_url` is empty where more time was asked for already.
    """

    title: str
    pending: list[tuple[str, str, str, str]]
    n_more: int
    extend: str
    extend_url: str


def clash_row(clash: Clash, lang: Language) -> ClashRow:
    """A clash in words, with a link to each letter that it may call for."""
    answer_by, extend_on = say_day(clash.answer_by, lang), say_day(clash.extend_on, lang)
    key = "clash.extend_until" if clash.extend_until else "clash.extend"
    if clash.extension_asked_on:
        key, extend_on = "clash.extension_asked", say_day(clash.extension_asked_on, lang)
    until = say_day(clash.extend_until, lang)
    return ClashRow(
        title=text(
            lang, "clash.title", offer=clash.offer.application.employer, answer_by=answer_by
        ),
        pending=[_pending_row(one, clash.answer_by, lang) for one in clash.pending[:_MOST_PENDING]],
        n_more=max(0, len(clash.pending) - _MOST_PENDING),
        extend=text(lang, key, on=extend_on, until=until),
        extend_url=""
        if clash.extension_asked_on
        else letter_url(clash.offer, Situation.EXTENSION, extend_to=clash.extend_until),
    )


def _pending_row(one: Pending, answer_by: date, lang: Language) -> tuple[str, str, str, str]:
    """Employer, when word is expected, when to ask for it earlier, and where that is written."""
    ask = text(lang, "clash.ask", on=say_day(one.ask_on, lang)) if one.ask_on else ""
    url = letter_url(one.wait, Situation.INQUIRY_OTHER_OFFER, other_answer_by=answer_by)
    return one.wait.application.employer, say_pending(one, lang), ask, url


def letter_url(about: Card, situation: Situation, **days: date | None) -> str:
    """The page that writes a letter of this kind about this application, with days it is to say."""
    query = {"situation": str(situation)}
    if about.round and situation is not Situation.EXTENSION:
        query["round"] = str(about.round.uid)
    query |= {name: day.isoformat() for name, day in days.items() if day}
    return f"/applications/{about.application.uid}/letters/new/?{urlencode(query)}"
