"""Which rows of `priors.toml` a question takes, written from section 6 of the design alone."""

import math
from datetime import date
from functools import cache
from typing import Any

from scipy import optimize, stats

from tests.reference.oracle_clock import PRIORS
from yokame.forecast import ContactBy, Question
from yokame.reports import Outcome, Policy, Stage, Track

# What a TOML table parses to: names, numbers, and tables of its own.
Row = Any
_FIRST_LIKE = {Stage.GROUP_DISCUSSION, Stage.MIDDLE, Stage.INTERVIEW}
_PEERS = {
    Outcome.PASS: "peer_same_slot_passed",
    Outcome.FAIL: "peer_same_slot_rejected",
    Outcome.NONE: "peer_same_slot_no_word",
}


def pass_rate(track: Track, stage: Stage) -> Row:
    """π before signals. Mid-career web tests and group discussions take first's."""
    rows = PRIORS["pass_rate"][track]
    if track is Track.PART_TIME:
        return rows["single"]
    name = "unknown_interview" if stage is Stage.INTERVIEW else str(stage)
    return rows.get(name, rows["first"])


def delay(track: Track, stage: Stage) -> Row:
    """The delay curve where no window is known."""
    rows = PRIORS["delay"][track]
    if track is Track.PART_TIME:
        return rows["single"]
    if stage in rows:
        return rows[stage]
    return rows["document"] if stage is Stage.WEB_TEST else rows["first"]


def size_factor(question: Question) -> float:
    """The first that applies: public, new graduates above 1,000, employees, agent, unknown."""
    factors, size = PRIORS["delay"]["size_factor"], question.size
    if question.public_sector:
        name = "public_sector"
    elif size is not None and size > 1000 and question.track is Track.NEW_GRAD:
        name = "new_grad_large_1000_plus"
    elif size is not None:
        large = "employees_300_plus" if size >= 300 else "employees_60_299"
        name = "employees_under_60" if size < 60 else large
    else:
        name = "via_agent" if question.via_agent else "unknown"
    return float(factors[name])


def silent_given_fail(question: Question) -> Row:
    """s: by the policy that was said, else by track, stage, and agent or size."""
    rows = PRIORS["silent_given_fail"]
    if question.told is Policy.PASSED_ONLY:
        return rows["said_pass_only"]["all"]
    if question.told is Policy.EVERYONE:
        return rows["said_everyone"]["all"]
    row = rows[question.track]
    stage = question.stage
    if question.track is Track.PART_TIME:
        return row["single"]["all"]
    if stage in (Stage.DOCUMENT, Stage.WEB_TEST):
        row = row["document"]
    else:
        row = row.get("final", row["interview"]) if stage is Stage.FINAL else row["interview"]
    if question.via_agent and "via_agent" in row:
        return row["via_agent"]
    return row.get(_size_key(question.size), row["all"])


def _size_key(size: int | None) -> str:
    if size is None or 300 < size <= 1000:
        return "all"
    return "employees_under_300" if size <= 300 else "employees_over_1000"


def channel(question: Question) -> Row:
    """The likelihood ratio of a contact of unknown content; all but final are first or middle."""
    assert question.contact is not None
    by_phone = question.contact.by is ContactBy.PHONE
    rows = PRIORS["channel_lr"]["phone_or_missed_call" if by_phone else "mail_or_mypage_unread"]
    final = question.stage is Stage.FINAL and question.track is not Track.PART_TIME
    return rows["final" if final else "first_or_middle"]


def signals(question: Question, today: date) -> tuple[list[Row], list[Row]]:
    """(the strongest of each group, the direct ones), with what others heard before `today`."""
    table, direct = PRIORS["signals"]["lr"], PRIORS["signals"]["meta"]["direct_signals_not_capped"]
    believed = PRIORS["others"]["trust"]
    heard: dict[str, float] = {}
    for row in question.others:
        same_stage = row.stage is question.stage or question.track is Track.PART_TIME
        if same_stage and row.held == question.held and row.on < today:
            name = _PEERS[row.word]
            heard[name] = max(believed[row.trust], heard.get(name, 0))
    heard |= dict.fromkeys(question.signals, 1)
    names = [name for name in table if name in heard]
    table = table | {name: _trusted(table[name], heard[name]) for name in names}
    grouped: dict[str, Row] = {}
    for name in names:
        row, group = table[name], table[name]["group"]
        if name in direct:
            continue
        if group not in grouped or _strength(row) > _strength(grouped[group]):
            grouped[group] = row
    return list(grouped.values()), [table[name] for name in names if name in direct]


def _trusted(row: Row, sure: float) -> Row:
    """A signal as far as it is believed: its ln LR and sd, times `sure`."""
    return row | {"lr": row["lr"] ** sure, "log_sd": row["log_sd"] * sure}


def _strength(row: Row) -> float:
    return abs(math.log(row["lr"]))


@cache
def beta_of(mean: float, low: float, high: float) -> tuple[float, float]:
    """(α, β) of that mean whose 10 and 90 % points lie nearest `low` and `high`."""

    def distance(ln_size: float) -> float:
        size = math.exp(ln_size)
        ten, ninety = stats.beta(mean * size, (1 - mean) * size).ppf([0.1, 0.9])
        return float((ten - low) ** 2 + (ninety - high) ** 2)

    # A coarse search first, so that a second hollow can't be mistaken for the lowest.
    start = min((step / 4 for step in range(-4, 33)), key=distance)
    bounds = (start - 0.25, start + 0.25)
    size = math.exp(optimize.minimize_scalar(distance, bounds=bounds, method="bounded").x)
    return mean * size, (1 - mean) * size
