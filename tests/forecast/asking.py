"""Questions to judge the answer by: hand-picked corners, and a spread chosen by a fixed seed."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from tests.reference.oracle_clock import PRIORS, nth_working, rolled
from yokame.forecast import Contact, ContactBy, Question
from yokame.promise import Promise, Reading, Rule
from yokame.reports import HeardByOthers, Outcome, Policy, Stage, Track, Trust

FRIDAY = date(2026, 11, 13)
# A weekday, a Saturday, the days around Golden Week, Obon, the autumn holidays and New Year.
HELD = (
    FRIDAY,
    date(2026, 11, 14),
    date(2027, 4, 28),
    date(2027, 5, 1),
    date(2026, 8, 7),
    date(2026, 8, 11),
    date(2026, 9, 18),
    date(2026, 12, 25),
    date(2026, 12, 28),
    date(2027, 1, 1),
    date(2027, 2, 3),
)
DAYS_LATER = (0, 1, 2, 3, 4, 5, 7, 8, 10, 14, 21, 30, 60, 150)
SIZES = (None, 1, 59, 60, 299, 300, 301, 1000, 1001, 50_000)
SIGNALS = tuple(PRIORS["signals"]["lr"])


def weeks(held: date, n: int, policy: Policy = Policy.UNKNOWN) -> Promise:
    """n週間以内: a count of calendar days, of business days, or with day zero counted."""
    return _promise(
        held,
        (Rule.CALENDAR, rolled(held + timedelta(days=7 * n)), 0.75),
        (Rule.BUSINESS_DAYS, nth_working(held, 7 * n), 0.20),
        (Rule.DAY_ZERO_COUNTED, rolled(held + timedelta(days=7 * n - 1)), 0.05),
        policy=policy,
    )


def days(held: date, n: int, policy: Policy = Policy.UNKNOWN) -> Promise:
    """N日以内: calendar days, or business days."""
    calendar, business = rolled(held + timedelta(days=n)), nth_working(held, n)
    return _promise(
        held,
        (Rule.CALENDAR, calendar, 0.55),
        (Rule.BUSINESS_DAYS, business, 0.45),
        policy=policy,
    )


def by(held: date, on: date, policy: Policy = Policy.UNKNOWN) -> Promise:
    """A named date: it stays where it is, on a day off too."""
    return _promise(held, (Rule.FIXED_DATE, on, 1.0), policy=policy)


def _promise(held: date, *readings: tuple[Rule, date, float], policy: Policy) -> Promise:
    return Promise(held=held, readings=tuple(Reading(*row) for row in readings), policy=policy)


def _phoned(on: date) -> Contact:
    return Contact(ContactBy.PHONE, on)


def _mailed(on: date) -> Contact:
    return Contact(ContactBy.MAIL, on)


def _peers(
    held: date, on: date, *words: Outcome, trust: Trust = Trust.SURE
) -> tuple[HeardByOthers, ...]:
    return tuple(HeardByOthers(Stage.FIRST, held, word, on, 3, trust) for word in words)


def last_year(
    *told: tuple[int, Outcome], stage: Stage = Stage.FIRST, trust: Trust = Trust.SURE
) -> tuple[HeardByOthers, ...]:
    """Interviews of Friday 14 November 2025; each word by its day, counted from 31 October."""
    held, start = date(2025, 11, 14), date(2025, 10, 31)
    return tuple(
        HeardByOthers(stage, held, word, start + timedelta(days=day), 2, trust)
        for day, word in told
    )


_WEEK = Question(Stage.FIRST, FRIDAY, date(2026, 11, 20), promise=weeks(FRIDAY, 1))
_FINAL = replace(_WEEK, stage=Stage.FINAL)
_GOLDEN = Question(
    Stage.FIRST, date(2027, 4, 28), date(2027, 5, 7), promise=weeks(date(2027, 4, 28), 1)
)
_NOTHING = Question(Stage.FIRST, FRIDAY, date(2026, 11, 20), track=Track.MID_CAREER)

CORNERS: dict[str, Question] = {
    "on day zero itself": replace(_FINAL, today=FRIDAY),
    "the Sunday after": replace(_FINAL, today=date(2026, 11, 15)),
    "promised for today": replace(_WEEK, today=FRIDAY, promise=by(FRIDAY, FRIDAY)),
    "promised for yesterday": replace(_WEEK, today=date(2026, 11, 14), promise=by(FRIDAY, FRIDAY)),
    "promised for a Sunday": replace(_WEEK, promise=by(FRIDAY, date(2026, 11, 22))),
    "months later": replace(_WEEK, today=date(2027, 4, 1)),
    "five years later": replace(_FINAL, today=date(2031, 11, 13)),
    "in the middle of Golden Week": replace(_GOLDEN, today=date(2027, 5, 3)),
    "a slow business day of Golden Week": replace(_GOLDEN, today=date(2027, 4, 30)),
    "a slow business day of Obon": Question(Stage.DOCUMENT, date(2026, 8, 7), date(2026, 8, 13)),
    "New Year's Day": Question(Stage.FINAL, date(2026, 12, 28), date(2027, 1, 1)),
    "the last slow day of the year's end": Question(
        Stage.FINAL, date(2026, 12, 25), date(2027, 1, 4), promise=weeks(date(2026, 12, 25), 1)
    ),
    "a missed call on day zero": replace(_WEEK, contact=_phoned(FRIDAY)),
    "a missed call on day zero, nothing said": replace(_NOTHING, contact=_phoned(FRIDAY)),
    "a missed call on a Wednesday": replace(_FINAL, contact=_phoned(date(2026, 11, 18))),
    "a missed call on a Saturday": replace(
        _WEEK, today=date(2026, 11, 23), contact=_phoned(date(2026, 11, 21))
    ),
    "a missed call in Golden Week": replace(_GOLDEN, contact=_phoned(date(2027, 4, 30))),
    "a missed call on a holiday of Golden Week": replace(
        _GOLDEN, contact=_phoned(date(2027, 5, 4))
    ),
    "an unread mail after a final": replace(_FINAL, contact=_mailed(date(2026, 11, 20))),
    "an unread mail after documents": Question(
        Stage.DOCUMENT, FRIDAY, date(2026, 11, 30), contact=_mailed(date(2026, 11, 27))
    ),
    "an unread mail where only passes are told": replace(
        _WEEK, policy=Policy.PASSED_ONLY, contact=_mailed(date(2026, 11, 19))
    ),
    "a part-time job called on Sunday": Question(
        Stage.FINAL,
        FRIDAY,
        date(2026, 11, 16),
        track=Track.PART_TIME,
        contact=_phoned(date(2026, 11, 15)),
    ),
    "told on the spot": replace(_WEEK, signals=("told_pass_on_spot", "own_feeling_good")),
    "told no on the spot": replace(_WEEK, signals=("told_fail_on_spot",)),
    "a next date beside a weaker sign of its group": replace(
        _NOTHING, signals=("next_date_fixed_on_spot", "office_tour_or_staff_meeting")
    ),
    "every good sign, past the cap": replace(
        _NOTHING,
        signals=tuple(name for name in SIGNALS if 1 < PRIORS["signals"]["lr"][name]["lr"] < 2),
    ),
    "every bad sign, past the cap": replace(
        _NOTHING,
        signals=tuple(name for name in SIGNALS if 0.1 < PRIORS["signals"]["lr"][name]["lr"] < 1),
    ),
    "others passed": replace(
        _WEEK, others=_peers(FRIDAY, date(2026, 11, 18), Outcome.PASS, Outcome.NONE)
    ),
    "others failed, and a call came": replace(
        _WEEK,
        others=_peers(FRIDAY, date(2026, 11, 18), Outcome.FAIL),
        contact=_phoned(date(2026, 11, 19)),
    ),
    "others heard only today, or for another day": replace(
        _WEEK,
        others=_peers(FRIDAY, date(2026, 11, 20), Outcome.PASS)
        + _peers(date(2026, 11, 12), date(2026, 11, 18), Outcome.FAIL),
    ),
    "others passed, a rumour": replace(
        _WEEK, others=_peers(FRIDAY, date(2026, 11, 18), Outcome.PASS, trust=Trust.RUMOUR)
    ),
    "others failed, likely, and a rumour of it": replace(
        _NOTHING,
        others=_peers(FRIDAY, date(2026, 11, 18), Outcome.FAIL, trust=Trust.RUMOUR)
        + _peers(FRIDAY, date(2026, 11, 17), Outcome.FAIL, trust=Trust.LIKELY),
    ),
    "passes of last year came late": replace(
        _NOTHING, others=last_year((28, Outcome.PASS), (27, Outcome.PASS))
    ),
    "fails of last year came late, and a week was said": replace(
        _WEEK, today=date(2026, 11, 27), others=last_year((28, Outcome.FAIL))
    ),
    "last year was quick, with a silence and a rumour": replace(
        _NOTHING,
        others=last_year((14, Outcome.PASS), (16, Outcome.FAIL), (30, Outcome.NONE))
        + last_year((25, Outcome.PASS), trust=Trust.RUMOUR),
    ),
    "two seasons, a call, and others of today's slot": replace(
        _FINAL,
        contact=_phoned(date(2026, 11, 18)),
        others=(
            *last_year((19, Outcome.PASS), stage=Stage.FINAL),
            HeardByOthers(Stage.FINAL, date(2024, 11, 15), Outcome.PASS, date(2024, 11, 22), 9),
            HeardByOthers(Stage.FINAL, FRIDAY, Outcome.PASS, date(2026, 11, 17), 2),
        ),
    ),
    "an outlier of last year": replace(_NOTHING, others=last_year((29 + 61, Outcome.PASS))),
    "a ministry": replace(_NOTHING, public_sector=True, size=5000, today=date(2026, 12, 11)),
    "a large firm, new graduate, nothing said": replace(_NOTHING, track=Track.NEW_GRAD, size=1001),
    "an agent, mid-career": replace(_NOTHING, via_agent=True),
    "an agent and a large firm, new graduate": replace(
        _NOTHING, track=Track.NEW_GRAD, via_agent=True, size=3000
    ),
    "the promise says passes only, the person knows better": replace(
        _WEEK, promise=weeks(FRIDAY, 1, Policy.PASSED_ONLY), policy=Policy.EVERYONE
    ),
    "the promise says passes only, and is over": replace(
        _WEEK, promise=weeks(FRIDAY, 1, Policy.PASSED_ONLY), today=date(2026, 11, 25)
    ),
}


def spread(n: int, seed: int) -> list[Question]:
    """`n` questions over everything that can be asked, chosen by `seed`."""
    rng = np.random.default_rng(seed)
    return [_any_question(rng) for _ in range(n)]


def _any_question(rng: np.random.Generator) -> Question:
    held = HELD[rng.integers(len(HELD))]
    today = held + timedelta(days=int(rng.choice(DAYS_LATER)))
    chosen = rng.choice(len(SIGNALS), size=rng.choice([0, 0, 1, 2, 4]), replace=False)
    return Question(
        stage=list(Stage)[rng.integers(len(Stage))],
        held=held,
        today=today,
        track=list(Track)[rng.integers(len(Track))],
        promise=_any_promise(rng, held),
        policy=list(Policy)[rng.choice(3, p=[0.25, 0.25, 0.5])],
        size=SIZES[rng.integers(len(SIZES))],
        public_sector=bool(rng.random() < 0.15),
        via_agent=bool(rng.random() < 0.3),
        signals=tuple(SIGNALS[i] for i in chosen),
        contact=_any_contact(rng, held, today),
        others=_any_others(rng, held, today),
    )


def _any_promise(rng: np.random.Generator, held: date) -> Promise | None:
    policy = list(Policy)[rng.choice(3, p=[0.2, 0.2, 0.6])]
    n = int(rng.integers(1, 15))
    kinds = (
        None,
        Promise(held=held, policy=policy),
        weeks(held, 1, policy),
        weeks(held, 2, policy),
        days(held, n, policy),
        by(held, held + timedelta(days=n), policy),
    )
    return kinds[rng.integers(len(kinds))]


def _any_contact(rng: np.random.Generator, held: date, today: date) -> Contact | None:
    # Late enough that plain draws can tell its chance at all.
    if rng.random() < 0.8 or (today - held).days < 3:
        return None
    on = held + timedelta(days=int(rng.integers(3, min((today - held).days, 20) + 1)))
    return Contact(list(ContactBy)[rng.integers(2)], on)


def _any_others(rng: np.random.Generator, held: date, today: date) -> tuple[HeardByOthers, ...]:
    if rng.random() < 0.85:
        return ()
    stage = list(Stage)[rng.integers(len(Stage))]
    word = list(Outcome)[rng.integers(3)]
    on = held + timedelta(days=int(rng.integers(0, (today - held).days + 1)))
    return (HeardByOthers(stage, held, word, on, int(rng.integers(1, 9))),)
