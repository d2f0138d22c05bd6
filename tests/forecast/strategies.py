"""Any question that can be asked, for hypothesis."""

from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st

from tests.forecast.asking import SIGNALS, SIZES, by, days, weeks
from yokame.forecast import Contact, ContactBy, Question
from yokame.promise import Promise
from yokame.reports import HeardByOthers, Outcome, Policy, Stage, Track

# The same examples on every machine, and no clock in the verdict.
ALWAYS_THE_SAME = settings(derandomize=True, deadline=None, max_examples=100)
# Years for which both holiday libraries know the law.
HELD = st.dates(date(2024, 1, 1), date(2028, 12, 31))
LATER = st.one_of(st.integers(0, 12), st.integers(0, 45), st.integers(0, 400))


@st.composite
def promises(draw: st.DrawFn, held: date) -> Promise | None:
    policy = draw(st.sampled_from(Policy))
    kind = draw(st.sampled_from(["none", "no window", "weeks", "days", "date"]))
    if kind == "none":
        return None
    if kind == "no window":
        return Promise(held=held, policy=policy)
    if kind == "weeks":
        return weeks(held, draw(st.integers(1, 4)), policy)
    n = draw(st.integers(0, 40))
    return days(held, max(n, 1), policy) if kind == "days" else by(held, _after(held, n), policy)


def _after(day: date, n_days: int) -> date:
    return day + timedelta(days=n_days)


@st.composite
def questions(
    draw: st.DrawFn, *, contacts: bool = True, others: bool = True, held: date | None = None
) -> Question:
    """Any question; with `contacts` or `others` off, one without them."""
    day_zero = draw(HELD) if held is None else held
    length = draw(LATER)

    def some_day() -> date:
        return _after(day_zero, draw(st.integers(0, length)))

    has_contact = contacts and draw(st.integers(0, 4)) == 0
    heard = draw(st.lists(st.sampled_from(Outcome), max_size=2)) if others else []
    return Question(
        stage=(stage := draw(st.sampled_from(Stage))),
        held=day_zero,
        today=_after(day_zero, length),
        track=draw(st.sampled_from(Track)),
        promise=draw(promises(day_zero)),
        policy=draw(st.sampled_from(Policy)),
        employer=draw(st.sampled_from(["", "株式会社八日"])),
        size=draw(st.sampled_from(SIZES)),
        public_sector=draw(st.booleans()),
        via_agent=draw(st.booleans()),
        signals=tuple(draw(st.lists(st.sampled_from(SIGNALS), max_size=4, unique=True))),
        contact=Contact(draw(st.sampled_from(ContactBy)), some_day()) if has_contact else None,
        asked=tuple(sorted({some_day() for _ in range(draw(st.integers(0, 3)))})),
        others=tuple(HeardByOthers(stage, day_zero, word, some_day(), 2) for word in heard),
    )
