"""What is checked before a letter is written: nothing missing, nothing unfit, some use in it."""

from dataclasses import fields
from datetime import date

from yokame.letters.errors import (
    BadFactError,
    MissingFactError,
    NotUsedError,
    NoUseError,
    TooManyInquiriesError,
    UnfitStageError,
)
from yokame.letters.request import LetterRequest
from yokame.letters.situations import INQUIRIES, MET_NOBODY, Situation, is_used, needed_facts
from yokame.reports import Policy, Track

_AT_MOST = 2
_AFTER_MEETING = (Situation.THANKS, Situation.INQUIRY_FINAL)
_LONGEST_FACT = 200


def check_request(request: LetterRequest) -> None:
    """Raise the LetterError that stands in the way of this letter, if there is one."""
    situation = request.situation
    if not is_used(situation, request.medium):
        raise NotUsedError(situation=situation, medium=request.medium)
    _check_use(request)
    _check_needed(request)
    if situation in _AFTER_MEETING and request.stage in MET_NOBODY:
        raise UnfitStageError(situation=situation, stage=request.stage)
    _check_texts(request)
    _check_order(request)


def _check_use(request: LetterRequest) -> None:
    if request.situation not in INQUIRIES:
        return
    if request.told is Policy.PASSED_ONLY:
        raise NoUseError
    if len(request.asked) >= _AT_MOST:
        raise TooManyInquiriesError(n_asked=len(request.asked))


def missing_facts(request: LetterRequest) -> tuple[str, ...]:
    """The facts without which there is no letter; "a|b": one of the two is enough."""
    needed = ["name", "employer", *needed_facts(request.situation)]
    if request.track is Track.NEW_GRAD:
        needed.insert(1, "university")
    return tuple(
        fact for fact in needed if not any(_is_known(request, name) for name in fact.split("|"))
    )


def _check_needed(request: LetterRequest) -> None:
    for fact in missing_facts(request):
        raise MissingFactError(situation=request.situation, fact=fact)


def _is_known(request: LetterRequest, fact: str) -> bool:
    if fact in ("name", "university"):
        return bool(getattr(request.sender, fact).strip())
    if fact == "employer":
        return bool(request.recipient.employer.strip())
    if fact == "stage":
        named = bool(request.stage or request.stage_name)
        return named or request.track is Track.PART_TIME
    return bool(getattr(request, fact))


def _check_texts(request: LetterRequest) -> None:
    """Every text fits one line: a line break in a name could forge a header or a paragraph."""
    own = {f.name: getattr(request, f.name) for f in fields(request)}
    people = {**vars(request.sender), **vars(request.recipient)}
    texts = [(name, value) for name, value in {**own, **people}.items() if isinstance(value, str)]
    texts += [("documents", name) for name in request.documents]
    for name, value in texts:
        if not value.isprintable() and any(not (c.isprintable() or c == "　") for c in value):
            raise BadFactError(fact=name, value=value[:_LONGEST_FACT])
        if len(value) > _LONGEST_FACT:
            raise BadFactError(fact=name, value=f"{value[:20]}…")


def _check_order(request: LetterRequest) -> None:
    """Dates that would make a letter contradict itself."""
    later = {
        "extend_to": (request.answer_by, request.extend_to),
        "asked": (request.held, min(request.asked, default=None)),
    }
    for fact, (before, after) in later.items():
        if before and after and _is_out_of_order(fact, before, after):
            raise BadFactError(fact=fact, value=str(after))


def _is_out_of_order(fact: str, before: date, after: date) -> bool:
    return after <= before if fact == "extend_to" else after < before
