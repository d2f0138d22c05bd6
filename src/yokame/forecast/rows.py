"""Which rows of the priors speak about a question."""

from dataclasses import dataclass

from yokame.forecast.question import ContactBy, Question
from yokame.priors import Delay, LikelihoodRatio, PassRate, Priors, Share
from yokame.reports import Policy, Stage, Track

# Stages without rows of their own borrow those of the stage most like them.
_AS_PASS_RATE = {Stage.WEB_TEST: Stage.FIRST, Stage.GROUP_DISCUSSION: Stage.FIRST}
_AS_DELAY = {
    Stage.WEB_TEST: Stage.DOCUMENT,
    Stage.GROUP_DISCUSSION: Stage.FIRST,
    Stage.MIDDLE: Stage.FIRST,
    Stage.INTERVIEW: Stage.FIRST,
}
_AS_SILENCE = {Stage.DOCUMENT: "document", Stage.WEB_TEST: "document", Stage.FINAL: "final"}
_AS_INQUIRY = {
    Stage.WEB_TEST: "document",
    Stage.GROUP_DISCUSSION: "first",
    Stage.INTERVIEW: "first",
}
_CONTACT_WAY = {ContactBy.PHONE: "phone_or_missed_call", ContactBy.MAIL: "mail_or_mypage_unread"}
_LARGE = 1000


@dataclass(frozen=True)
class Rows:
    """The priors of one question. `silent_as_told` heeds the policy that was said."""

    pass_rate: PassRate
    delay: Delay
    size_factor: float
    size_factor_name: str
    silent_by_custom: Share
    silent_as_told: Share


def rows_for(question: Question, priors: Priors) -> Rows:
    """The most specific rows for the question; every question has some."""
    by_custom = _silent_by_custom(question, priors)
    factor_name = _size_factor_name(question)
    return Rows(
        pass_rate=_pass_rate(question, priors),
        delay=_delay(question, priors),
        size_factor=priors.size_factor[factor_name],
        size_factor_name=factor_name,
        silent_by_custom=by_custom,
        silent_as_told=_silent_as_told(question, priors) or by_custom,
    )


def no_promise_business_days(question: Question, priors: Priors) -> int:
    """Business days that one waits where no day was named."""
    days = priors.inquiry.no_promise_business_days
    if question.track is Track.PART_TIME:
        return days["part_time"]
    return days[_AS_INQUIRY.get(question.stage, question.stage)]


def contact_channel(question: Question, by: ContactBy, priors: Priors) -> LikelihoodRatio:
    """What a contact of unknown content says by its channel alone."""
    is_final = question.stage is Stage.FINAL and question.track is not Track.PART_TIME
    kind = "final" if is_final else "first_or_middle"
    return priors.contact[f"{_CONTACT_WAY[by]}.{kind}"]


def _pass_rate(question: Question, priors: Priors) -> PassRate:
    if question.track is Track.PART_TIME:
        return priors.pass_rate["part_time.single"]
    stage = question.stage
    own = "unknown_interview" if stage is Stage.INTERVIEW else stage
    borrowed = _AS_PASS_RATE.get(stage, stage)
    rates = priors.pass_rate
    return rates.get(f"{question.track}.{own}") or rates[f"{question.track}.{borrowed}"]


def _delay(question: Question, priors: Priors) -> Delay:
    if question.track is Track.PART_TIME:
        return priors.delay["part_time.single"]
    borrowed = _AS_DELAY.get(question.stage, question.stage)
    delays = priors.delay
    return (
        delays.get(f"{question.track}.{question.stage}") or delays[f"{question.track}.{borrowed}"]
    )


def _size_factor_name(question: Question) -> str:
    size = question.size
    if question.public_sector:
        return "public_sector"
    if question.track is Track.NEW_GRAD and size is not None and size > _LARGE:
        return "new_grad_large_1000_plus"
    if size is not None:
        if size >= 300:
            return "employees_300_plus"
        return "employees_60_299" if size >= 60 else "employees_under_60"
    return "via_agent" if question.via_agent else "unknown"


def _silent_by_custom(question: Question, priors: Priors) -> Share:
    """The share of fails never told, by track, stage, and the first of agent and size known."""
    shares = priors.silent_if_failed
    if question.track is Track.PART_TIME:
        return shares["part_time.single.all"]
    kind = _AS_SILENCE.get(question.stage, "interview")
    if f"{question.track}.{kind}.all" not in shares:
        kind = "interview"
    employers = ["via_agent"] if question.via_agent else []
    if question.size is not None and question.size > _LARGE:
        employers.append("employees_over_1000")
    elif question.size is not None and question.size <= 300:
        employers.append("employees_under_300")
    names = [f"{question.track}.{kind}.{employer}" for employer in [*employers, "all"]]
    return next(shares[name] for name in names if name in shares)


def _silent_as_told(question: Question, priors: Priors) -> Share | None:
    said = {Policy.PASSED_ONLY: "said_pass_only.all", Policy.EVERYONE: "said_everyone.all"}
    name = said.get(question.told)
    return priors.silent_if_failed[name] if name else None
