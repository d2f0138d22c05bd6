"""`yokame promise`: how words are read, and what was left out of them."""

from tests.cli.calls import Caller

WEEK = ("promise", "1週間以内に連絡します", "--held", "2026-11-13")


def test_json_holds_the_contract(yokame: Caller) -> None:
    read = yokame(*WEEK, "--json").json

    assert list(read) == [
        "window",
        "readings",
        "deadline_on",
        "ask_from",
        "policy",
        "channel",
        "not_understood",
    ]
    assert (read["deadline_on"], read["ask_from"]) == ("2026-11-20", "2026-11-24")


def test_each_reading_is_shown_with_its_weight(yokame: Caller) -> None:
    page = yokame(*WEEK).out

    for share in ("100社中75社くらい", "100社中20社くらい", "100社中5社くらい"):
        assert share in "".join(page.split())


def test_words_for_passes_only_mean_that_one_does_not_ask(yokame: Caller) -> None:
    page = yokame("promise", "合格者のみ1週間以内に連絡します", "--held", "2026-11-13").out

    assert "合格した人にだけ連絡が来る" in page
    assert "問い合わせは控えます" in page


def test_words_without_a_day_say_so(yokame: Caller) -> None:
    called = yokame("promise", "追って連絡します", "--held", "2026-11-13", "--lang", "en")

    assert "No date could be read" in called.out
    assert "Ways to count" not in called.out


def test_what_was_not_understood_is_quoted(yokame: Caller) -> None:
    called = yokame("promise", "11/20(木)までに連絡します", "--held", "2026-11-13")

    assert called.code == 0
    assert "使わなかったことば" in called.out
