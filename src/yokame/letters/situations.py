"""What a letter is for, by which way it goes, and what it cannot be written without."""

from enum import StrEnum

from yokame.reports import Stage


class Situation(StrEnum):
    """Why one writes. `INQUIRY` alone becomes the kind of inquiry that its facts call for."""

    INQUIRY = "inquiry"
    INQUIRY_NO_PROMISE = "inquiry_no_promise"
    INQUIRY_FINAL = "inquiry_final"
    INQUIRY_OTHER_OFFER = "inquiry_other_offer"
    SECOND_INQUIRY = "second_inquiry"
    EXTENSION = "extension"
    ACCEPTANCE = "acceptance"
    DECLINE_SELECTION = "decline_selection"
    DECLINE_OFFER = "decline_offer"
    THANKS = "thanks"
    SCHEDULING = "scheduling"
    RESCHEDULING = "rescheduling"
    CALL_BACK = "call_back"
    CORRECTION = "correction"
    DOCUMENTS = "documents"


class Medium(StrEnum):
    """The way a letter goes. `PHONE` is a script to speak from."""

    MAIL = "mail"
    PHONE = "phone"
    MY_PAGE = "my_page"
    AGENT = "agent"


class Reason(StrEnum):
    """A reason that the person chose to give. Without one a letter gives none."""

    OTHER_SELECTIONS = "other_selections"
    OTHER_OFFER = "other_offer"
    FAMILY = "family"
    HEALTH = "health"
    CLASSES = "classes"
    WORK = "work"


class Item(StrEnum):
    """What was registered with an employer and is to be put right."""

    PHONE = "phone"
    ADDRESS = "address"
    MAIL = "mail"
    NAME = "name"


INQUIRIES = frozenset(
    {
        Situation.INQUIRY,
        Situation.INQUIRY_NO_PROMISE,
        Situation.INQUIRY_FINAL,
        Situation.INQUIRY_OTHER_OFFER,
        Situation.SECOND_INQUIRY,
    }
)

# A thank-you is not telephoned, nor are documents; data are put right in writing; a missed call
# is answered to whoever called, so never through an agent and hardly on a My Page.
_NOT_USED = {
    Medium.PHONE: {
        Situation.THANKS,
        Situation.SCHEDULING,
        Situation.CORRECTION,
        Situation.DOCUMENTS,
    },
    Medium.MY_PAGE: {Situation.CALL_BACK},
    Medium.AGENT: {Situation.CALL_BACK},
}

# Stages at which the applicant meets nobody of the employer's.
MET_NOBODY = frozenset({Stage.DOCUMENT, Stage.WEB_TEST})

_ROUND = ("stage", "held")
# Facts without which a letter would have a hole. "a|b": one of the two.
_NEEDED: dict[Situation, tuple[str, ...]] = {
    Situation.INQUIRY: _ROUND,
    Situation.INQUIRY_NO_PROMISE: _ROUND,
    Situation.INQUIRY_FINAL: _ROUND,
    Situation.INQUIRY_OTHER_OFFER: (*_ROUND, "other_answer_by"),
    Situation.SECOND_INQUIRY: (*_ROUND, "asked"),
    Situation.EXTENSION: ("answer_by", "extend_to"),
    Situation.ACCEPTANCE: (),
    Situation.DECLINE_SELECTION: (),
    Situation.DECLINE_OFFER: (),
    Situation.THANKS: _ROUND,
    Situation.SCHEDULING: ("stage", "slots|chosen"),
    Situation.RESCHEDULING: ("stage", "scheduled"),
    Situation.CALL_BACK: ("called",),
    Situation.CORRECTION: ("item", "new"),
    Situation.DOCUMENTS: ("documents",),
}


def is_used(situation: Situation, medium: Medium) -> bool:
    """Whether people write in this situation by this way."""
    return situation not in _NOT_USED.get(medium, set())


def needed_facts(situation: Situation) -> tuple[str, ...]:
    """The facts a letter cannot do without; "a|b" stands for one of the two."""
    return _NEEDED[situation]
