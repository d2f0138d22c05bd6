"""The page about files of reports names every column, and its example can be read."""

import re
from pathlib import Path

import pytest

from yokame.reports.columns import QUESTION_COLUMNS, REPORT_COLUMNS, Column
from yokame.reports.reading import read_reports

PAGE = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", [*REPORT_COLUMNS, *QUESTION_COLUMNS], ids=lambda c: c.name)
def test_every_column_stands_on_the_page_with_its_other_names(column: Column) -> None:
    also = ", ".join(f"`{name}`" for name in column.also)

    assert re.search(rf"^\| `{column.name}` \| {re.escape(also)} ?\|", PAGE, re.MULTILINE)


def test_the_example_can_be_read(tmp_path: Path) -> None:
    lines = re.findall(r"^    (employer,.*|Example .*)$", PAGE, re.MULTILINE)
    (tmp_path / "example.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    read = read_reports(tmp_path / "example.csv", strict=True)

    assert read.reports.days.tolist() == [4, 19, 14]
    assert read.reports.followed.tolist() == [True, True, False]
