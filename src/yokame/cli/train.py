"""`yokame train`: a model from reports."""

from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

import numpy as np

from yokame.cli.commands import Session
from yokame.cli.layout import item, paragraph, rows, section
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
from yokame.cli.texts import listed, say
from yokame.forecast import Model
from yokame.learning import LearnedModel, Taught
from yokame.learning.about import About
from yokame.learning.lessons import Lesson, lessons_of
from yokame.learning.model_file import save
from yokame.reports import Stage
from yokame.reports.faults import N_SHOWN, Fault, LeftOut, Reason
from yokame.reports.table import Reports, together

_PRIORS = "priors"
# Reading a file, against learning from it.
_READING, _LEARNING = 1, 3


@dataclass(frozen=True, eq=False)
class Trained:
    """What a call did: the files it read, what the model is made from, and what it says."""

    files: tuple[tuple[Path, ReportFile], ...]
    about: About
    lessons: tuple[Lesson, ...]
    silent_share: float | None


def run(
    session: Session, *, reports: tuple[str, ...], out: str, reference: str, live: bool, json: bool
) -> None:
    """Learn, write the model file, and tell what was read and learned."""
    if live and reference == _PRIORS:
        raise WrongInputError("live_needs_own")
    paths, model_path = existing(session.lang, "reports", reports), output(out)
    parts = PartFolder(model_path, paths, {"verb": "train"})
    with progress(session.lang, len(paths) * _READING + _LEARNING) as step:
        files = []
        for number, path in enumerate(paths):
            step("reading", _READING if number else 0)
            files.append((path, _read(session.lang, path, f"{number}.reports", parts, reference)))
        step("learning", _READING)
        rows_read = together([file.reports for _, file in files])
        if not rows_read.is_decided.any():
            raise WrongInputError("no_rows")
        about = About.of(rows_read, made=session.today, reference=reference)
        model = _learn(rows_read, session, reference, live)
        step("writing", _LEARNING - 1)
        save(model, model_path, about)
    parts.finish()
    trained = Trained(tuple(files), about, lessons_of(model), _silent_share(rows_read))
    if json:
        print_json(_as_json(trained, model_path))
    else:
        print_lines(_page(session.lang, trained, model_path))


def _read(lang: str, path: Path, name: str, parts: PartFolder, reference: str) -> ReportFile:
    file = parts.kept(name, ReportFile, lambda: reports_of(lang, path))
    return _of_known_stages(file) if reference == _PRIORS else file


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


def _learn(reports: Reports, session: Session, reference: str, live: bool) -> LearnedModel | Taught:
    if reference == _PRIORS:
        lessons = Model.from_priors().train(reports, today=session.today).lessons
        assert lessons is not None, "a model that was trained has lessons"
        return lessons.taught
    return LearnedModel.fit(reports, with_live=live)


def _silent_share(reports: Reports) -> float | None:
    """Of the waits that were followed, the share that never had word; None without any."""
    followed = reports.take(reports.followed)
    if not len(followed):
        return None
    return float(followed.count[~followed.is_decided].sum() / followed.count.sum())


def _page(lang: str, trained: Trained, out: Path) -> list[str]:
    page = section(say(lang, "train.read"), _what_was_read(lang, trained))
    page += section(say(lang, "train.learned"), _what_was_learned(lang, trained))
    return [*page, *paragraph(say(lang, "train.written", file=out), indent=0)]


def _what_was_read(lang: str, trained: Trained) -> list[str]:
    lines = []
    for path, file in trained.files:
        n = f"{len(file.reports):,}"
        lines += [*item(say(lang, "rows.read", file=path.name, n=n))]
        lines += say_left_out(lang, path, file.left_out)
    by_season = [
        (
            str(season.season),
            say(
                lang,
                "train.season",
                followed=f"{season.followed:,.0f}",
                afterwards=f"{season.afterwards:,.0f}",
            ),
        )
        for season in trained.about.seasons
    ]
    return [*lines, *rows(by_season)]


def _what_was_learned(lang: str, trained: Trained) -> list[str]:
    lines = []
    for about in ("chance", "delay"):
        mine = [lesson for lesson in trained.lessons if lesson.about == about]
        found = [lesson for lesson in mine if lesson.sd > 0]
        lines += paragraph(say(lang, f"train.{about}"))
        for lesson in found:
            low, high = _of_a_hundred(-lesson.sd), _of_a_hundred(lesson.sd)
            words = "drift" if lesson.kind == "drift" else "lasting"
            level = _level(lang, lesson)
            lines += item(say(lang, f"train.{words}", level=level, low=low, high=high))
        # combinations that say nothing by themselves are not worth a person's time
        alone = [lesson for lesson in mine if lesson.sd == 0 and len(lesson.level) == 1]
        nothing = [_level(lang, lesson) for lesson in alone]
        if nothing:
            lines += item(say(lang, "train.nothing", levels=listed(lang, nothing)), dimmed=True)
    if trained.silent_share is not None:
        share = f"{100 * trained.silent_share:.0f}"
        lines += paragraph(say(lang, "train.silent", n=share))
    return lines


def _of_a_hundred(log_odds: float) -> int:
    """Where 50 of 100 are usual: how many they are in a group whose effect this is."""
    return round(100 / (1 + exp(-log_odds)))


def _level(lang: str, lesson: Lesson) -> str:
    names = [say(lang, f"level.{key}") for key in lesson.level]
    kind = "" if lesson.kind == "lasting" else say(lang, f"level_kind.{lesson.kind}")
    return " × ".join(names) + kind


def _as_json(trained: Trained, out: Path) -> dict[str, Any]:
    return {
        "model": str(out),
        "about": trained.about.as_json(),
        "read": [
            left_out_json(path, len(file.reports), file.left_out) for path, file in trained.files
        ],
        "learned": [
            {"about": found.about, "kind": found.kind, "level": list(found.level), "sd": found.sd}
            for found in trained.lessons
        ],
        "silent_share": trained.silent_share,
    }
