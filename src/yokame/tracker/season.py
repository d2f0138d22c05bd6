"""What became of a season's applications: how far each came, and how long word took."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from yokame.accounts.queries import Person
from yokame.reports import Outcome, Stage, Track
from yokame.reports.time_to_word import TimeToWord, Waited, time_to_word
from yokame.tracker.application import State
from yokame.tracker.models import Application, Round
from yokame.tracker.payloads import DatedBy, Said

# The order in which stages usually come; one that was taken twice counts once.
STAGES = (
    Stage.DOCUMENT,
    Stage.WEB_TEST,
    Stage.GROUP_DISCUSSION,
    Stage.FIRST,
    Stage.INTERVIEW,
    Stage.MIDDLE,
    Stage.FINAL,
)


class Standing(StrEnum):
    """Where an application stands at the end of its way so far."""

    OFFERED = "offered"
    AHEAD = "ahead"
    WAITING = "waiting"
    LEFT = "left"
    OVER = "over"


_STANDING = {
    State.APPLIED: Standing.WAITING,
    State.PASSED: Standing.AHEAD,
    State.OFFERED: Standing.OFFERED,
    State.ACCEPTED: Standing.OFFERED,
    State.DECLINED: Standing.OFFERED,
    State.WITHDRAWN: Standing.LEFT,
    State.FAILED: Standing.OVER,
}


@dataclass(frozen=True)
class StageCount:
    """How many ever took a stage, and where they are now: on beyond it, or still at it.

    `went_on` includes offers. `time` is that of all waits for word of this stage.
    """

    stage: Stage
    n_reached: int
    n_went_on: int
    n_ahead: int
    n_waiting: int
    n_left: int
    n_over: int
    time: TimeToWord


@dataclass(frozen=True)
class Step:
    """`count` went from one stage to the next that they took, or stand there: None is applying."""

    start: Stage | None
    end: Stage | Standing
    count: int


@dataclass(frozen=True)
class Season:
    """All applications of one track, or of all. `n_planned` are not sent in and count nowhere."""

    n_applied: int
    n_planned: int
    tracks: tuple[Track, ...]
    first_on: date | None
    standing: dict[Standing, int]
    stages: tuple[StageCount, ...]
    steps: tuple[Step, ...]
    time: TimeToWord

    def count(self, standing: Standing) -> int:
        """How many stand there."""
        return self.standing.get(standing, 0)


class _Application(NamedTuple):
    """What is asked of an application here: light rows, for a season has hundreds."""

    pk: int
    track: str
    state: str
    state_on: date
    added_on: date
    applied_on: date | None


class _Round(NamedTuple):
    """What is asked of a round."""

    application_id: int
    stage: str
    on: date | None
    is_held: bool
    is_current: bool
    word: str
    word_on: date | None
    word_dated_by: str


@dataclass(frozen=True)
class _Way:
    """One application: the stages it took in their order, and where it stands."""

    stages: tuple[Stage, ...]
    standing: Standing


def season(owner: Person, today: date, track: Track | None = None) -> Season:
    """The season up to `today`. Two queries, however many applications there are."""
    found = Application.objects.filter(owner=owner).values_list(*_Application._fields)
    rows = [_Application._make(row) for row in found]
    rounds: dict[int, list[_Round]] = {}
    in_order = Round.objects.filter(application__owner=owner).order_by("position")
    for one in map(_Round._make, in_order.values_list(*_Round._fields)):
        rounds.setdefault(one.application_id, []).append(one)
    tracks = {Track(row.track) for row in rows}
    rows = [row for row in rows if track is None or row.track == track]
    sent = [row for row in rows if _is_sent(row, rounds.get(row.pk, ()))]
    ways = [_way(row, rounds.get(row.pk, ()), today) for row in sent]
    waits = [
        (Stage(one.stage), waited)
        for row in sent
        for one in rounds.get(row.pk, ())
        if (waited := _waited(row, one, today)) is not None
    ]
    return Season(
        n_applied=len(sent),
        n_planned=len(rows) - len(sent),
        tracks=tuple(one for one in Track if one in tracks),
        first_on=min((row.applied_on or row.added_on for row in sent), default=None),
        standing=dict(Counter(way.standing for way in ways)),
        stages=tuple(_stage_counts(ways, waits)),
        steps=tuple(_steps(ways)),
        time=time_to_word([waited for _, waited in waits]),
    )


def _is_sent(row: _Application, rounds: Iterable[_Round]) -> bool:
    return row.state != State.PLANNED and (row.applied_on is not None or any(rounds))


def _way(row: _Application, rounds: Iterable[_Round], today: date) -> _Way:
    taken = {Stage(one.stage) for one in rounds if _is_taken(one, today)}
    stages = tuple(stage for stage in STAGES if stage in taken)
    return _Way(stages, _standing(row, rounds, today))


def _is_taken(one: _Round, today: date) -> bool:
    return one.is_held or bool(one.word) or (one.on is not None and one.on <= today)


def _standing(row: _Application, rounds: Iterable[_Round], today: date) -> Standing:
    """In a round one waits for word of it, or it lies ahead."""
    if row.state == State.IN_ROUND:
        current = next((one for one in rounds if one.is_current), None)
        return Standing.WAITING if current and _is_taken(current, today) else Standing.AHEAD
    return _STANDING[State(row.state)]


def _stage_counts(
    ways: Sequence[_Way], waits: Sequence[tuple[Stage, Waited]]
) -> Iterable[StageCount]:
    for stage in STAGES:
        took = [way for way in ways if stage in way.stages]
        here = Counter(way.standing for way in took if way.stages[-1] is stage)
        if took:
            yield StageCount(
                stage=stage,
                n_reached=len(took),
                n_went_on=len(took) - here.total() + here[Standing.OFFERED],
                n_ahead=here[Standing.AHEAD],
                n_waiting=here[Standing.WAITING],
                n_left=here[Standing.LEFT],
                n_over=here[Standing.OVER],
                time=time_to_word([waited for at, waited in waits if at is stage]),
            )


def _steps(ways: Iterable[_Way]) -> Iterable[Step]:
    counts: Counter[tuple[Stage | None, Stage | Standing]] = Counter()
    for way in ways:
        last = way.stages[-1] if way.stages else None
        counts.update(zip((None, *way.stages), way.stages, strict=False))
        counts[last, way.standing] += 1
    return [Step(start, end, count) for (start, end), count in counts.items()]


def _waited(row: _Application, one: _Round, today: date) -> Waited | None:
    """This round's wait; None where it has not begun, or where the day of its word is not known.

    Being held in reserve is no answer yet.
    """
    if one.on is None or one.on > today:
        return None
    if one.word_on is not None and one.word != Said.HOLD:
        if one.word_dated_by == DatedBy.CLOCK:
            return None
        said = Outcome.FAIL if one.word == Said.FAIL else Outcome.PASS
        return Waited((one.word_on - one.on).days, said)
    # Word of today may still come, so that silence is known up to yesterday. Who withdrew waits no
    # longer; of a round that was passed by without its word nothing is known.
    if one.is_current and row.state in (State.APPLIED, State.IN_ROUND):
        days = (today - one.on).days - 1
    elif one.is_current and row.state == State.WITHDRAWN:
        days = (row.state_on - one.on).days
    else:
        return None
    return Waited(days, Outcome.NONE) if days >= 0 else None
