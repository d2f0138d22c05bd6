import json
from pathlib import Path
from typing import Any

import pytest

from yokame.forecast.known_scores import KnownScoresError, known_scores, read_known_scores

SEASON = {
    "season": 2019, "n": 5, "log_loss": 0.5, "base_log_loss": 0.6, "brier": 0.2,
    "base_brier": 0.25, "ece": 0.1,
}  # fmt: skip


def scores(**changed: object) -> dict[str, Any]:
    """A sound file, one set of it `changed`."""
    one = {
        **{name: value for name, value in SEASON.items() if name != "season"},
        "name": "made up",
        "n_waits": 3,
        "seasons": [SEASON],
        "reliability": [{"chance": 0.2, "happened": 0.25, "n": 5}],
        **changed,
    }
    return {"made": "2026-11-24", "what": "made up", "sets": [one]}


def read(folder: Path, whole: object) -> None:
    file = folder / "scores.json"
    file.write_text(json.dumps(whole))
    read_known_scores(file)


def test_the_packaged_scores_are_sound() -> None:
    known = known_scores()

    assert len(known.sets) == 4
    for one in known.sets:
        assert one.log_loss < one.base_log_loss
        assert sum(season.n for season in one.seasons) == one.n


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    read(tmp_path, scores())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"brier": 1.5}, "sets.0.brier should be a number from 0 to 1"),
        ({"n": True}, "sets.0.n should be a whole number"),
        ({"ece": float("nan")}, "sets.0.ece should be a number"),
        ({"seasons": [SEASON, SEASON]}, "sets.0.seasons should be seasons in their order"),
        ({"seasons": []}, "sets.0.seasons should be a list with something in it"),
        ({"reliability": [{"chance": 0.2, "happened": 0.2, "n": 4}]}, "5 answers, not 4"),
        ({"reliability": [{"chance": 0.2, "n": 5}]}, "reliability.0 should be a table"),
        ({"more": 1}, "sets.0 should be a table with the keys name"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    with pytest.raises(KnownScoresError, match=said):
        read(tmp_path, scores(**changed))


@pytest.mark.parametrize("whole", [[], {"made": "x"}, {**scores(), "made": "soon"}])
def test_another_file_is_refused(tmp_path: Path, whole: object) -> None:
    with pytest.raises(KnownScoresError):
        read(tmp_path, whole)


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(KnownScoresError, match=r"nowhere\.json: the whole should be a readable"):
        read_known_scores(tmp_path / "nowhere.json")
