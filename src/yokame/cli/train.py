"""`yokame train`: a model from reports."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from math import exp
from pathlib import Path
from typing import Any

import numpy as np

from yokame.cli.commands import Session
from yokame.cli.counted_files import count_files
from yokame.cli.layout import item, paragraph, rows, section
from yokame.cli.mistakes import WrongInputError
from yokame.cli.part_folder import PartFolder
from yokame.cli.progress import Step, progress
from yokame.cli.report_files import (
    ReportFile,
    existing,
    left_out_json,
    output,
    reports_of,
    say_left_out,
)
from yokame.cli.terminal import print_json, print_lines
from yokame.cli.texts import listed, say
from yokame.forecast import Model
from yokame.learning import LearnedModel, Taught
from yokame.learning.about import About
from yokame.learning.lessons import Lesson, lessons_of
from yokame.learning.model_file import save
from yokame.reports import Stage
from yokame.reports.counts import Counts
from yokame.reports.faults import N_SHOWN, Fault, LeftOut, Reason
from yokame.reports.table import Reports, together

_PRIORS = "priors"
# Learning, against reading one file.
_LEARNING = 3


@dataclass(frozen=True)
class FileRead:
    """A file, how many of its rows are learned from, and which are not."""

    path: Path
    n_rows: int
    left_out: LeftOut


@dataclass(frozen=True, eq=False)
class Learned:
    """A model, the rows it was learned from, and the files they stood in."""

    model: LearnedModel | Taught
    rows: Reports | Counts
    files: tuple[FileRead, ...]


def run(
    session: Session, *, reports: tuple[str, ...], out: str, reference: str, live: bool, json: bool
) -> None:
    """Learn, write the model file, and tell what was read and learned."""
    if live and reference == _PRIORS:
        raise WrongInputError("live_needs_own")
    lang, made = session.lang, session.today
    paths, model_path = existing(lang, "reports", reports), output(out)
    parts = PartFolder(model_path, paths, {"verb": "train"})
    counts_only = reference != _PRIORS and not live
    with progress(lang, len(paths) * (2 if counts_only else 1) + _LEARNING) as step:
        if counts_only:
            learned = _from_counts(lang, paths, parts, step)
        elif reference == _PRIORS:
            learned = _beside_priors(lang, paths, parts, step, made)
        else:
            learned = _from_rows(lang, paths, parts, step)
        about = About.of(learned.rows, made=made, reference=reference)
        step("writing", _LEARNING - 1)
        save(learned.model, model_path, about)
    parts.finish()
    if json:
        print_json(_as_json(learned, about, model_path))
    else:
        print_lines(_page(lang, learned, about, model_path))


def _from_counts(lang: str, paths: list[Path], parts: PartFolder, step: Step) -> Learned:
    """From what an engine counted: the reports themselves need not fit into memory."""
    lengths, grid, counts = count_files(lang, paths, parts, step)
    step("learning", 1)
    files = [
        FileRead(path, file.n_rows, file.left_out)
        for path, file in zip(paths, lengths, strict=True)
    ]
    return Learned(LearnedModel.fit_counts(counts, grid), counts, tuple(files))


def _from_rows(lang: str, paths: list[Path], parts: PartFolder, step: Step) -> Learned:
    """From the reports one by one: what live posts are worth hangs on their days."""
    files = _read(lang, paths, parts, step)
    rows_read = _all_rows(files)
    return Learned(LearnedModel.fit(rows_read, with_live=True), rows_read, _said_of(paths, files))


def _beside_priors(
    lang: str, paths: list[Path], parts: PartFolder, step: Step, made: date
) -> Learned:
    """What the reports say beyond the priors."""
    files = [_of_known_stages(file) for file in _read(lang, paths, parts, step)]
    rows_read = _all_rows(files)
    lessons = Model.from_priors().train(rows_read, today=made).lessons
    assert lessons is not None, "a model that was trained has lessons"
    return Learned(lessons.taught, rows_read, _said_of(paths, files))


def _read(lang: str, paths: list[Path], parts: PartFolder, step: Step) -> list[ReportFile]:
    files = []
    for number, path in enumerate(paths):
        step("reading", min(number, 1))
        read = partial(reports_of, lang, path)
        files.append(parts.kept(f"{number}.reports", ReportFile, read))
    step("learning", 1)
    return files


def _all_rows(files: list[ReportFile]) -> Reports:
    rows_read = together([file.reports for file in files])
    if not rows_read.is_decided.any():
        raise WrongInputError("no_rows")
    return rows_read


def _said_of(paths: list[Path], files: list[ReportFile]) -> tuple[FileRead, ...]:
    pairs = zip(paths, files, strict=True)
    return tuple(FileRead(path, len(file.reports), file.left_out) for path, file in pairs)


def _of_known_stages(file: ReportFile) -> ReportFile:
    """The priors know the stages of the vocabulary, and no others."""
    reports = file.reports
    is_known = np.array([name in set(Stage) for name in reports.stage.names])[reports.stage.code]
    unknown = np.flatnonzero(~is_known)
    if not unknown.size:
        return file
    expected = "one of " + ", ".join(Stage)
    first = [
        Fault(int(file.row[at]), "stage", reports.stage.names[reports.stage.code[at]], expected)
        for at in unknown[:N_SHOWN]
    ]
    left_out = LeftOut(
        (*file.left_out.reasons, Reason("stage", expected, unknown.size)),
        tuple(sorted([*file.left_out.first, *first])[:N_SHOWN]),
    )
    return ReportFile(reports.take(is_known), file.row[is_known], left_out)


def _silent_share(reports: Reports | Counts) -> float | None:
    """Of the waits that were followed, the share that never had word; None without any."""
    n = float(reports.count[reports.followed].sum())
    if n == 0:
        return None
    return float(reports.count[reports.followed & ~reports.is_decided].sum()) / n


def _page(lang: str, learned: Learned, about: About, out: Path) -> list[str]:
    page = section(say(lang, "train.read"), _what_was_read(lang, learned, about))
    page += section(say(lang, "train.learned"), _what_was_learned(lang, learned))
    return [*page, *paragraph(say(lang, "train.written", file=out), indent=0)]


def _what_was_read(lang: str, learned: Learned, about: About) -> list[str]:
    lines = []
    for file in learned.files:
        lines += item(say(lang, "rows.read", file=file.path.name, n=f"{file.n_rows:,}"))
        lines += say_left_out(lang, file.path, file.left_out)
    seasons = []
    for season in about.seasons:
        followed, afterwards = f"{season.followed:,.0f}", f"{season.afterwards:,.0f}"
        words = say(lang, "train.season", followed=followed, afterwards=afterwards)
        seasons.append((str(season.season), words))
    return [*lines, *rows(seasons)]


def _what_was_learned(lang: str, learned: Learned) -> list[str]:
    lines, lessons = [], lessons_of(learned.model)
    for about in ("chance", "delay"):
        mine = [lesson for lesson in lessons if lesson.about == about]
        lines += paragraph(say(lang, f"train.{about}"))
        for lesson in mine:
            if lesson.sd > 0:
                lines += item(_lesson(lang, lesson))
        # combinations that say nothing by themselves are not worth a person's time
        alone = [lesson for lesson in mine if lesson.sd == 0 and len(lesson.level) == 1]
        if alone:
            levels = listed(lang, [_level(lang, lesson) for lesson in alone])
            lines += item(say(lang, "train.nothing", levels=levels), dimmed=True)
    silent = _silent_share(learned.rows)
    if silent is not None:
        lines += paragraph(say(lang, "train.silent", n=f"{100 * silent:.0f}"))
    return lines


def _lesson(lang: str, lesson: Lesson) -> str:
    """How many of 100 there are in groups whose effect is one sd, where 50 are usual."""
    low, high = (round(100 / (1 + exp(-log_odds))) for log_odds in (-lesson.sd, lesson.sd))
    words = "drift" if lesson.kind == "drift" else "lasting"
    return say(lang, f"train.{words}", level=_level(lang, lesson), low=low, high=high)


def _level(lang: str, lesson: Lesson) -> str:
    names = [say(lang, f"level.{key}") for key in lesson.level]
    kind = "" if lesson.kind == "lasting" else say(lang, f"level_kind.{lesson.kind}")
    return " × ".join(names) + kind


def _as_json(learned: Learned, about: About, out: Path) -> dict[str, Any]:
    return {
        "model": str(out),
        "about": about.as_json(),
        "read": [left_out_json(file.path, file.n_rows, file.left_out) for file in learned.files],
        "learned": [
            {"about": found.about, "kind": found.kind, "level": list(found.level), "sd": found.sd}
            for found in lessons_of(learned.model)
        ],
        "silent_share": _silent_share(learned.rows),
    }
