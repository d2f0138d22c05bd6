"""The kinds of prior: each a few numbers with the place they come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, eq=False)
class Origin:
    """Where a value stands in `priors.toml`, how solid it is (A to D, J), and its sources.

    One entry of one file: it equals itself only, which also makes what holds it quick to look up.
    """

    name: str
    grade: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class PassRate:
    """Chance of passing a stage. `low`, `high`: where 10 and 90 % of employers lie."""

    origin: Origin
    mean: float
    ess: float
    low: float
    high: float


@dataclass(frozen=True)
class Share:
    """A share between 0 and 1, worth `ess` observations."""

    origin: Origin
    mean: float
    ess: float


@dataclass(frozen=True)
class Lognormal:
    """A delay: its median (business days, or multiples of a window) and the sd of its logarithm."""

    median: float
    sigma: float


@dataclass(frozen=True)
class Delay:
    """When word comes, given that it comes, by outcome; worth `ess` observations."""

    origin: Origin
    passed: Lognormal
    failed: Lognormal
    ess: float


@dataclass(frozen=True)
class Tail:
    """The slow part of a delay curve: its share by outcome, and its own curve."""

    origin: Origin
    passed_weight: float
    failed_weight: float
    curve: Lognormal


@dataclass(frozen=True)
class LikelihoodRatio:
    """P(seen | pass) / P(seen | fail), ln LR ~ Normal(ln lr, log_sd).

    Inside a `group` only the strongest counts; a `direct` one counts whole and always.
    """

    origin: Origin
    lr: float
    log_sd: float
    group: str
    direct: bool


@dataclass(frozen=True)
class SignalRule:
    """How signals are put together: an exponent across groups, then a cap on the product."""

    group_exponent: float
    cap_low: float
    cap_high: float


@dataclass(frozen=True)
class OthersRule:
    """What the word of others counts for.

    `trust`: share of its weight that a report keeps, by how sure it is. A round at least
    `earlier_season_after_days` before mine tells of timing; its weight in people, at most
    `one_day_at_most` for word of one day, is multiplied by `yearly_weight` for each year and by
    `promised_weight` where a window was promised; all together weigh `at_most`.
    """

    origin: Origin
    trust: Mapping[str, float]
    earlier_season_after_days: float
    yearly_weight: float
    promised_weight: float
    one_day_at_most: float
    at_most: float


@dataclass(frozen=True)
class SlowSeason:
    """A season, both end days included as (month, day), in which offices decide more slowly.

    `factor` multiplies the weight of its business days. It may run over the year's end.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    factor: float

    def holds(self, day: date) -> bool:
        """Whether `day` lies in the season."""
        month_day = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= month_day <= self.last
        return month_day >= self.first or month_day <= self.last


@dataclass(frozen=True)
class Inquiry:
    """Customs of asking: how long to wait where nothing was promised, when to call, how often.

    `no_promise_business_days` by stage; `hours` like "10:00-11:45", Asia/Tokyo.
    """

    origin: Origin
    no_promise_business_days: Mapping[str, int]
    hours: tuple[str, ...]
    again_after_business_days: int
    at_most: int


@dataclass(frozen=True)
class HelpLine:
    """A help line, with the day its number was checked and how sure we are of it."""

    name: str
    number: str
    hours: str
    checked_on: date
    certainty: str
    source: str
