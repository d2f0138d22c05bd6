import tomllib
from datetime import date
from pathlib import Path

import pytest

from yokame.priors import PriorsError, read_help_lines, read_priors
from yokame.priors.reading import DATA

TEXT = (DATA / "priors.toml").read_text(encoding="utf-8")


def test_every_signal_of_the_file_is_read_with_its_grade_and_sources() -> None:
    table = tomllib.loads(TEXT)["signals"]["lr"]

    signals = read_priors().signals

    assert list(signals) == list(table)
    for name, row in table.items():
        assert signals[name].lr == row["lr"]
        assert signals[name].origin.grade == row["solidity"]
        assert len(signals[name].origin.sources) == len(row["sources"])


def test_a_direct_signal_is_known_as_such() -> None:
    direct = {name for name, signal in read_priors().signals.items() if signal.direct}

    assert direct == {
        "next_date_fixed_on_spot",
        "told_pass_on_spot",
        "told_fail_on_spot",
        "peer_same_slot_passed",
        "peer_same_slot_rejected",
    }


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        (("mean = 0.47", "mean = 1.47"), "pass_rate.new_grad.document"),
        (("low = 0.10", "low = 0.60"), "pass_rate.new_grad.document"),
        (('solidity = "B"', 'solidity = "X"'), "pass_rate.new_grad.final.solidity"),
        (('"caritas_2019_05", "shuupura_es"', '"nobody"'), "pass_rate.new_grad.document.sources"),
        (("weight = 0.75", "weight = 0.95"), "window.reading.one_week"),
        (("median = 6.0, sigma", "median = -6.0, sigma"), "delay.new_grad.document.pass.median"),
        (('schema = "priors/1"', 'schema = "priors/9"'), "meta.schema"),
        (("ess_default", "x"), None),
        (("group_exponent", "x"), "group_exponent"),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, wrong: tuple[str, str], name: str | None) -> None:
    path = tmp_path / "priors.toml"
    path.write_text(TEXT.replace(*wrong), encoding="utf-8")

    if name is None:  # an entry that nothing reads may be absent
        assert read_priors(path).made_on == date(2026, 11, 23)
        return
    with pytest.raises(PriorsError) as caught:
        read_priors(path)
    assert caught.value.name == name


def test_a_slow_season_may_run_over_the_end_of_the_year() -> None:
    year_end = read_priors().slow_seasons[-1]

    inside = [date(2026, 12, 28), date(2026, 12, 31), date(2027, 1, 4)]
    outside = [date(2026, 12, 27), date(2027, 1, 5), date(2026, 6, 1)]

    assert all(year_end.holds(day) for day in inside)
    assert not any(year_end.holds(day) for day in outside)


def test_help_lines_are_those_whose_number_was_checked_with_the_day_of_it() -> None:
    lines = read_help_lines()

    assert all(line.checked_on == date(2026, 11, 23) for line in lines)
    numbers = {line.number for line in lines}
    assert "0120-279-338" in numbers
    assert "0120-783-556" not in numbers  # from memory, not from a source
