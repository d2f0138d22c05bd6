"""`yokame predict`: the answers to a file of questions."""

import csv
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TextIO

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from yokame.cli.commands import Session
from yokame.cli.layout import paragraph
from yokame.cli.mistakes import WrongInputError, unusable_model
from yokame.cli.part_folder import PartFolder
from yokame.cli.progress import progress
from yokame.cli.report_files import (
    existing,
    left_out_json,
    output,
    questions_of,
    reports_of,
    say_left_out,
)
from yokame.cli.terminal import print_json, print_lines, print_notes
from yokame.cli.texts import listed, say
from yokame.forecast import ModelUnusableError, load
from yokame.forecast.bulk import predict
from yokame.learning import LearnedModel, Predicted, model_file
from yokame.learning.model_file import ModelFileError
from yokame.reports import Stage
from yokame.reports.reading import Asked
from yokame.reports.table import BoolArray, FloatArray, Reports, Waits

COLUMNS = ("row_id", "days", "passed_prob", "q10", "q50", "q90")
_ENDINGS = (".csv", ".parquet")
_AT_ONCE = 50_000
# Answers with the priors' whole arithmetic take longer than a look into tables.
_AT_ONCE_WITH_PRIORS = 500
Answering = Callable[[Waits], Predicted]


@dataclass(frozen=True, eq=False)
class Answers:
    """Answers to some questions, (n,) each; all 0 where there is none."""

    is_answered: BoolArray
    passed_prob: FloatArray
    q10: FloatArray
    q50: FloatArray
    q90: FloatArray

    @classmethod
    def of(cls, found: Predicted) -> "Answers":
        """Predictions as columns."""
        is_answered = ~np.isnan(found.passed_prob)
        columns = [found.passed_prob, *found.quantile_days.T]
        return cls(is_answered, *(np.where(is_answered, column, 0.0) for column in columns))


def run(
    session: Session, *, questions: str, model: str, live: str | None, out: str, json: bool
) -> None:
    """Answer in parts, each of which is kept; then write all of them."""
    lang, out_path = session.lang, output(out)
    if out_path.suffix not in _ENDINGS:
        choices = listed(lang, list(_ENDINGS))
        raise WrongInputError("not_one_of", option="--out", value=out_path.name, choices=choices)
    inputs = existing(lang, "questions", [questions])
    inputs += existing(lang, "model", [model]) + existing(lang, "live", [live] if live else [])
    posts = reports_of(lang, Path(live)).reports if live else None
    answer, at_once = answering(Path(model), posts)
    asked = questions_of(lang, inputs[0])
    parts = PartFolder(out_path, inputs, {"verb": "predict"})
    starts = range(0, len(asked.waits), at_once)
    found = []
    with progress(lang, len(starts)) as step:
        for number, start in enumerate(starts):
            step("answering", min(number, 1))
            rows = np.arange(start, min(start + at_once, len(asked.waits)))
            answered = partial(_answered, answer, asked.waits.take(rows))
            found.append(parts.kept(f"{number}.answers", Answers, answered))
    write_answers(asked, found, out_path)
    parts.finish()
    n_answered = int(sum(part.is_answered.sum() for part in found))
    _tell(lang, inputs[0], out_path, asked, n_answered, json=json)


def _answered(answer: Answering, waits: Waits) -> Answers:
    return Answers.of(answer(waits))


def answering(path: Path, posts: Reports | None) -> tuple[Answering, int]:
    """How a model file answers, and how many questions it is asked at once.

    Raises
    ------
    WrongInputError
        If it can't be used, or knows nothing of live reports and is given some.
    """
    try:
        if model_file.read_about(path).reference == "priors":
            if posts is not None:
                raise WrongInputError("no_live_learned")
            with_priors = load(path)
            return lambda waits: predict(with_priors, waits), _AT_ONCE_WITH_PRIORS
        learned = model_file.load(path, LearnedModel).model
        if posts is not None and learned.live is None:
            raise WrongInputError("no_live_learned")
        return lambda waits: learned.predict(waits, posts), _AT_ONCE
    except (ModelFileError, ModelUnusableError) as error:
        raise unusable_model("--model", path, error.problem, error.found) from error


def write_answers(asked: Asked, parts: Sequence[Answers], out: Path) -> None:
    """Write all answers beside the file, then let them take its place."""
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
    try:
        if out.suffix == ".csv":
            with unfinished.open("w", encoding="utf-8", newline="") as file:
                _write_csv(file, _rows(asked, parts))
        else:
            columns = list(zip(*_rows(asked, parts), strict=True)) or [()] * len(COLUMNS)
            kinds = [pa.string(), *[pa.float64()] * (len(COLUMNS) - 1)]
            arrays = [pa.array(c, kind) for c, kind in zip(columns, kinds, strict=True)]
            pq.write_table(pa.table(dict(zip(COLUMNS, arrays, strict=True))), unfinished)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _rows(asked: Asked, parts: Sequence[Answers]) -> Iterator[tuple[str | float | None, ...]]:
    answers = (
        (*row[1:],) if row[0] else (None,) * 4
        for part in parts
        for row in zip(
            part.is_answered.tolist(),
            *(column.tolist() for column in (part.passed_prob, part.q10, part.q50, part.q90)),
            strict=True,
        )
    )
    for row_id, days, answer in zip(asked.row_id, asked.waits.days.tolist(), answers, strict=True):
        yield row_id, days, *answer


def _write_csv(file: TextIO, answers: Iterator[tuple[str | float | None, ...]]) -> None:
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row_id, days, prob, *left in answers:
        if prob is None:
            writer.writerow([row_id, f"{days:g}", "", "", "", ""])
        else:
            writer.writerow([row_id, f"{days:g}", f"{prob:.6f}", *(f"{day:.3f}" for day in left)])


def _tell(
    lang: str, questions: Path, out: Path, asked: Asked, n_answered: int, *, json: bool
) -> None:
    n_asked = len(asked.waits)
    if json:
        read = left_out_json(questions, n_asked, asked.left_out)
        print_json({"out": str(out), "answered": n_answered, "read": read})
        return
    print_notes(say_left_out(lang, questions, asked.left_out))
    if n_answered < n_asked:
        n, stages = f"{n_asked - n_answered:,}", listed(lang, list(Stage))
        print_notes(paragraph(say(lang, "predict.no_answer", n=n, stages=stages)))
    print_lines([say(lang, "predict.written", n=f"{n_answered:,}", file=out)])
