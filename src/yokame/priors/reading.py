"""Read the packaged facts, and refuse a file that is not what it should be."""

import csv
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from yokame.priors.errors import PriorsError
from yokame.priors.values import (
    Delay,
    HelpLine,
    Inquiry,
    LikelihoodRatio,
    Lognormal,
    Origin,
    PassRate,
    Share,
    SignalRule,
    SlowSeason,
    Tail,
)

_DATA = Path(__file__).parent / "data"
_GRADES = frozenset("ABCDJ")
_SCHEMA = "priors/1"

# What TOML gives before it is checked.
Table = dict[str, Any]


@dataclass(frozen=True)
class Priors:
    """Every prior behind an answer, keyed as in `priors.toml`.

    `pass_rate`, `delay` by "track.stage"; `silent_if_failed` by "track.stage_kind.who" and
    "said_everyone.all", "said_pass_only.all"; `contact` by "way.stage_kind"; `readings` by
    kind of window, then rule.
    """

    made_on: date
    pass_rate: Mapping[str, PassRate]
    delay: Mapping[str, Delay]
    delay_tail: Tail
    size_factor: Mapping[str, float]
    size_factor_origin: Origin
    gap_log_sd: float
    window: Delay
    window_tail: Tail
    readings: Mapping[str, Mapping[str, float]]
    readings_origin: Origin
    silent_if_failed: Mapping[str, Share]
    silent_if_passed: Share
    contact: Mapping[str, LikelihoodRatio]
    signals: Mapping[str, LikelihoodRatio]
    signal_rule: SignalRule
    slow_seasons: tuple[SlowSeason, ...]
    inquiry: Inquiry


@cache
def read_priors(path: Path = _DATA / "priors.toml") -> Priors:
    """The priors of `path`, checked. The file is read once.

    Raises
    ------
    PriorsError
        If a value is missing or impossible, a grade unknown, or a source not named.
    """
    with path.open("rb") as file:
        table = tomllib.load(file)
    try:
        return _Reader(table).priors()
    except KeyError as missing:
        raise PriorsError(str(missing.args[0]), "is missing") from missing


@cache
def read_help_lines(path: Path = _DATA / "help.tsv") -> tuple[HelpLine, ...]:
    """Where to find help, each line with the day it was checked."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            HelpLine(checked_on=date.fromisoformat(row.pop("checked_on")), **row)
            for row in csv.DictReader(file, delimiter="\t")
        )


class _Reader:
    """Turns the tables of one file into values; knows the sources that the file names."""

    def __init__(self, table: Table) -> None:
        if table["meta"]["schema"] != _SCHEMA:
            raise PriorsError("meta.schema", f"should be {_SCHEMA}")
        self._table = table
        self._sources: dict[str, str] = table["sources"]

    def priors(self) -> Priors:
        delay, window, signals = (self._table[name] for name in ("delay", "window", "signals"))
        return Priors(
            made_on=date.fromisoformat(self._table["meta"]["made"]),
            pass_rate={
                key: self._pass_rate(f"pass_rate.{key}", row)
                for key, row in _rows_by_track(self._table["pass_rate"])
            },
            delay={key: self._delay(f"delay.{key}", row) for key, row in _rows_by_track(delay)},
            delay_tail=self._tail(
                "delay.tail",
                delay["tail"],
                weights=(delay["tail"]["weight_pass"], delay["tail"]["weight_fail"]),
                curve=_lognormal("delay.tail", delay["tail"]),
            ),
            size_factor={
                key: _positive(f"delay.size_factor.{key}", value)
                for key, value in delay["size_factor"].items()
                if isinstance(value, float)
            },
            size_factor_origin=self._origin("delay.size_factor", delay["size_factor"]),
            gap_log_sd=_positive("delay.gap_uncertainty", delay["gap_uncertainty"]["sd_log_ratio"]),
            window=self._window(window),
            window_tail=self._tail(
                "window.tail",
                window["meta"],
                weights=(window["pass"]["tail_weight"], window["fail"]["tail_weight"]),
                curve=_lognormal("window.tail", window["tail"], median="median_ratio"),
            ),
            readings={
                kind: _weights(f"window.reading.{kind}", rows)
                for kind, rows in window["reading"].items()
                if kind not in ("solidity", "sources")
            },
            readings_origin=self._origin("window.reading", window["reading"]),
            silent_if_failed=self._silent_if_failed(self._table["silent_given_fail"]),
            silent_if_passed=self._share(
                "silent_given_pass",
                self._table["silent_given_pass"]["all"],
                self._table["silent_given_pass"],
            ),
            contact={
                f"{way}.{stage}": self._likelihood_ratio(f"channel_lr.{way}.{stage}", row)
                for way, rows in self._table["channel_lr"].items()
                for stage, row in rows.items()
            },
            signals={
                name: self._likelihood_ratio(
                    f"signals.lr.{name}",
                    row,
                    direct=name in signals["meta"]["direct_signals_not_capped"],
                )
                for name, row in signals["lr"].items()
            },
            signal_rule=SignalRule(
                group_exponent=signals["meta"]["group_exponent"],
                cap_low=signals["meta"]["cap_total_lr_low"],
                cap_high=signals["meta"]["cap_total_lr_high"],
            ),
            slow_seasons=_slow_seasons(self._table["calendar"]),
            inquiry=self._inquiry(self._table["inquiry"]),
        )

    def _origin(self, name: str, row: Table) -> Origin:
        grade = row["solidity"]
        if grade not in _GRADES:
            raise PriorsError(f"{name}.solidity", f"is {grade!r}, not one of A, B, C, D, J")
        unknown = [key for key in row["sources"] if key not in self._sources]
        if unknown:
            raise PriorsError(f"{name}.sources", f"names {unknown[0]!r}, which is not in [sources]")
        return Origin(name, grade, tuple(self._sources[key] for key in row["sources"]))

    def _pass_rate(self, name: str, row: Table) -> PassRate:
        if not 0 < row["low"] < row["mean"] < row["high"] < 1:
            raise PriorsError(name, "should have 0 < low < mean < high < 1")
        ess = _positive(f"{name}.ess", row["ess"])
        return PassRate(self._origin(name, row), row["mean"], ess, row["low"], row["high"])

    def _share(self, name: str, row: Table, about: Table) -> Share:
        if not 0 < row["mean"] < 1:
            raise PriorsError(f"{name}.mean", "should lie between 0 and 1")
        return Share(self._origin(name, about), row["mean"], _positive(f"{name}.ess", row["ess"]))

    def _silent_if_failed(self, table: Table) -> dict[str, Share]:
        said = {key: rows for key, rows in table.items() if key.startswith("said_")}
        by_track = dict(_rows_by_track({k: v for k, v in table.items() if k not in said}))
        return {
            f"{key}.{who}": self._share(f"silent_given_fail.{key}.{who}", share, rows)
            for key, rows in {**by_track, **said}.items()
            for who, share in rows.items()
            if isinstance(share, dict)
        }

    def _delay(self, name: str, row: Table) -> Delay:
        return Delay(
            self._origin(name, row),
            passed=_lognormal(f"{name}.pass", row["pass"]),
            failed=_lognormal(f"{name}.fail", row["fail"]),
            ess=_positive(f"{name}.ess", row["ess"]),
        )

    def _window(self, table: Table) -> Delay:
        return Delay(
            self._origin("window.meta", table["meta"]),
            passed=_lognormal("window.pass", table["pass"], median="median_ratio"),
            failed=_lognormal("window.fail", table["fail"], median="median_ratio"),
            ess=_positive("window.meta.ess", table["meta"]["ess"]),
        )

    def _tail(
        self, name: str, about: Table, *, weights: tuple[float, float], curve: Lognormal
    ) -> Tail:
        if not all(0 <= weight < 1 for weight in weights):
            raise PriorsError(name, "weights should lie between 0 and 1")
        return Tail(self._origin(name, about), *weights, curve)

    def _likelihood_ratio(self, name: str, row: Table, *, direct: bool = False) -> LikelihoodRatio:
        return LikelihoodRatio(
            self._origin(name, row),
            lr=_positive(f"{name}.lr", row["lr"]),
            log_sd=_positive(f"{name}.log_sd", row["log_sd"]),
            group=row.get("group", ""),
            direct=direct,
        )

    def _inquiry(self, table: Table) -> Inquiry:
        return Inquiry(
            self._origin("inquiry", table),
            no_promise_business_days=dict(table["no_promise_business_days"]),
            hours=tuple(table["hours_local"]),
            again_after_business_days=table["second_inquiry_after_business_days"],
            at_most=table["max_inquiries"],
        )


def _rows_by_track(table: Table) -> list[tuple[str, Table]]:
    return [
        (f"{track}.{stage}", row)
        for track in ("new_grad", "mid_career", "part_time")
        for stage, row in table[track].items()
    ]


def _positive(name: str, value: object) -> float:
    if not isinstance(value, int | float) or not math.isfinite(value) or value <= 0:
        raise PriorsError(name, f"is {value!r}, should be a number above 0")
    return float(value)


def _lognormal(name: str, row: Table, *, median: str = "median") -> Lognormal:
    return Lognormal(
        _positive(f"{name}.{median}", row[median]), _positive(f"{name}.sigma", row["sigma"])
    )


def _weights(name: str, rows: list[Table]) -> dict[str, float]:
    weights = {row["rule"]: _positive(name, row["weight"]) for row in rows}
    if not math.isclose(sum(weights.values()), 1):
        raise PriorsError(name, "weights should sum to 1")
    return weights


def _slow_seasons(table: Table) -> tuple[SlowSeason, ...]:
    return tuple(
        SlowSeason(
            _month_day(table[name][0]), _month_day(table[name][1]), table[f"work_factor_{name}"]
        )
        for name in ("golden_week", "obon", "year_end")
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
