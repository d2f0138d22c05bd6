"""What an occasion is called: on the page of the calendar, and in the calendar people use."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from yokame.calendars import Entry, Moment
from yokame.tracker.events import JAPAN
from yokame.tracker.occasions import Occasion, OccasionKind
from yokame.wording import Language, label

# For a whole day counted from its midnight: nine in the morning, that of the day before.
_NINE, _NINE_THE_DAY_BEFORE = timedelta(hours=9), timedelta(hours=-15)
_FROM_TEN = timedelta(hours=10)
_A_DAY, _TWO_HOURS = timedelta(days=-1), timedelta(hours=-2)


def say_kind(one: Occasion, lang: Language) -> str:
    """What the day is for: 一次面接, 八日目, 応募の締切."""
    if one.kind is OccasionKind.ROUND:
        return say_round(one, lang)
    return kind_names()[one.kind]


def kind_names() -> dict[OccasionKind, str]:
    """What each kind is called where it stands for itself."""
    return {
        OccasionKind.ROUND: _("選考"),
        OccasionKind.ENTRY_DUE: _("応募の締切"),
        OccasionKind.OFFER_DUE: _("内定の返事の期限"),
        OccasionKind.DEADLINE: _("連絡の期限"),
        OccasionKind.ASK: _("八日目"),
        OccasionKind.EXPECTED: _("連絡が来そうなころ"),
    }


def say_round(one: Occasion, lang: Language) -> str:
    """The round by the name it was given, else by its stage."""
    return one.name or (label(one.stage, lang) if one.stage else "")


def entry(one: Occasion, lang: Language, address: str) -> Entry:
    """An occasion for a calendar file. It says what is when, and no chance: others see it too."""
    is_round = one.kind is OccasionKind.ROUND
    return Entry(
        uid=f"{one.key}@yokame",
        title=_("%(kind)s：%(employer)s") % {"kind": say_kind(one, lang), "employer": one.employer},
        moment=_moment(one),
        changed_at=one.changed_at,
        sequence=one.version,
        is_busy=is_round and one.starts_at is not None,
        place=one.place,
        note=_note(one, lang),
        address=address,
        alarms=_alarms(one),
    )


def _note(one: Occasion, lang: Language) -> str:
    """The course, the round that a day of waiting belongs to, and what the day is good for."""
    lines = [one.course]
    if one.kind is not OccasionKind.ROUND and one.stage:
        lines.append(say_round(one, lang))
    if one.kind is OccasionKind.ASK:
        lines.append(_("この日の10時から、こちらから問い合わせてよい日です。"))
    return "\n".join(line for line in lines if line)


def _moment(one: Occasion) -> Moment:
    if one.starts_at is None:
        return Moment(one.on)
    starts_at = datetime.combine(one.on, one.starts_at, tzinfo=JAPAN)
    if one.ends_at is None or one.ends_at <= one.starts_at:
        return Moment(one.on, starts_at)
    return Moment(one.on, starts_at, datetime.combine(one.on, one.ends_at, tzinfo=JAPAN))


def _alarms(one: Occasion) -> tuple[timedelta, ...]:
    """When a calendar rings. For a day on which word may come, never: there is nothing to do."""
    match one.kind:
        case OccasionKind.ROUND:
            return (_A_DAY, _TWO_HOURS) if one.starts_at else (_NINE_THE_DAY_BEFORE,)
        case OccasionKind.ENTRY_DUE | OccasionKind.OFFER_DUE:
            return (_NINE_THE_DAY_BEFORE, _NINE)
        case OccasionKind.ASK:
            return (_FROM_TEN,)
        case _:
            return ()
