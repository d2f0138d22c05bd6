"""Which fields a letter asks for, by what it is for and which way it goes."""

from django.utils.translation import gettext_lazy as _

from yokame.letters import Medium, Situation

SLOTS = ("slot1", "slot2", "slot3")
# Slots of which a letter holds one, under the name of the fact.
SINGLE_SLOTS = ("chosen", "scheduled", "called")
SLOT_TITLES = {
    "slot1": _("候補 1"),
    "slot2": _("候補 2"),
    "slot3": _("候補 3"),
    "chosen": _("この日時に決める（示された中から選ぶとき）"),
    "scheduled": _("いま決まっている日時"),
    "called": _("電話のあった日時"),
}
# Facts that a field holds as they are.
PLAIN = (
    *("other_answer_by", "answer_by", "extend_to", "stage", "stage_name", "held"),
    *("item", "new", "old", "mistyped", "topic", "keener", "first_choice", "reason"),
)
SENDER = ("name", "reading", "university", "faculty", "year", "phone", "mail", "address")
RECIPIENT = ("department", "title", "person", "agency", "agent")
# Fields under another name than the fact that they hold.
FIELD_OF = {"name": "sender_name", "university": "sender_university", "slots": "slot1"}
# What a person's settings call it otherwise than a letter.
SETTING_OF = {"mail": "reply_mail"}

_ROUND = ("stage", "stage_name", "held")
# In the order in which they are asked.
FACTS: dict[Situation, tuple[str, ...]] = {
    Situation.INQUIRY: (*_ROUND, "said"),
    Situation.INQUIRY_NO_PROMISE: (*_ROUND, "said"),
    Situation.INQUIRY_FINAL: (*_ROUND, "said", "first_choice"),
    Situation.INQUIRY_OTHER_OFFER: ("other_answer_by", *_ROUND, "said", "first_choice"),
    Situation.SECOND_INQUIRY: (*_ROUND, "asked"),
    Situation.EXTENSION: ("answer_by", "extend_to", "reason", "first_choice"),
    Situation.ACCEPTANCE: (),
    Situation.DECLINE_SELECTION: ("reason", "stage", "stage_name", "scheduled"),
    Situation.DECLINE_OFFER: ("reason",),
    Situation.THANKS: (*_ROUND, "topic", "keener", "first_choice"),
    Situation.SCHEDULING: ("chosen", *SLOTS, "stage", "stage_name"),
    Situation.RESCHEDULING: ("scheduled", "reason", *SLOTS, "stage", "stage_name"),
    Situation.CALL_BACK: ("called", *SLOTS),
    Situation.CORRECTION: ("item", "new", "old", "mistyped"),
    Situation.DOCUMENTS: ("documents",),
}
WHO: dict[Medium, tuple[str, ...]] = {
    Medium.MAIL: ("to", "department", "title", "person"),
    Medium.PHONE: ("department", "person"),
    Medium.MY_PAGE: ("person",),
    Medium.AGENT: ("to", "agency", "agent"),
}
