"""Read the packaged facts, and refuse a file that is not what it should be."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from yokame.priors.entries import (
    Entries,
    Table,
    lognormal,
    positive,
    slow_seasons,
    weights_by_rule,
)
from yokame.priors.errors import PriorsError
from yokame.priors.values import (
    Delay,
    HelpLine,
    Inquiry,
    LikelihoodRatio,
    Origin,
    OthersRule,
    PassRate,
    Share,
    SignalRule,
    SlowSeason,
    Tail,
)

DATA = Path(__file__).parent / "data"
_SCHEMA = "priors/1"
# How `help.tsv` marks a number that two sources agree on.
_CHECKED = "stored pages agree"
_TRACKS = ("new_grad", "mid_career", "part_time")


@dataclass(frozen=True, eq=False)
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
    others: OthersRule
    slow_seasons: tuple[SlowSeason, ...]
    inquiry: Inquiry


@cache
def read_priors(path: Path = DATA / "priors.toml") -> Priors:
    """The priors of `path`, checked. The file is read once.

    Raises
    ------
    PriorsError
        If a value is missing or impossible, a grade unknown, or a source not named.
    """
    with path.open("rb") as file:
        table = tomllib.load(file)
    if table["meta"]["schema"] != _SCHEMA:
        raise PriorsError("meta.schema", f"should be {_SCHEMA}")
    try:
        return _priors(table, Entries(table["sources"]))
    except KeyError as missing:
        raise PriorsError(str(missing.args[0]), "is missing") from missing


@cache
def read_help_lines(path: Path = DATA / "help.tsv") -> tuple[HelpLine, ...]:
    """Where to find help: the lines whose number was checked, each with the day of it.

    A number that nobody checked is worse than none for who dials it at night.
    """
    with path.open(encoding="utf-8", newline="") as file:
        lines = tuple(
            HelpLine(checked_on=date.fromisoformat(row.pop("checked_on")), **row)
            for row in csv.DictReader(file, delimiter="\t")
        )
    return tuple(line for line in lines if line.certainty == _CHECKED)


def _priors(table: Table, entries: Entries) -> Priors:
    """Each table of the file where it belongs."""
    delay, window, lost = table["delay"], table["window"], table["silent_given_pass"]
    return Priors(
        made_on=date.fromisoformat(table["meta"]["made"]),
        pass_rate={
            key: entries.pass_rate(f"pass_rate.{key}", row)
            for key, row in _by_track(table["pass_rate"])
        },
        delay={key: entries.delay(f"delay.{key}", row) for key, row in _by_track(delay)},
        delay_tail=entries.tail(
            "delay.tail",
            delay["tail"],
            weights=(delay["tail"]["weight_pass"], delay["tail"]["weight_fail"]),
            curve=lognormal("delay.tail", delay["tail"]),
        ),
        size_factor=_size_factor(delay["size_factor"]),
        size_factor_origin=entries.origin("delay.size_factor", delay["size_factor"]),
        gap_log_sd=positive("delay.gap_uncertainty", delay["gap_uncertainty"]["sd_log_ratio"]),
        window=entries.window(window),
        window_tail=entries.tail(
            "window.tail",
            window["meta"],
            weights=(window["pass"]["tail_weight"], window["fail"]["tail_weight"]),
            curve=lognormal("window.tail", window["tail"], median="median_ratio"),
        ),
        readings=_readings(window["reading"]),
        readings_origin=entries.origin("window.reading", window["reading"]),
        silent_if_failed=_silent_if_failed(table["silent_given_fail"], entries),
        silent_if_passed=entries.share("silent_given_pass", lost["all"], about=lost),
        contact=_contact(table["channel_lr"], entries),
        signals=_signals(table["signals"], entries),
        signal_rule=_signal_rule(table["signals"]["meta"]),
        others=entries.others(table["others"]),
        slow_seasons=slow_seasons(table["calendar"]),
        inquiry=entries.inquiry(table["inquiry"]),
    )


def _by_track(table: Table) -> Iterator[tuple[str, Table]]:
    for track in _TRACKS:
        for stage, row in table[track].items():
            yield f"{track}.{stage}", row


def _size_factor(table: Table) -> dict[str, float]:
    """The factors; what is not a number there is about them."""
    return {
        key: positive(f"delay.size_factor.{key}", value)
        for key, value in table.items()
        if isinstance(value, float)
    }


def _readings(table: Table) -> dict[str, dict[str, float]]:
    return {
        kind: weights_by_rule(f"window.reading.{kind}", rows)
        for kind, rows in table.items()
        if kind not in ("solidity", "sources")
    }


def _silent_if_failed(table: Table, entries: Entries) -> dict[str, Share]:
    said = [(key, rows) for key, rows in table.items() if key.startswith("said_")]
    return {
        f"{key}.{who}": entries.share(f"silent_given_fail.{key}.{who}", share, about=rows)
        for key, rows in [*_by_track(table), *said]
        for who, share in rows.items()
        if isinstance(share, dict)
    }


def _contact(table: Table, entries: Entries) -> dict[str, LikelihoodRatio]:
    return {
        f"{way}.{stage}": entries.likelihood_ratio(f"channel_lr.{way}.{stage}", row)
        for way, rows in table.items()
        for stage, row in rows.items()
    }


def _signals(table: Table, entries: Entries) -> dict[str, LikelihoodRatio]:
    direct = table["meta"]["direct_signals_not_capped"]
    return {
        name: entries.likelihood_ratio(f"signals.lr.{name}", row, direct=name in direct)
        for name, row in table["lr"].items()
    }


def _signal_rule(table: Table) -> SignalRule:
    return SignalRule(
        group_exponent=table["group_exponent"],
        cap_low=table["cap_total_lr_low"],
        cap_high=table["cap_total_lr_high"],
    )
