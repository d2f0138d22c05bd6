"""The model of the house: from its file as it is now, and the priors where it cannot be used."""

import logging
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.forecast.teaching import AOZORA
from yokame.forecast import load
from yokame.tracker.model_in_use import fault_of_model, model_in_use


@pytest.fixture(autouse=True)
def heard(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What is logged; what was told in other tests is forgotten."""
    caplog.set_level(logging.ERROR, "yokame")
    model_in_use()
    caplog.clear()
    return caplog


def test_a_house_without_a_file_answers_from_the_priors(heard: pytest.LogCaptureFixture) -> None:
    assert model_in_use() is load()
    assert fault_of_model() is None
    assert not heard.records


@pytest.mark.usefixtures("model_of_reports")
def test_a_house_with_a_file_answers_from_its_reports() -> None:
    basis = model_in_use().answer(AOZORA).basis

    assert (basis.reports, basis.reports_until) == (302, date(2026, 11, 24))
    assert fault_of_model() is None


def test_a_file_that_comes_or_goes_is_heeded_at_once(model_of_reports: Path) -> None:
    with_reports = model_in_use()
    model_of_reports.rename(model_of_reports.with_suffix(".away"))

    without = model_in_use()

    assert with_reports.lessons is not None
    assert without is load()


def test_a_file_that_was_named_and_is_not_there_is_told_once(
    settings: Settings, tmp_path: Path, heard: pytest.LogCaptureFixture
) -> None:
    settings.MODEL_FILE, settings.MODEL_MUST_BE_THERE = tmp_path / "none.yokame", True

    models = [model_in_use() for _ in range(3)]

    assert models == [load()] * 3
    assert [record.getMessage() for record in heard.records] == [
        f"The priors answer alone: {tmp_path / 'none.yokame'}: No such file or directory"
    ]
    fault = fault_of_model()
    assert fault is not None
    assert fault.problem == "missing"


def test_a_broken_file_is_told_again_once_it_was_mended_in_between(
    model_of_reports: Path, heard: pytest.LogCaptureFixture
) -> None:
    sound = model_of_reports.read_bytes()

    for data in (b"broken", b"broken", sound, b"broken!"):
        model_of_reports.write_bytes(data)
        model_in_use()

    assert len(heard.records) == 2
