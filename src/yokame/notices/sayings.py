"""What a notice says: a title and a glance that anybody may see on a locked screen, and the rest.

Neither title nor glance holds a chance, an employer or a word like "offer": a phone lies on the
table among others. No notice holds a chance at all; who wants it opens yokame.
"""

from dataclasses import dataclass
from datetime import date

from yokame.notices.matters import DUE, Matter, MatterKind
from yokame.wording import Language, label, say_day, say_hours, text


@dataclass(frozen=True)
class Saying:
    """`title` and `glance` for whoever is near, `body` for the person alone."""

    title: str
    glance: str
    body: str


def matter_saying(matter: Matter, today: date, lang: Language) -> Saying:
    """A notice about one matter."""
    section = f"notice.{matter.kind}"
    is_today = matter.kind in DUE and matter.on == today
    fields = _fields(matter, lang)
    return _saying(
        lang,
        text(lang, f"{section}.title_today" if is_today else f"{section}.title", **fields),
        text(lang, f"{section}.glance", **fields),
        text(lang, f"{section}.body", **fields),
    )


def digest_saying(matters: list[Matter], lang: Language) -> Saying:
    """The day's notice: each matter a line."""
    lines = "\n".join(_line(matter, lang) for matter in matters)
    return _saying(
        lang,
        text(lang, "notice.digest.title"),
        text(lang, "notice.digest.glance", n=len(matters)),
        lines,
    )


def weekly_saying(fallen: list[Matter], ahead: list[Matter], lang: Language) -> Saying:
    """The week's notice: nothing fell through, or what may have; then what comes."""
    section = "notice.weekly_open" if fallen else "notice.weekly_clear"
    parts = [text(lang, f"{section}.body")]
    if fallen:
        parts.append("\n".join(_line(matter, lang, is_past=True) for matter in fallen))
    parts.append(text(lang, "notice.ahead.some" if ahead else "notice.ahead.none"))
    if ahead:
        parts.append("\n".join(_line(matter, lang) for matter in ahead))
    title, glance = text(lang, f"{section}.title"), text(lang, f"{section}.glance")
    return _saying(lang, title, glance, "\n\n".join(parts))


def proof_saying(lang: Language) -> Saying:
    """A word of proof that a channel works."""
    section = "notice.test"
    words = [text(lang, f"{section}.{part}") for part in ("title", "glance", "body")]
    return _saying(lang, *words)


def _saying(lang: Language, title: str, glance: str, body: str) -> Saying:
    # Phones show the first line of a mail as well, so it says nothing.
    return Saying(title, glance, f"{text(lang, 'notice.greeting')}\n\n{body}")


def _line(matter: Matter, lang: Language, *, is_past: bool = False) -> str:
    dated = matter.kind in (*DUE, MatterKind.ROUND)
    key = f"notice.past.{matter.kind}" if is_past and dated else f"notice.line.{matter.kind}"
    return text(lang, "notice.item", text=text(lang, key, **_fields(matter, lang)))


def _fields(matter: Matter, lang: Language) -> dict[str, object]:
    what = matter.name or (label(matter.stage, lang) if matter.stage else "")
    at = f" {matter.starts_at:%H:%M}" if matter.starts_at else ""
    hours = say_hours(matter.hours or "10:00-11:45", lang)
    return {
        "employer": matter.employer,
        "what": what,
        "day": say_day(matter.on, lang),
        "at": at,
        "hours": hours,
    }
