"""Help: whole in both languages, and within its columns."""

import string

import pytest

from tests.cli.calls import Caller
from yokame.cli.columns import width
from yokame.cli.texts import all_texts, signal_labels
from yokame.priors import read_priors


def test_both_languages_have_the_same_keys() -> None:
    assert list(all_texts("ja")) == list(all_texts("en"))


@pytest.mark.parametrize("key", all_texts("ja"))
def test_a_text_has_the_same_placeholders_in_both_languages(key: str) -> None:
    ja, en = (
        {name for _, name, _, _ in string.Formatter().parse(all_texts(lang)[key]) if name}
        for lang in ("ja", "en")
    )

    assert ja == en


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "verb",
    [[], ["up"], ["answer"], ["promise"], ["letter"], ["train"], ["predict"], ["backtest"]],
)
def test_help_fits_eighty_columns(yokame: Caller, verb: list[str], lang: str) -> None:
    called = yokame(*verb, "--help", "--lang", lang)

    assert called.code == 0
    assert max(width(line) for line in called.out.splitlines()) <= 80


def test_without_a_verb_there_is_help(yokame: Caller) -> None:
    assert yokame().out == yokame("--help").out


@pytest.mark.parametrize("option", ["--json", "--lang", "--help"])
@pytest.mark.parametrize("verb", ["answer", "promise", "letter", "train", "predict", "backtest"])
def test_every_verb_that_answers_has_the_common_options(
    yokame: Caller, verb: str, option: str
) -> None:
    assert f"  {option}" in yokame(verb, "--help").out


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_signal_is_listed(yokame: Caller, lang: str) -> None:
    listed = {name for _, rows in signal_labels(lang) for name, _ in rows}

    assert listed == set(read_priors().signals)
    page = yokame("answer", "--help", "--lang", lang).out
    assert all(name in page for name in listed)
