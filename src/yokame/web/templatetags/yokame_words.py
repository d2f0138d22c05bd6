"""Days in the page's language, and numbers as drawings need them."""

from datetime import date

from django import template
from django.utils.translation import get_language

from yokame.wording import Language, say_day

register = template.Library()


@register.filter
def day(value: date) -> str:
    """A day with its weekday: 11月24日(火), Tue 24 Nov."""
    return say_day(value, Language(get_language() or "ja"))


@register.filter
def day_and_year(value: date) -> str:
    """A day that may lie long ago: 2026年11月24日(火)."""
    return say_day(value, Language(get_language() or "ja"), with_year=True)


@register.filter
def plain(value: float) -> str:
    """A coordinate without trailing zeros, with a point in every language."""
    return f"{value:g}"


@register.filter
def signed(value: int) -> str:
    """A step with its sign, a true minus and all."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")
