"""Days in the page's language, and numbers as drawings need them."""

import re
from datetime import date
from enum import StrEnum
from uuid import uuid4

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yokame.wording import Language, label, say_day

register = template.Library()

# What must stand on one line: 11月24日(火), Tue 24 Nov, 100人中14人くらい, 14 people. Browsers that
# look for phrases themselves take 今日すること and 問い合わせ apart.
_KEPT = re.compile(
    r"(?:\d+年)?\d+月\d+日(?:\([月火水木金土日]\))?"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]{2}(?: \d{4})?"
    r"|\d+人中\d+人(?:くらい|未満|以上)?|\d+ people|\d+〜\d+人(?:くらい)?|\d+ to \d+"
    r"|\d+:\d+[〜–]\d+:\d+|今日すること|問い合わせ"
)


@register.filter
def day(value: date) -> str:
    """A day with its weekday: 11月24日(火), Tue 24 Nov."""
    return say_day(value, Language(get_language() or "ja"))


@register.filter
def day_and_year(value: date) -> str:
    """A day that may lie long ago: 2026年11月24日(火)."""
    return say_day(value, Language(get_language() or "ja"), with_year=True)


@register.simple_tag
def a_change() -> str:
    """The change that a form will be. Each form has one of its own: sent twice, it writes once."""
    return str(uuid4())


@register.filter
def named(member: StrEnum) -> str:
    """The short name of a member of an enum that people meet."""
    return label(member, Language(get_language() or "ja"))


@register.filter
def whole(sentence: str) -> SafeString:
    """A sentence as HTML in which no line ends inside a day or a count of people."""
    escaped = conditional_escape(sentence)
    return mark_safe(_KEPT.sub(r'<span class="whole">\g<0></span>', escaped))


@register.filter
def in_100(value: int) -> str:
    """A count out of 100 without the false certainty of nobody and everybody."""
    if 0 < value < 100:
        return str(value)
    return _("1未満") if value <= 0 else _("99以上")


@register.filter
def plain(value: float) -> str:
    """A coordinate without trailing zeros, with a point in every language."""
    return f"{value:g}"


@register.filter
def signed(value: int) -> str:
    """A step with its sign, a true minus and all."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
