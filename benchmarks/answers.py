"""How fast answers come: `python -m benchmarks.answers`.

Distinct questions, so that nothing is answered from memory of an equal one. Prints full answers
a second (range, path and evidence included), bare chances a second, the time of the first answer
of a process and the median time of one, and that of reading a promise.
"""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from yokame.forecast import Model, Question
from yokame.priors import read_priors
from yokame.promise import Promise, read_promise
from yokame.reports import Policy, Stage, Track

T = TypeVar("T")

N_QUESTIONS = 5000
ROUNDS = 5
SAID = (
    "1週間以内に連絡します",
    "合否に関わらず5営業日以内にご連絡いたします",
    "合格の場合のみ、1週間ほどで",
    "来週中には結果をお知らせします",
    "2〜3日でお電話します",
    "追って連絡します",
    "within 5 business days",
    "",
)


def questions(n: int, seed: int = 8) -> list[Question]:
    """`n` questions spread over two years, tracks, stages, promises, signals and sizes."""
    rng, names = random.Random(seed), list(read_priors().signals)
    found = []
    for _ in range(n):
        held = date(2026, 1, 5) + timedelta(days=rng.randrange(700))
        said = rng.choice(SAID)
        promise: Promise | None = read_promise(said, held=held) if said else None
        found.append(
            Question(
                stage=rng.choice(list(Stage)),
                held=held,
                today=held + timedelta(days=rng.randrange(25)),
                track=rng.choice(list(Track)),
                promise=promise,
                policy=rng.choice(list(Policy)),
                size=rng.choice([None, 40, 250, 800, 20_000]),
                via_agent=rng.random() < 0.2,
                signals=tuple(rng.sample(names, rng.randrange(4))),
            )
        )
    return found


def per_second(ask: Callable[[T], object], items: Sequence[T]) -> float:
    """Calls a second: the median over rounds through all the items."""
    rates = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        for item in items:
            ask(item)
        rates.append(len(items) / (time.perf_counter() - began))
    return statistics.median(rates)


def main() -> None:
    """Measure and print."""
    model, asked = Model.from_priors(), questions(N_QUESTIONS)
    began = time.perf_counter()
    model.answer(asked[0])
    first_ms = 1000 * (time.perf_counter() - began)

    answers = per_second(model.answer, asked)
    chances = per_second(model.passed_prob, asked)
    spoken = [(said, question.held) for said in SAID for question in asked[:500]]
    readings = per_second(lambda pair: read_promise(pair[0], held=pair[1]), spoken)

    print(f"full answers     {answers:10,.0f} a second ({1000 / answers:.2f} ms each)")
    print(f"bare chances     {chances:10,.0f} a second")
    print(f"promises read    {readings:10,.0f} a second")
    print(f"first answer     {first_ms:10.1f} ms in a new process, its model made")


if __name__ == "__main__":
    main()
