"""The door: words in, promise out."""

from collections.abc import Sequence
from datetime import date

from yokame.promise.business_days import next_business_day
from yokame.promise.coming_dates import UnusableDateError
from yokame.promise.promise import NotUnderstood, Promise, Reading, Reason, Unit, Window
from yokame.promise.speech.matters import About
from yokame.promise.speech.understanding import NamedTime, Understood, note_of, understand
from yokame.promise.times.suffixes import Bound
from yokame.promise.weights import ReadingWeights, packaged_weights
from yokame.promise.windows import Count, Hours, Spec, first_day_of, readings_of

# A time that may be the window, the bound of it that counts, and its readings.
_Found = tuple[NamedTime, Spec, tuple[Reading, ...]]


def read_promise(said: str, *, held: date, weights: ReadingWeights | None = None) -> Promise:
    """What `said` promises about word on a round held on `held`.

    Never raises: what cannot be read or used stands in `not_understood`. `weights` are those of
    the packaged priors unless given.
    """
    return _dated(understand(said), held, weights or packaged_weights())


def _dated(understood: Understood, held: date, weights: ReadingWeights) -> Promise:
    """What was understood, with its days."""
    notes = list(understood.not_understood)
    windows: list[_Found] = []
    starts: list[date] = []
    for time in understood.times:
        if time.matter is About.OTHER_MATTER:
            continue
        try:
            if time.bound is Bound.FROM:
                starts.append(first_day_of(time.options[0], held, after=time.starts_after))
            elif time.bound is not Bound.EARLIEST:
                spec, readings = _latest(time.options, held, weights)
                windows.append((time, spec, readings))
        except UnusableDateError as error:
            _add(notes, time.text, error.reason)
    if not windows:
        _name_what_was_passed_over(notes, understood.times)
    return _promise(understood, held, windows, starts, notes)


def _name_what_was_passed_over(notes: list[NotUnderstood], times: Sequence[NamedTime]) -> None:
    for time in times:
        if time.matter is About.OTHER_MATTER:
            _add(notes, time.text, Reason.OTHER_MATTER)
        elif time.bound is Bound.EARLIEST:
            _add(notes, time.text, Reason.AT_LEAST)


def _add(notes: list[NotUnderstood], text: str, reason: Reason) -> None:
    note = note_of(text, reason)
    if note not in notes:
        notes.append(note)


def _promise(
    understood: Understood,
    held: date,
    windows: Sequence[_Found],
    starts: Sequence[date],
    notes: Sequence[NotUnderstood],
) -> Promise:
    window: Window | None = None
    readings: tuple[Reading, ...] = ()
    if windows:
        # できれば来週中 moves no bound that was stated beside it.
        stated = [found for found in windows if not found[0].wished] or windows
        most = max(time.matter for time, _, _ in stated)
        of_word = [found for found in stated if found[0].matter is most]
        time, spec, readings = max(of_word, key=_lateness)
        window = _window_of(time.text, spec)
    return Promise(
        held=held,
        window=window,
        readings=readings,
        policy=understood.policy,
        channel=understood.channel,
        starts_on=min(starts) if starts and not windows else None,
        not_understood=tuple(notes),
    )


def _lateness(found: _Found) -> tuple[date, int]:
    """The later deadline first; of two alike, the one that was said more exactly."""
    return _deadline(found[2]), -len(found[2])


def _deadline(readings: tuple[Reading, ...]) -> date:
    common = [reading.on for reading in readings if reading.weight >= 0.4]
    return max(common) if common else readings[0].on


def _latest(
    options: Sequence[Spec], held: date, weights: ReadingWeights
) -> tuple[Spec, tuple[Reading, ...]]:
    """The later bound of a range, with its readings. Raises UnusableDateError."""
    read = [(spec, readings_of(spec, held, weights)) for spec in options]
    if all(isinstance(spec, Count) for spec in options):
        # By the calendar, for days and weeks are mixed differently. Of equals the second named.
        spec, readings = max(reversed(read), key=lambda found: found[0].first(held))
    else:
        spec, readings = max(read, key=lambda found: _deadline(found[1]))
    _check_day_after(readings)
    return spec, readings


def _check_day_after(readings: tuple[Reading, ...]) -> None:
    """Near the end of the calendar a deadline may have no business day after it."""
    if readings[0].on.year >= date.max.year:
        try:
            next_business_day(max(reading.on for reading in readings))
        except OverflowError:
            raise UnusableDateError(Reason.TOO_FAR) from None


def _window_of(text: str, spec: Spec) -> Window:
    if isinstance(spec, Count):
        return Window(text, spec.unit, spec.n)
    if isinstance(spec, Hours):
        return Window(text, Unit.DAYS, -(-spec.n // 24))
    return Window(text, Unit.DATE, None)
