"""`yokame answer --model`: what reports taught, on the page and in the machine form."""

from pathlib import Path

import pytest

from tests.cli.calls import FINAL, Caller
from tests.forecast.teaching import write_model


@pytest.fixture
def model(tmp_path: Path) -> str:
    """The file of a model."""
    return str(write_model(tmp_path / "model.yokame"))


def test_the_page_says_what_came_from_reports(yokame: Caller, model: str) -> None:
    page = yokame(*FINAL, "--model", model, "--employer", "青空商事", "--industry", "商社").out

    said = "".join(page.split())
    assert (
        "体験記は、「青空商事」の同じ選考が60件、同じ業界（商社）の同じ選考が150件、"
        "同じ選考がぜんぶで302件です。同じ会社のものを、いちばん重く見ています。"
        "そのぶん、下がりました。"
    ) in said
    assert "この選考の体験記302件を使っています。" in said
    assert "体験記は2026年11月24日(火)まで" in said


def test_the_machine_form_keeps_its_keys_and_names_the_model(yokame: Caller, model: str) -> None:
    plain = yokame(*FINAL, "--employer", "青空商事", "--json").json
    learned = yokame(*FINAL, "--employer", "青空商事", "--model", model, "--json").json

    assert list(learned) == list(plain)
    assert [list(row) for row in learned["evidence"]] == [list(row) for row in plain["evidence"]]
    assert learned["basis"]["reports"] == 302
    assert learned["basis"]["model"].startswith("reports up to 2026-11-24 and priors 20")
    assert learned["passed"]["prob"] < plain["passed"]["prob"]


def test_a_trade_counts_where_nobody_told_of_the_employer(yokame: Caller, model: str) -> None:
    named = (*FINAL, "--model", model, "--employer", "まだない会社")
    trading, software = (
        yokame(*named, "--industry", trade, "--lang", "en", "--json").json
        for trade in ("商社", "IT")
    )

    assert trading["passed"]["prob"] < software["passed"]["prob"]
    assert "rests on those of the same trade" in trading["evidence"][1]["note"]


def test_an_employer_with_two_reports_is_not_counted_out(yokame: Caller, model: str) -> None:
    page = yokame(*FINAL, "--model", model, "--employer", "緑野システム", "--lang", "en").out

    assert "a few on this stage at “緑野システム”" in " ".join(page.split())


@pytest.mark.parametrize(
    ("lang", "said"), [("ja", "というファイルが見つかりません"), ("en", "there is no file")]
)
def test_a_model_that_is_not_there_is_told(yokame: Caller, lang: str, said: str) -> None:
    called = yokame(*FINAL, "--model", "nowhere.yokame", "--lang", lang)

    assert (called.code, called.out) == (2, "")
    assert said in called.err
    assert "nowhere.yokame" in called.err


def test_a_file_that_is_no_model_is_told(yokame: Caller, tmp_path: Path) -> None:
    text = tmp_path / "text.yokame"
    text.write_text("no model")

    called = yokame(*FINAL, "--model", str(text), "--lang", "en")

    assert (called.code, called.out) == (2, "")
    assert "is no model file of yokame" in called.err
