"""`yokame backtest`: each season predicted from the earlier ones."""

import json as json_text
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from yokame.cli.columns import padded, width
from yokame.cli.commands import Session
from yokame.cli.layout import indented, paragraph, section
from yokame.cli.mistakes import WrongInputError
from yokame.cli.part_folder import PartFolder
from yokame.cli.progress import progress
from yokame.cli.report_files import (
    ReportFile,
    existing,
    left_out_json,
    output,
    reports_of,
    say_left_out,
)
from yokame.cli.terminal import print_json, print_lines
from yokame.cli.texts import say
from yokame.learning import backtest
from yokame.learning.backtest import SeasonScore, seasons_to_predict
from yokame.reports.table import together

# Numbers of a score with what comes after the point, as the table shows them.
_SHOWN = {
    "season": 0,
    "n_waits": 0,
    "log_loss": 3,
    "share_log_loss": 3,
    "incidence_log_loss": 3,
    "live_log_loss": 3,
    "brier": 3,
    "ece": 3,
    "pinball_ratio": 2,
    "coverage": 2,
}


def run(session: Session, *, reports: tuple[str, ...], out: str | None, json: bool) -> None:
    """Score season by season; with `out`, seasons that are done are kept until all are."""
    lang = session.lang
    paths = existing(lang, "reports", reports)
    parts = None if out is None else PartFolder(output(out), paths, {"verb": "backtest"})
    files = [(path, reports_of(lang, path)) for path in paths]
    rows_read = together([file.reports for _, file in files])
    seasons = seasons_to_predict(rows_read)
    if not seasons:
        raise WrongInputError("one_season", file=paths[0].name)
    scores = []
    with progress(lang, len(seasons)) as step:
        for number, season in enumerate(seasons):
            step("scoring", min(number, 1))

            def scored(season: int = season) -> SeasonScore:
                return backtest.backtest(rows_read, season, with_live=True)

            kept = parts and parts.kept(f"{season}.score", SeasonScore, scored)
            scores.append(kept or scored())
    as_json = _as_json(files, scores)
    if out is not None:
        _write(Path(out), as_json)
    if parts is not None:
        parts.finish()
    if json:
        print_json(as_json)
    else:
        print_lines(_page(lang, files, scores))


def _page(lang: str, files: list[tuple[Path, ReportFile]], scores: list[SeasonScore]) -> list[str]:
    left_out = [line for path, file in files for line in say_left_out(lang, path, file.left_out)]
    page = section(say(lang, "train.read"), left_out)
    page += section(say(lang, "backtest.scores"), [indented(line) for line in _table(lang, scores)])
    return [*page, *paragraph(say(lang, "backtest.how_to_read"), indent=0)]


def _table(lang: str, scores: list[SeasonScore]) -> list[str]:
    """A column a season would not fit: seasons stand below each other, scores side by side."""
    shown = [name for name in _SHOWN if any(_number(score, name) != "" for score in scores)]
    cells = [[say(lang, f"score.{name}") for name in shown]]
    cells += [[_number(score, name) for name in shown] for score in scores]
    widths = [max(width(row[at]) for row in cells) for at in range(len(shown))]
    return [
        "  ".join(
            padded("", wide - width(cell)) + cell for cell, wide in zip(row, widths, strict=True)
        )
        for row in cells
    ]


def _number(score: SeasonScore, name: str) -> str:
    value = getattr(score, name)
    return "" if value is None else f"{value:.{_SHOWN[name]}f}"


def _as_json(files: list[tuple[Path, ReportFile]], scores: list[SeasonScore]) -> dict[str, Any]:
    return {
        "read": [left_out_json(path, len(file.reports), file.left_out) for path, file in files],
        "seasons": [{**asdict(score), "pinball_ratio": score.pinball_ratio} for score in scores],
    }


def _write(out: Path, found: dict[str, Any]) -> None:
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
    try:
        text = json_text.dumps(found, ensure_ascii=False, indent=2)
        unfinished.write_text(text + "\n", encoding="utf-8")
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
