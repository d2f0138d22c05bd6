"""docs/learning.md: its code runs from top to bottom and prints what the page says it prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "learning.md"
BLOCK = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```)?", re.DOTALL)
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def test_the_page_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the page writes its files where it stands
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    names: dict[str, object] = {}

    for code, told in blocks:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(code, str(PAGE), "exec"), names)  # the page's own code
        assert NUMBER.sub("#", out.getvalue()) == NUMBER.sub("#", told)
        # a chance within 5 points, a day within one: a fit may get better without a new page
        for now, then in zip(NUMBER.findall(out.getvalue()), NUMBER.findall(told), strict=True):
            assert float(now) == pytest.approx(float(then), abs=0.05 if "." in then else 1)

    assert sum(bool(told) for _, told in blocks) == 4
