"""A model kept in a file, and files that are none."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning import LearnedModel, Taught
from yokame.learning.about import About
from yokame.learning.model_file import ModelFileError, load, read_about, save
from yokame.reports.table import Reports

MADE = date(2026, 11, 24)
# A chance is shown in whole people of 100; single precision must stay far below that.
NO_MATTER = 1e-4


@pytest.fixture(scope="module")
def reports() -> Reports:
    return made_reports()


@pytest.fixture(scope="module")
def model(reports: Reports) -> LearnedModel:
    return LearnedModel.fit(reports, with_live=True)


@pytest.fixture(scope="module")
def about(reports: Reports) -> About:
    return About.of(reports, made=MADE, reference="own")


@pytest.fixture
def file(tmp_path: Path, model: LearnedModel, about: About) -> Path:
    path = tmp_path / "waits.yokame"
    save(model, path, about)
    return path


def test_a_model_from_a_file_answers_as_the_one_that_was_saved(
    file: Path, model: LearnedModel, reports: Reports
) -> None:
    asked = replace(reports.as_asked(6.0), season=reports.season + 1)

    before, after = (
        model.predict(asked, reports),
        load(file, LearnedModel).model.predict(asked, reports),
    )

    assert model.live is not None
    np.testing.assert_allclose(after.passed_prob, before.passed_prob, atol=NO_MATTER)
    np.testing.assert_allclose(after.quantile_days, before.quantile_days, atol=1e-3)


def test_a_file_says_when_it_was_made_and_from_what(file: Path, reports: Reports) -> None:
    about = read_about(file)

    assert (about.made, about.reference, about.n_employers) == (MADE, "own", 5)
    assert [season.season for season in about.seasons] == [2021, 2022, 2023, 2024]
    assert about.n_reports == len(reports)
    assert sum(season.followed for season in about.seasons) == reports.followed.sum()


def test_equal_models_make_equal_files(
    tmp_path: Path, file: Path, model: LearnedModel, about: About
) -> None:
    save(model, tmp_path / "again.yokame", about)
    save(load(file, LearnedModel).model, tmp_path / "from_file.yokame", about)

    contents = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert len(contents) == 3
    assert len(set(contents)) == 1


def test_numpy_reads_the_arrays_without_yokame(file: Path) -> None:
    with np.load(file, allow_pickle=False) as archive:
        edges = archive["grid/edges"]

    np.testing.assert_array_equal(edges, load(file, LearnedModel).model.grid.edges)


def test_what_is_not_asked_for_is_not_read(file: Path) -> None:
    model = load(file, LearnedModel).model

    assert "edges" not in vars(model.grid)
    assert model.grid.edges.size > 1
    assert "edges" in vars(model.grid)


def test_a_file_is_read_once_and_again_when_another_takes_its_place(
    file: Path, model: LearnedModel, about: About
) -> None:
    first = load(file, LearnedModel)
    same = load(file, LearnedModel)

    save(model, file, replace(about, made=date(2026, 12, 1)))
    second = load(file, LearnedModel)

    assert same is first
    assert (first.about.made, second.about.made) == (MADE, date(2026, 12, 1))


def test_an_open_model_outlives_its_file(file: Path, model: LearnedModel, reports: Reports) -> None:
    opened = load(file, LearnedModel).model
    file.write_bytes(b"overwritten")
    file.unlink()

    found = opened.predict(reports.as_asked(6.0)).passed_prob

    expected = model.predict(reports.as_asked(6.0)).passed_prob
    np.testing.assert_allclose(found, expected, atol=NO_MATTER)


def test_a_model_that_cannot_be_written_leaves_the_old_one(
    file: Path, model: LearnedModel, about: About, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(model, file, about)

    assert [path.read_bytes() for path in file.parent.iterdir()] == [before]


def test_an_unsound_model_is_refused_and_leaves_the_old_one(
    file: Path, model: LearnedModel, about: About
) -> None:
    before = file.read_bytes()
    broken = replace(model, grid=replace(model.grid, edges=model.grid.edges * np.nan))

    with pytest.raises(ModelFileError, match="not finite"):
        save(broken, file, about)

    assert [path.read_bytes() for path in file.parent.iterdir()] == [before]


@pytest.mark.parametrize("at", [0, 200, -1000, -40])
def test_one_changed_byte_is_noticed(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)

    assert problem_of(file) in {"damaged", "no_model"}


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.999])
def test_a_file_that_was_cut_short_is_noticed(file: Path, kept: float) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * kept)])

    assert problem_of(file) in {"damaged", "no_model"}


def test_other_zips_are_no_models(tmp_path: Path) -> None:
    path = tmp_path / "arrays.npz"
    np.savez(path, edges=np.arange(3))

    assert problem_of(path) == "no_model"


def test_a_model_of_a_later_yokame_is_told_as_such(file: Path) -> None:
    def later(contents: dict[str, Any]) -> None:
        contents["schema"] = 99
        contents["about"]["yokame"] = "9.0"

    rewrite(file, later)

    with pytest.raises(ModelFileError, match=r"schema 99, made by 9\.0.*Train it anew"):
        load(file, LearnedModel)


def test_another_kind_of_model_is_not_taken_for_this_one(file: Path) -> None:
    with pytest.raises(ModelFileError, match="another kind of model"):
        load(file, Taught)


def test_a_class_that_no_model_is_made_of_is_never_made(file: Path) -> None:
    def harmful(contents: dict[str, Any]) -> None:
        contents["parts"][0]["class"] = "Popen"

    rewrite(file, harmful)

    assert problem_of(file) == "other_version"


def test_parts_that_do_not_fit_together_are_refused(file: Path) -> None:
    def shorter(contents: dict[str, Any]) -> None:
        contents["arrays"]["grid/share"]["shape"] = [3]

    rewrite(file, shorter)

    with pytest.raises(ModelFileError, match="days of the grid"):
        load(file, LearnedModel)


def test_a_chance_that_cannot_be_is_refused_when_it_is_read(file: Path) -> None:
    base = "chance/pooled/members/0/fit/base"
    rewrite(file, lambda _: None, arrays={base: lambda array: array + 1000})
    fit = load(file, LearnedModel).model.chance.pooled.members[0].fit

    with pytest.raises(ModelFileError, match="chances that are not between 0 and 1"):
        assert fit.base.size


def problem_of(path: Path) -> str:
    with pytest.raises(ModelFileError) as raised:
        load(path, LearnedModel)
    assert str(path) in str(raised.value)
    return raised.value.problem


def rewrite(
    path: Path,
    change: Callable[[dict[str, Any]], None],
    arrays: dict[str, Callable[[np.ndarray], np.ndarray]] | None = None,
) -> None:
    """Write the file anew with other contents, and with the right checksum."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
        comment = archive.comment
    contents = json.loads(members["model.json"])
    change(contents)
    members["model.json"] = json.dumps(contents).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            changed = (arrays or {}).get(name.removesuffix(".npy"))
            if changed is None:
                archive.writestr(name, data)
                continue
            with zipfile.ZipFile(path.with_suffix(".one"), "w") as one:
                one.writestr(name, data)
            with np.load(path.with_suffix(".one")) as one:
                array = changed(one[name.removesuffix(".npy")])
            with archive.open(name, "w") as member:
                np.lib.format.write_array(member, array)
        archive.comment = comment
    data = path.read_bytes()[:-64]
    path.write_bytes(data + hashlib.sha256(data).hexdigest().encode())
