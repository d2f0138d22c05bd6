"""Waits simulated one by one with a known truth.

Nobody in here is real: employers are numbers. Each has a chance to pass, a speed and a share of
fails never told of its own, about what the priors say of its kind.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np

from yokame.forecast.clock import OfficeCalendar
from yokame.forecast.prior_clock import KindOfWait
from yokame.priors import Priors, read_priors
from yokame.reports import Stage, Track
from yokame.reports.table import DateArray as Days
from yokame.stats import BoolArray, FloatArray, IntArray, still_silent

TRACK = "new_grad"
STAGES = ("document", "final", "first")
SIZES = (40, 200, 500, 3000)
TODAY = date(2026, 6, 20)
# Hiring years and the days in which their waits begin: the last is still running.
SEASONS = tuple(
    (year, date(year - 1, 10, 1), date(year, 9, 30)) for year in (2023, 2024, 2025, 2026)
)
_TIMES = np.concatenate([[0.0], np.geomspace(0.01, 2000.0, 2000)])


@dataclass(frozen=True)
class Spreads:
    """Sd of the true deviations from the priors, in log-odds, for speed in log time."""

    stage: float = 0.3
    industry: float = 0.3
    employer: float = 0.5
    employer_stage: float = 0.3
    season: float = 0.15
    speed: float = 0.25
    silent: float = 0.5


@dataclass(frozen=True, eq=False)
class World:
    """The truth about the employers: all arrays but the first two are (n_employers, n_stages)."""

    industry: IntArray
    size: IntArray
    passed_log_odds: FloatArray
    season_shift: FloatArray
    stretch: FloatArray
    silent_if_failed: FloatArray
    priors: Priors
    calendar: OfficeCalendar

    @classmethod
    def drawn(
        cls,
        rng: np.random.Generator,
        *,
        n_employers: int,
        n_industries: int = 6,
        spreads: Spreads = Spreads(),
    ) -> "World":
        """Draw the employers about what the priors say of their kinds."""
        priors = read_priors()
        calendar = OfficeCalendar(priors.slow_seasons)
        industry = rng.integers(0, n_industries, n_employers)
        size = rng.choice(np.array(SIZES), n_employers)
        shape = (n_employers, len(STAGES))
        kinds = [[_kind(priors, stage, int(n)) for stage in STAGES] for n in size]
        passed = np.array([[kind.rows.pass_rate.mean for kind in row] for row in kinds])
        silent = np.array([[kind.rows.silent_by_custom.mean for kind in row] for row in kinds])
        deviation = (
            rng.normal(0, spreads.stage, len(STAGES))
            + rng.normal(0, spreads.industry, n_industries)[industry][:, None]
            + rng.normal(0, spreads.employer, (n_employers, 1))
            + rng.normal(0, spreads.employer_stage, shape)
        )
        return cls(
            industry=industry,
            size=size,
            passed_log_odds=log_odds(passed) + deviation,
            season_shift=rng.normal(0, spreads.season, len(SEASONS)),
            stretch=np.exp(rng.normal(0, spreads.speed, (n_employers, 1)) * np.ones(shape)),
            silent_if_failed=prob(log_odds(silent) + rng.normal(0, spreads.silent, shape)),
            priors=priors,
            calendar=calendar,
        )

    def kind(self, employer: int, stage: int) -> KindOfWait:
        """What the priors say of an employer's stage."""
        return _kind(self.priors, STAGES[stage], int(self.size[employer]))

    def passed_prob(self, employer: int, stage: int, silence_days: IntArray) -> FloatArray:
        """True P(pass | still silent today after so many days) in the running season, (n,)."""
        worked = _worked_until_today(self.calendar, silence_days)
        pass_prob = prob(self.passed_log_odds[employer, stage] + self.season_shift[-1])
        survivors = self.kind(employer, stage).curves.mean_survivors(
            worked / self.stretch[employer, stage]
        )
        lost, silent = self.priors.silent_if_passed.mean, self.silent_if_failed[employer, stage]
        return still_silent(float(pass_prob), lost, float(silent), survivors).passed_prob


@dataclass(frozen=True, eq=False)
class Waits:
    """Waits that took place, told or not, every array (n,); `worked` is inf if word never comes."""

    employer: IntArray
    stage: IntArray
    season: IntArray
    held: Days
    is_pass: BoolArray
    days: FloatArray


def happened(rng: np.random.Generator, world: World, n_waits: int) -> Waits:
    """Waits of all seasons up to today, more of some employers than of others."""
    n_employers = world.industry.size
    popular = rng.dirichlet(np.full(n_employers, 0.8))
    employer = rng.choice(n_employers, n_waits, p=popular)
    stage = rng.integers(0, len(STAGES), n_waits)
    season = rng.integers(0, len(SEASONS), n_waits)
    ends = [min(last, TODAY) for _, _, last in SEASONS]
    length = np.array([(e - s[1]).days for s, e in zip(SEASONS, ends, strict=True)])
    first = np.array([s[1] for s in SEASONS], "datetime64[D]")
    held = first[season] + rng.integers(0, length[season]).astype("timedelta64[D]")
    level = world.passed_log_odds[employer, stage] + world.season_shift[season]
    is_pass = rng.random(n_waits) < prob(level)
    days = _days_to_word(rng, world, employer, stage, held, is_pass)
    return Waits(employer, stage, season, held, is_pass, days)


def prob(values: FloatArray | float) -> FloatArray:
    """1 / (1 + exp(-x))."""
    return np.asarray(1 / (1 + np.exp(-np.asarray(values))))


def log_odds(values: FloatArray) -> FloatArray:
    """ln(p / (1 - p))."""
    return np.asarray(np.log(values) - np.log1p(-values))


def _worked_until_today(calendar: OfficeCalendar, silence_days: IntArray) -> FloatArray:
    """Working time since day zero, asked in the course of today: w(d) + 1/2 - weight(d) / 2."""
    summed, at_today = _summed(calendar, np.array([TODAY], "datetime64[D]"))
    today = int(at_today[0])
    weight = summed[today] - summed[today - 1]
    worked = summed[today] - summed[today - silence_days] + 0.5 - weight / 2
    return np.where(silence_days > 0, worked, 0.0)


def _summed(calendar: OfficeCalendar, days: Days) -> tuple[FloatArray, IntArray]:
    """Weights of all dates summed up, and where in them some days stand."""
    first = 12 * (SEASONS[0][0] - 1)
    summed = np.concatenate([[0.0], calendar.summed(first, first + 12 * 12)])
    origin = np.datetime64(f"{SEASONS[0][0] - 1}-01-01") - np.timedelta64(1, "D")
    return summed, (days - origin).astype(np.int64)


def _kind(priors: Priors, stage: str, size: int) -> KindOfWait:
    return KindOfWait.of(priors, Track(TRACK), Stage(stage), size)


def _days_to_word(
    rng: np.random.Generator,
    world: World,
    employer: IntArray,
    stage: IntArray,
    held: Days,
    is_pass: BoolArray,
) -> FloatArray:
    """Calendar days to word, inf where it never comes, by the true curves."""
    n = employer.size
    worked, u = np.zeros(n), rng.random(n)
    for place, name in enumerate(STAGES):
        for size in SIZES:
            kind = _kind(world.priors, name, size)
            came = kind.outcome_position(_TIMES)
            for outcome in (0, 1):
                rows = (
                    (stage == place) & (world.size[employer] == size) & (is_pass == (outcome == 0))
                )
                worked[rows] = np.interp(u[rows], came[outcome], _TIMES)
    worked *= world.stretch[employer, stage]
    lost = np.where(
        is_pass, world.priors.silent_if_passed.mean, world.silent_if_failed[employer, stage]
    )
    worked[rng.random(n) < lost] = np.inf
    return _on_the_calendar(world.calendar, held, worked)


def _on_the_calendar(
    calendar: OfficeCalendar,
    held: Days,
    worked: FloatArray,
) -> FloatArray:
    """The first day d after day zero with w(d) + 1/2 at or after the working time, in days."""
    summed, at = _summed(calendar, held)
    word = np.searchsorted(summed, summed[at] + worked - 0.5 - 1e-9, side="left").astype(float)
    word[word >= summed.size] = np.inf
    return np.maximum(word - at, 0.0)
