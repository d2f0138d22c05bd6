"""One entry of `priors.toml` at a time: turned into a value, or refused by name."""

import math
from typing import Any

from yokame.priors.errors import PriorsError
from yokame.priors.values import (
    Delay,
    Inquiry,
    LikelihoodRatio,
    Lognormal,
    Origin,
    OthersRule,
    PassRate,
    Share,
    SlowSeason,
    Tail,
)

_GRADES = frozenset("ABCDJ")

# What TOML gives before it is checked.
Table = dict[str, Any]


class Entries:
    """Turns tables into values; knows the sources that the file names."""

    def __init__(self, sources: dict[str, str]) -> None:
        self._sources = sources

    def origin(self, name: str, row: Table) -> Origin:
        """Where the entry stands, its grade and its sources in words."""
        grade = row["solidity"]
        if grade not in _GRADES:
            raise PriorsError(f"{name}.solidity", f"is {grade!r}, not one of A, B, C, D, J")
        unknown = [key for key in row["sources"] if key not in self._sources]
        if unknown:
            raise PriorsError(f"{name}.sources", f"names {unknown[0]!r}, which is not in [sources]")
        return Origin(name, grade, tuple(self._sources[key] for key in row["sources"]))

    def pass_rate(self, name: str, row: Table) -> PassRate:
        """A row of [pass_rate]."""
        if not 0 < row["low"] < row["mean"] < row["high"] < 1:
            raise PriorsError(name, "should have 0 < low < mean < high < 1")
        ess = positive(f"{name}.ess", row["ess"])
        return PassRate(self.origin(name, row), row["mean"], ess, row["low"], row["high"])

    def share(self, name: str, row: Table, *, about: Table) -> Share:
        """A share of [silent_given_*]; `about` holds its grade and sources."""
        if not 0 < row["mean"] < 1:
            raise PriorsError(f"{name}.mean", "should lie between 0 and 1")
        return Share(self.origin(name, about), row["mean"], positive(f"{name}.ess", row["ess"]))

    def delay(self, name: str, row: Table) -> Delay:
        """A row of [delay]."""
        return Delay(
            self.origin(name, row),
            passed=lognormal(f"{name}.pass", row["pass"]),
            failed=lognormal(f"{name}.fail", row["fail"]),
            ess=positive(f"{name}.ess", row["ess"]),
        )

    def window(self, table: Table) -> Delay:
        """The table [window]: a delay in multiples of what was promised."""
        return Delay(
            self.origin("window.meta", table["meta"]),
            passed=lognormal("window.pass", table["pass"], median="median_ratio"),
            failed=lognormal("window.fail", table["fail"], median="median_ratio"),
            ess=positive("window.meta.ess", table["meta"]["ess"]),
        )

    def tail(
        self, name: str, about: Table, *, weights: tuple[float, float], curve: Lognormal
    ) -> Tail:
        """The slow part of a curve."""
        if not all(0 <= weight < 1 for weight in weights):
            raise PriorsError(name, "weights should lie between 0 and 1")
        return Tail(self.origin(name, about), *weights, curve)

    def likelihood_ratio(self, name: str, row: Table, *, direct: bool = False) -> LikelihoodRatio:
        """A row of [signals.lr] or [channel_lr]."""
        return LikelihoodRatio(
            self.origin(name, row),
            lr=positive(f"{name}.lr", row["lr"]),
            log_sd=positive(f"{name}.log_sd", row["log_sd"]),
            group=row.get("group", ""),
            direct=direct,
        )

    def others(self, table: Table) -> OthersRule:
        """The table [others]."""
        return OthersRule(
            self.origin("others", table),
            trust={sure: _part(f"others.trust.{sure}", p) for sure, p in table["trust"].items()},
            earlier_season_after_days=positive(
                "others.earlier_season_after_days", table["earlier_season_after_days"]
            ),
            yearly_weight=_part("others.timing_weight_per_year", table["timing_weight_per_year"]),
            promised_weight=_part(
                "others.timing_weight_under_a_promise", table["timing_weight_under_a_promise"]
            ),
            one_day_at_most=positive(
                "others.timing_people_of_one_day", table["timing_people_of_one_day"]
            ),
            at_most=positive("others.timing_people_in_all", table["timing_people_in_all"]),
        )

    def inquiry(self, table: Table) -> Inquiry:
        """The table [inquiry]."""
        return Inquiry(
            self.origin("inquiry", table),
            no_promise_business_days=dict(table["no_promise_business_days"]),
            hours=tuple(table["hours_local"]),
            again_after_business_days=table["second_inquiry_after_business_days"],
            at_most=table["max_inquiries"],
        )


def positive(name: str, value: object) -> float:
    """`value`, if it is a number above 0."""
    if not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        raise PriorsError(name, f"is {value!r}, should be a number above 0")
    return float(value)


def _part(name: str, value: object) -> float:
    """`value`, if it is a number from 0 to 1."""
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise PriorsError(name, f"is {value!r}, should lie between 0 and 1")
    return float(value)


def lognormal(name: str, row: Table, *, median: str = "median") -> Lognormal:
    """A curve; `median` is the key under which its median stands."""
    return Lognormal(
        positive(f"{name}.{median}", row[median]), positive(f"{name}.sigma", row["sigma"])
    )


def weights_by_rule(name: str, rows: list[Table]) -> dict[str, float]:
    """Rows of {rule, weight}; they sum to 1."""
    weights = {row["rule"]: positive(name, row["weight"]) for row in rows}
    if not math.isclose(sum(weights.values()), 1):
        raise PriorsError(name, "weights should sum to 1")
    return weights


def slow_seasons(table: Table) -> tuple[SlowSeason, ...]:
    """The seasons of [calendar]."""
    return tuple(
        SlowSeason(
            _month_day(table[name][0]), _month_day(table[name][1]), table[f"work_factor_{name}"]
        )
        for name in ("golden_week", "obon", "year_end")
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
