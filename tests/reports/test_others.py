import json
from datetime import date
from pathlib import Path

import pytest

from yokame.reports import HeardByOthers, OthersError, Outcome, Stage, read_others

ROW = {"stage": "final", "held": "2026-11-13", "word": "pass", "on": "2026-11-17", "count": 3}


def written(path: Path, content: object) -> Path:
    file = path / "others.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_rows_are_read_as_they_were_written(tmp_path: Path) -> None:
    heard = read_others(written(tmp_path, [ROW]))

    expected = HeardByOthers(
        Stage.FINAL, date(2026, 11, 13), Outcome.PASS, date(2026, 11, 17), count=3
    )
    assert heard == (expected,)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"stage": "finale"}, "stage"),
        ({"held": "13 Nov"}, "held"),
        ({"word": "maybe"}, "word"),
        ({"on": "2026-11-12"}, "on"),
        ({"count": 0}, "count"),
        ({"count": True}, "count"),
        ({"count": 2.5}, "count"),
        ({"name": "somebody"}, "row"),
    ],
)
def test_a_wrong_row_is_named_with_its_key(
    tmp_path: Path, change: dict[str, object], key: str
) -> None:
    file = written(tmp_path, [ROW, {**ROW, **change}])

    with pytest.raises(OthersError) as caught:
        read_others(file)

    assert (caught.value.row, caught.value.key) == (2, key)


@pytest.mark.parametrize(
    "content", [b"{", b"\xff\xfe\x00", b'{"stage": 1}', b"[1]", b"[" * 100_000]
)
def test_what_is_no_list_of_rows_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "others.json"
    file.write_bytes(content)

    with pytest.raises(OthersError):
        read_others(file)
