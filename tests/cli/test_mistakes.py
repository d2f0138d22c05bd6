"""Wrong input gets a line or two in the right language and exit code 2, and never a traceback."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.calls import FINAL, FRIDAY, Caller
from yokame.cli.entrance import run

MISTAKES = [
    (("fly",), "「fly」というコマンドはありません"),
    (("answer", "--held"), "--held のあとに値が必要です"),
    (("answer", "--stage", "final"), "--held が必要です。例：--held 11/13"),
    (("promise", "--held", "11/13"), "ことば が必要です"),
    (("promise", "1週間", "以内", "--held", "11/13"), "「以内」が余分です"),
    (("up", "--json"), "--json というオプションはありません"),
    ((*FINAL, "--jason"), "。--json、--lang のことでしょうか"),
    ((*FINAL, "--json=1"), "--json には値をつけません"),
    ((*FINAL, "--stage", "second"), "「second」は使えません。使えるのは document、web_test"),
    ((*FINAL, "--lang", "fr"), "--lang：「fr」は使えません。使えるのは ja、en です"),
    ((*FINAL, "--policy", "unknown"), "使えるのは everyone、passed_only です"),
    ((*FINAL, "--size", "many"), "--size：「many」は人数として読めません"),
    ((*FINAL, "--size", "9" * 5000), "人数として読めません"),
    ((*FINAL, "--held", "soon"), "--held：「soon」は日付として読めません"),
    ((*FINAL, "--held", "2026-02-30"), "カレンダーにない日付です"),
    ((*FINAL, "--held", "11/13(木)"), "曜日が合いません（2026年11月13日(金)です）"),
    ((*FINAL, "--held", "2026-11-21"), "--held：受けた日（2026年11月21日(土)）が今日"),
    ((*FINAL, "--held", "0001-01-01"), "の日付を入れてください"),
    ((*FINAL, "--signal", "smile"), "近いもの：smiles_good_mood"),
    ((*FINAL, "--contact", "phone"), "--contact には --contact-on も必要です"),
    ((*FINAL, "--contact-on", "11/18"), "--contact-on には --contact も必要です"),
    ((*FINAL, "--contact", "mail", "--contact-on", "11/12"), "--contact-on：着信やメールの日"),
    ((*FINAL, "--asked", "11/12"), "--asked：問い合わせた日"),
]


@pytest.mark.parametrize(("args", "said"), MISTAKES, ids=[" ".join(a)[:60] for a, _ in MISTAKES])
def test_a_mistake_is_named_with_its_option_and_value(
    yokame: Caller, args: tuple[str, ...], said: str
) -> None:
    called = yokame(*args)

    assert called.code == 2
    assert called.out == ""
    assert said in called.err
    assert len(called.err.splitlines()) - called.err.count("と読みました") == 2


def test_mistakes_are_told_in_english_where_asked(yokame: Caller) -> None:
    called = yokame("answer", "--lang=en", "--stage", "final")

    assert called.err == (
        "yokame: --held is needed, for example --held 11/13\nSee: yokame answer --help\n"
    )


def test_the_language_may_stand_before_the_verb(yokame: Caller) -> None:
    assert "There is no command" in yokame("--lang", "en", "fly").err


def test_line_breaks_and_escapes_in_a_value_stay_out_of_the_message(yokame: Caller) -> None:
    called = yokame(*FINAL, "--held", "a\nb\x1b[2J")

    assert "「a b [2J」" in called.err


def test_capitals_and_full_width_letters_are_forgiven(yokame: Caller) -> None:
    loosely = ("--stage", "ＦＩＮＡＬ", "--track", "mid-career", "--held", "１１／１３")

    assert yokame("answer", *loosely).code == 0


words = st.one_of(
    st.text(max_size=12),
    st.sampled_from([*FINAL, "promise", "1週間以内", "--said", "--json", "--lang", "--", "-"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=8).filter(lambda args: "up" not in args))
def test_no_arguments_whatever_break_it(args: list[str]) -> None:
    assert run(args, today=FRIDAY) in (0, 2)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_no_words_or_dates_whatever_break_it(text: str) -> None:
    assert run([*FINAL, "--said", text], today=FRIDAY) == 0
    assert run(["promise", "1週間", "--held", text], today=FRIDAY) in (0, 2)
