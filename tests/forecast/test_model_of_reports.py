"""A model of reports from its file: the same answers, in a new version as soon as it is there."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.forecast.teaching import AOZORA, MADE, season_model, table, trained, write_model
from tests.forecast.teaching import half_and_half as reports
from yokame.forecast import ModelUnusableError, check, load
from yokame.learning import LearnedModel, model_file
from yokame.learning.about import About


def test_a_model_from_its_file_answers_as_it_did_before(tmp_path: Path) -> None:
    file = write_model(tmp_path / "model.yokame")

    read, made = load(file).answer(AOZORA), season_model().answer(AOZORA)

    # effects are kept in single precision
    assert read.passed.prob == pytest.approx(made.passed.prob, abs=1e-5)
    np.testing.assert_allclose(read.word.by_date_prob, made.word.by_date_prob, atol=1e-5)
    assert read.basis == made.basis
    assert read.basis.model == f"reports up to {MADE} and priors {read.basis.priors_made_on}"


def test_without_a_file_the_priors_answer() -> None:
    assert load().answer(AOZORA).basis.reports_until is None
    assert load().answer(AOZORA).passed == load().answer(replace(AOZORA, employer="")).passed


def test_a_file_that_is_replaced_is_read_anew(tmp_path: Path) -> None:
    file = write_model(tmp_path / "model.yokame")
    first = load(file).answer(AOZORA).passed.prob
    easy = trained(reports(500, passed=0.9))
    assert easy.lessons is not None

    about = About.of(table(reports(500)), made=MADE, reference="priors")
    model_file.save(easy.lessons.taught, file, about)

    assert load(file).answer(AOZORA).passed.prob > first + 0.2


def test_a_file_is_read_once_for_many_answers(tmp_path: Path) -> None:
    file = write_model(tmp_path / "model.yokame")

    first, second = load(file), load(file)

    assert first.lessons is not None
    assert second.lessons is not None
    assert first.lessons.taught is second.lessons.taught
    assert first.draws is load().draws


@pytest.mark.parametrize("look", [load, check])
def test_what_cannot_be_used_says_why(look: object, tmp_path: Path) -> None:
    assert callable(look)
    broken = write_model(tmp_path / "broken.yokame")
    data = bytearray(broken.read_bytes())
    data[len(data) // 2] ^= 1
    broken.write_bytes(bytes(data))
    text = tmp_path / "text.yokame"
    text.write_text("no model")
    own = tmp_path / "own.yokame"
    told = table(reports(90))
    model_file.save(LearnedModel.fit(told), own, About.of(told, made=MADE, reference="own"))

    problems = []
    for file in (tmp_path / "none.yokame", tmp_path, text, broken, own):
        with pytest.raises(ModelUnusableError) as raised:
            look(file)
        assert str(file) in str(raised.value)
        problems.append(raised.value.problem)

    assert problems == ["missing", "closed", "no_model", "damaged", "other_kind"]


def test_a_sound_file_passes_the_check(tmp_path: Path) -> None:
    check(write_model(tmp_path / "model.yokame"))


def test_only_trades_with_some_reports_are_offered() -> None:
    model = trained([*reports(3), replace(reports(2)[0], industry="漁業", count=2.0)])
    assert model.lessons is not None

    assert model.lessons.industries == ("商社",)
