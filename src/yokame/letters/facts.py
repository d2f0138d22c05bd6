"""A request as the words that the texts have places for."""

import re
from datetime import date

from yokame.employers import spelled_out
from yokame.letters.days import say_day, say_slot
from yokame.letters.honorifics import called_aloud, called_in_writing
from yokame.letters.request import LetterRequest, Sender
from yokame.letters.situations import MET_NOBODY, Medium
from yokame.letters.texts import names_of
from yokame.promise import Promise, Unit
from yokame.reports import Language, Stage, Track

_CJK = re.compile(r"[぀-ヿ一-鿿]")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def facts_of(request: LetterRequest) -> dict[str, str]:
    """Every fact by its name in the texts; an unknown one is empty."""
    return {
        **_people(request),
        **_round(request),
        **_dates(request),
        **_flags(request),
        "offer": names_of(request.language, "offer")[request.track],
        "position": request.position,
        "topic": request.topic.strip("「」 　"),
        "item": names_of(request.language, "item")[request.item] if request.item else "",
        "old": request.old,
        "new": request.new,
        "documents": _bulleted(list(request.documents), request.language),
        "document_names": _listed(list(request.documents), request.language),
        "one_document": "yes" if len(request.documents) == 1 else "",
    }


def _people(request: LetterRequest) -> dict[str, str]:
    sender, recipient, language = request.sender, request.recipient, request.language
    employer = spelled_out(recipient.employer)
    aloud = request.medium is Medium.PHONE
    you = called_aloud(employer) if aloud else called_in_writing(employer)
    return {
        "name": _closed_up(sender.name, language),
        "university": sender.university,
        "faculty": sender.faculty,
        "year": sender.year,
        "affiliation": affiliation(sender, language),
        "tag": _tag(sender, language),
        "sender_phone": sender.phone,
        "employer": employer,
        "department": recipient.department,
        "person": recipient.person,
        "you": you if language is Language.JA else employer,
        "way": names_of(language, "way")[request.medium],
    }


def _tag(sender: Sender, language: Language) -> str:
    """Who writes, for the subject: 【東都大学 山田花子】."""
    who = [part for part in (sender.university, _closed_up(sender.name, language)) if part]
    return f"【{' '.join(who)}】" if language is Language.JA else ", ".join(reversed(who))


def affiliation(sender: Sender, language: Language) -> str:
    """Where one studies: 東都大学経済学部4年; empty for one who does not."""
    if not sender.university:
        return ""
    if language is Language.EN:
        return sender.university
    return _closed_up(f"{sender.university}{sender.faculty}{sender.year}", language)


def _closed_up(name: str, language: Language) -> str:
    """Japanese names stand without a space inside a sentence; Latin names keep theirs."""
    if language is Language.JA and _CJK.search(name):
        return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", name)
    return name


def _round(request: LetterRequest) -> dict[str, str]:
    stage = request.stage
    if stage is None and request.track is Track.PART_TIME:
        stage = Stage.INTERVIEW
    name = request.stage_name or (names_of(request.language, "stage")[stage] if stage else "")
    return {
        "stage": name,
        **_round_in_words(request, name, "_document" if stage is Stage.DOCUMENT else ""),
        "met": "yes" if name and stage not in MET_NOBODY else "",
        "is_document": "yes" if stage is Stage.DOCUMENT else "",
        "is_discussion": "yes" if stage is Stage.GROUP_DISCUSSION else "",
        "is_test": "yes" if stage is Stage.WEB_TEST else "",
    }


def _round_in_words(request: LetterRequest, stage: str, kind: str) -> dict[str, str]:
    """The round with its day; documents are sent on a day, their screening has none."""
    if not stage or request.held is None:
        return {"round": "", "round_there": ""}
    said = {
        "stage": stage,
        "held": say_day(request.held, request.language, request.medium),
        "employer": spelled_out(request.recipient.employer),
    }
    names = names_of(request.language, "round")
    return {
        "round": names[f"plain{kind}"].format_map(said),
        "round_there": names[f"there{kind}"].format_map(said),
    }


def _dates(request: LetterRequest) -> dict[str, str]:
    def day(on: date | None) -> str:
        return say_day(on, request.language, request.medium) if on else ""

    slots = [say_slot(slot, request.language, request.medium) for slot in request.slots]
    one = {name: getattr(request, name) for name in ("chosen", "scheduled", "called")}
    return {
        "held": day(request.held),
        "when": _when(request)
        or names_of(request.language, "on")["day"].format(day=day(request.held)),
        "window": _window(request),
        "asked": day(min(request.asked, default=None)),
        "answer_by": day(request.answer_by),
        "extend_to": day(request.extend_to),
        "other_answer_by": day(request.other_answer_by),
        "slots": _bulleted(slots, request.language),
        "slot_names": _listed(slots, request.language),
        **{
            name: say_slot(slot, request.language, request.medium) if slot else ""
            for name, slot in one.items()
        },
    }


def _when(request: LetterRequest) -> str:
    """本日 or 昨日 where that is true on the day of writing."""
    if request.today is None or request.held is None:
        return ""
    return names_of(request.language, "when").get(str((request.today - request.held).days), "")


def _window(request: LetterRequest) -> str:
    """When word was promised: a count as it was said, anything else as the date it comes to.

    A count keeps its words (1週間以内); 来週中 or 20日まで would be read from the day of
    the letter, so those are given as a date.
    """
    promise = request.promise
    if promise is None or promise.window is None or promise.deadline_on is None:
        return ""
    if promise.window.unit is Unit.DATE or not _is_in(request.language, promise):
        on = say_day(promise.deadline_on, request.language, request.medium)
        return names_of(request.language, "window")["until"].format(day=on)
    said = promise.window.text.translate(_WIDE_DIGITS)
    return re.sub(r"(?:まで)?に$", "", said)


def _is_in(language: Language, promise: Promise) -> bool:
    assert promise.window is not None
    return bool(_CJK.search(promise.window.text)) is (language is Language.JA)


def _flags(request: LetterRequest) -> dict[str, str]:
    return {
        "first_choice": "yes" if request.first_choice else "",
        "keener": "yes" if request.keener else "",
        "mistyped": "yes" if request.mistyped else "",
        "any_reason": "yes" if request.reason else "",
        "student": "yes" if request.sender.university else "",
        **({request.reason.value: "yes"} if request.reason else {}),
    }


def _bulleted(items: list[str], language: Language) -> str:
    mark = "・" if language is Language.JA else "- "
    return "\n".join(f"{mark}{item}" for item in items)


def _listed(items: list[str], language: Language) -> str:
    if language is Language.JA:
        return "、".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)
