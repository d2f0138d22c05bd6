"""What each kind of event says, told to the person whose story it is."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from yokame.reports import Outcome, Policy, Stage
from yokame.tracker.application import ApplicationState
from yokame.tracker.labels import SaidLabel, SourceLabel, TrustLabel
from yokame.tracker.payloads import (
    Added,
    AnyPayload,
    Applied,
    ContactCame,
    Corrected,
    Described,
    EmployersJoined,
    Imported,
    LetterSent,
    Noted,
    OfferAccepted,
    OfferDeclined,
    OfferDueSet,
    OthersHeard,
    PromiseHeard,
    Removed,
    ReplyCame,
    RoundHeld,
    RoundScheduled,
    SignalsNoticed,
    Undone,
    Withdrew,
    WordCame,
)
from yokame.web.applications.names import MEDIA, SITUATIONS
from yokame.web.language import spoken_language
from yokame.wording import label, say_day, say_signal


@dataclass(frozen=True)
class Telling:
    """A headline, and what belongs to it, line by line."""

    title: str
    details: tuple[str, ...] = ()


def tell(payload: AnyPayload, state: ApplicationState | None = None) -> Telling:
    """An event in words; `state` names the round that it is about."""
    told = _told(payload)
    about = _round_name(getattr(payload, "round", None), state)
    if not about or isinstance(payload, RoundHeld | RoundScheduled):
        return told
    return Telling(_("%(round)s：%(what)s") % {"round": about, "what": told.title}, told.details)


def _told(payload: AnyPayload) -> Telling:  # noqa: PLR0911, PLR0912
    lang = spoken_language()
    match payload:
        case Added(facts=facts):
            return Telling(_("書きとめはじめた"), _some(facts.employer, facts.course))
        case Described(facts=facts):
            return Telling(_("応募の内容を直した"), _some(facts.employer, facts.course))
        case Applied():
            return Telling(_("応募した"))
        case RoundScheduled():
            return _scheduled(payload)
        case RoundHeld(stage=stage, name=name):
            if stage is Stage.DOCUMENT:
                return Telling(_("書類を出した"), _some(name))
            return Telling(_("%(stage)sを受けた") % {"stage": name or label(stage, lang)})
        case PromiseHeard(said=said, policy=policy):
            told = "" if policy is Policy.UNKNOWN else label(policy, lang)
            title = (
                _("連絡について言われた") if said or told else _("連絡については何も言われていない")
            )
            return Telling(title, _some(_quoted(said), told))
        case SignalsNoticed(signals=signals):
            title = _("気づいたこと") if signals else _("気づいたことを消した")
            return Telling(title, tuple(say_signal(name, lang) for name in signals))
        case ContactCame(by=by):
            return Telling(label(by, lang), (_("中身はまだわからない"),))
        case WordCame():
            return _word(payload)
        case LetterSent(situation=situation, medium=medium, subject=subject):
            title = _("%(letter)sを送った") % {"letter": SITUATIONS[situation]}
            return Telling(title, _some(str(MEDIA[medium]), subject))
        case ReplyCame(channel=channel, text=text):
            way = label(channel, lang) if channel else ""
            return Telling(_("返信が来た（結果はまだ）"), _some(way, text))
        case OthersHeard():
            return _others(payload)
        case OfferDueSet(answer_by=answer_by):
            if answer_by is None:
                return Telling(_("内定の返事の期限は決まっていない"))
            until = say_day(answer_by, lang)
            return Telling(_("内定の返事は%(day)sまで") % {"day": until})
        case OfferAccepted():
            return Telling(_("内定を承諾した"))
        case OfferDeclined():
            return Telling(_("内定を辞退した"))
        case Withdrew():
            return Telling(_("選考を辞退した"))
        case Noted(text=text):
            return Telling(_("メモ"), _some(text))
        case Corrected(to=to):
            right = _told(to)
            return Telling(_("訂正：%(what)s") % {"what": right.title}, right.details)
        case Removed():
            return Telling(_("一覧から外した"))
        case EmployersJoined(key=key, into=into):
            return Telling(_("同じ会社としてまとめた"), (f"{key} → {into}",))
        case Undone():
            return Telling(_("元に戻した"))
        case Imported(name=name):
            return Telling(_("ファイルから取り込んだ"), _some(name))


def _scheduled(plan: RoundScheduled) -> Telling:
    lang = spoken_language()
    what = {"stage": plan.name or label(plan.stage, lang)}
    if plan.on is None:
        return Telling(_("%(stage)sの予定（日にちはまだ）") % what, _some(plan.place))
    clock = say_clock(plan.starts_at, plan.ends_at)
    when = f"{say_day(plan.on, lang)} {clock}".strip()
    return Telling(_("%(stage)sの予定") % what, _some(when, plan.place))


def _word(word: WordCame) -> Telling:
    lang = spoken_language()
    title = _("連絡が来た：%(said)s") % {"said": SaidLabel(word.said.value).label}
    by = label(word.channel, lang) if word.channel else ""
    due = _until(word.answer_by)
    return Telling(title, _some(by, due))


def _others(heard: OthersHeard) -> Telling:
    lang = spoken_language()
    title = {
        Outcome.PASS: _("ほかの%(n)s人に合格の連絡"),
        Outcome.FAIL: _("ほかの%(n)s人に不合格の連絡"),
        Outcome.NONE: _("ほかの%(n)s人はまだ連絡なし"),
    }[heard.said]
    held = ""
    if heard.held_on:
        day = say_day(heard.held_on, lang, with_year=True)
        held = _("その人たちが受けた日：%(day)s") % {"day": day}
    trust = str(TrustLabel(heard.trust.value).label)
    source = str(SourceLabel(heard.source.value).label)
    return Telling(title % {"n": heard.count}, _some(held, source, trust))


def say_clock(start: time | None, end: time | None) -> str:
    """Hours as far as they are known: 13:00〜, 13:00〜14:00."""
    if start is None:
        return ""
    return f"{start:%H:%M}〜{end:%H:%M}" if end else f"{start:%H:%M}〜"


def _until(answer_by: date | None) -> str:
    if answer_by is None:
        return ""
    return _("返事は%(day)sまで") % {"day": say_day(answer_by, spoken_language())}


def _round_name(uid: UUID | None, state: ApplicationState | None) -> str:
    one = state.round(uid) if state and uid else None
    return (one.name or label(one.stage, spoken_language())) if one else ""


def _quoted(said: str) -> str:
    return f"「{said}」" if said else ""


def _some(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
