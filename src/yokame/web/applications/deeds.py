"""Every deed by its name in the address, and by the kind of event that it corrects."""

from yokame.web.applications import course_deeds, round_deeds
from yokame.web.applications.deed import Deed
from yokame.web.applications.facts_deed import FactsDeed

_ALL: tuple[type[Deed], ...] = (
    course_deeds.Apply,
    round_deeds.Hold,
    round_deeds.Schedule,
    round_deeds.Promise,
    round_deeds.Signals,
    round_deeds.Contact,
    round_deeds.Word,
    round_deeds.Reply,
    round_deeds.Others,
    course_deeds.Letter,
    course_deeds.OfferDue,
    course_deeds.Accept,
    course_deeds.Decline,
    course_deeds.Withdraw,
    course_deeds.Note,
    FactsDeed,
    course_deeds.Remove,
)
DEEDS = {deed.slug: deed for deed in _ALL}
CORRECTED_BY: dict[str, type[Deed]] = {
    "added": FactsDeed,
    "described": FactsDeed,
    "applied": course_deeds.Apply,
    "round_scheduled": round_deeds.Schedule,
    "round_held": round_deeds.Hold,
    "promise_heard": round_deeds.Promise,
    "signals_noticed": round_deeds.Signals,
    "contact_came": round_deeds.Contact,
    "word_came": round_deeds.Word,
    "letter_sent": course_deeds.Letter,
    "reply_came": round_deeds.Reply,
    "others_heard": round_deeds.Others,
    "offer_due_set": course_deeds.OfferDue,
    "offer_accepted": course_deeds.Accept,
    "offer_declined": course_deeds.Decline,
    "withdrew": course_deeds.Withdraw,
    "noted": course_deeds.Note,
}
