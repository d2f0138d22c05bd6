"""What an employer said about word: read, with its window, its readings and its policy."""

from yokame.promise.business_days import (
    add_business_days,
    holidays_of,
    is_business_day,
    next_business_day,
    on_or_after_business_day,
)
from yokame.promise.promise import (
    NotUnderstood,
    Promise,
    Reading,
    Reason,
    Rule,
    Unit,
    Window,
)
from yokame.promise.reading import read_promise
from yokame.promise.weights import ReadingWeights

__all__ = [
    "NotUnderstood",
    "Promise",
    "Reading",
    "ReadingWeights",
    "Reason",
    "Rule",
    "Unit",
    "Window",
    "add_business_days",
    "holidays_of",
    "is_business_day",
    "next_business_day",
    "on_or_after_business_day",
    "read_promise",
]
