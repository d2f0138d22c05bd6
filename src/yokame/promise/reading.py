"""The door: words in, promise out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from yokame.promise.business_days import next_business_day
from yokame.promise.channels import channels_of
from yokame.promise.conditions import (
    PolicySign,
    Sign,
    policy_from,
    policy_signs,
    reason_for,
)
from yokame.promise.leftovers import conditions_in, leftovers_in
from yokame.promise.mentions import Bound, Mention
from yokame.promise.promise import NotUnderstood, Promise, Reading, Reason, Unit, Window
from yokame.promise.sentences import (
    About,
    Sentence,
    about,
    is_start,
    is_window,
    reason_against,
    sentences_of,
    starts_after,
)
from yokame.promise.tokens import tokens_of
from yokame.promise.vocabulary import Kind
from yokame.promise.weights import ReadingWeights, packaged_weights
from yokame.promise.windows import (
    Count,
    Hours,
    Spec,
    UnusableDateError,
    first_day_of,
    readings_of,
)
from yokame.promise.wording import Wording, in_one_spelling
from yokame.reports import Channel, Policy

_LONGEST_READ = 4_000
_LONGEST_QUOTE = 160
_PREPOSITIONS = frozenset(
    ["within", "in", "by", "before", "until", "on", "the", "about", "around", "approximately", "next", "at", "of", "no", "later", "than", "up", "to", "between", "roughly"]
)


@dataclass(frozen=True)
class _NamedTime:
    """A time that may be the window, before it is known when the round was held."""

    text: str
    options: tuple[Spec, ...]
    matter: About
    bound: Bound
    starts_after: bool = False


@dataclass(frozen=True)
class _Understood:
    """What the words say by themselves, whenever the round was held."""

    times: tuple[_NamedTime, ...]
    policy: Policy
    channel: Channel | None
    not_understood: tuple[NotUnderstood, ...]


def read_promise(said: str, *, held: date, weights: ReadingWeights | None = None) -> Promise:
    """What `said` promises about word on a round held on `held`.

    Never raises: what cannot be read or used stands in `not_understood`. `weights` are those of
    the packaged priors unless given.
    """
    # The cache must not keep long texts alive, so it is asked only for what is read of them.
    understood = _understand(said[: _LONGEST_READ + _LONGEST_QUOTE])
    return _dated(understood, held, weights or packaged_weights())


@lru_cache(maxsize=1024)
def _understand(said: str) -> _Understood:
    wording = in_one_spelling(said[:_LONGEST_READ])
    reader = _Reader(wording)
    for sentence in sentences_of(tokens_of(wording.text)):
        reader.read(sentence)
    return reader.told(left_out=said[_LONGEST_READ:])


class _Reader:
    """Gathers what each sentence says."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.times: list[_NamedTime] = []
        self.signs: list[tuple[PolicySign, str]] = []
        self.channels: list[tuple[Channel, str]] = []
        self.notes: list[NotUnderstood] = []
        self.anything = False
        self.pass_named = False

    def read(self, sentence: Sentence) -> None:
        recognised: set[int] = set()
        promised = False
        noted = len(self.notes)
        for mention in sentence.mentions:
            promised |= self._time(sentence, mention, recognised)
        for sign in policy_signs(sentence, after_pass=self.pass_named, after_word=self.anything):
            recognised |= set(range(sign.start, sign.end))
            self.signs.append((sign, self._quote(sentence, sign.start, sign.end)))
        for channel, place in channels_of(sentence):
            recognised.add(place)
            self.channels.append((channel, self._quote(sentence, place, place + 1)))
        conditional = any(note.reason is Reason.CONDITIONAL for note in self.notes[noted:])
        for start, end in conditions_in(sentence):
            recognised |= set(range(start, end))
            if not promised and not conditional:
                self._note(self._quote(sentence, start, end), Reason.CONDITIONAL)
        for start, end in leftovers_in(sentence, recognised):
            self._note(self._quote(sentence, start, end), Reason.UNKNOWN_WORDS)
        self.pass_named |= sentence.has(Kind.PASS)
        self.anything |= bool(recognised) or speaks_of_word(sentence)

    def _time(self, sentence: Sentence, mention: Mention, recognised: set[int]) -> bool:
        """Note one time; whether it may be a window."""
        matter = about(sentence, mention)
        some_time = mention.bound is Bound.SOME_TIME
        if not some_time and not is_window(sentence, mention, matter):
            return False
        recognised |= set(range(mention.start, mention.end))
        if some_time:
            return False
        text = self._quote(sentence, _with_preposition(sentence, mention.start), mention.end)
        if matter is not About.OTHER_MATTER:
            reason = reason_against(sentence, mention)
            if reason is not None:
                self._note(text, reason)
                return False
        start = is_start(sentence, mention)
        bound = Bound.FROM if start else mention.bound
        exclusive = start and starts_after(sentence, mention)
        if mention.options:
            self.times.append(_NamedTime(text, mention.options, matter, bound, exclusive))
        return matter is not About.OTHER_MATTER

    def _quote(self, sentence: Sentence, start: int, end: int) -> str:
        tokens = sentence.tokens[start:end]
        return self.wording.quote(tokens[0].start, tokens[-1].end) if tokens else ""

    def _note(self, text: str, reason: Reason) -> None:
        note = NotUnderstood(_shortened(text), reason)
        if text and note not in self.notes:
            self.notes.append(note)

    def told(self, *, left_out: str) -> _Understood:
        policy = policy_from([sign.sign for sign, _ in self.signs])
        self._name_unused_signs(policy)
        channel = self._channel()
        if not self.anything and self.wording.original.strip():
            self.notes = []
            self._note(self.wording.original.strip(), Reason.UNKNOWN_WORDS)
        if left_out.strip():
            self._note(left_out.strip(), Reason.TOO_LONG)
        return _Understood(tuple(self.times), policy, channel, tuple(self.notes))

    def _name_unused_signs(self, policy: Policy) -> None:
        for sign, text in self.signs:
            refused = sign.sign is Sign.REFUSED
            contradicted = policy is Policy.UNKNOWN and Sign.EVERYONE in {
                other.sign for other, _ in self.signs
            }
            if (refused and policy is Policy.UNKNOWN) or contradicted:
                self._note(text, reason_for(sign.sign))

    def _channel(self) -> Channel | None:
        named = dict.fromkeys(channel for channel, _ in self.channels)
        if len(named) > 1:
            quotes = dict.fromkeys(text for _, text in self.channels)
            self._note("、".join(quotes), Reason.SEVERAL_CHANNELS)
        return next(iter(named)) if len(named) == 1 else None


def speaks_of_word(sentence: Sentence) -> bool:
    """Whether a sentence is about word at all."""
    return sentence.has(Kind.WORD, Kind.OUTCOME, Kind.CHANNEL)


def _with_preposition(sentence: Sentence, start: int) -> int:
    """Where the fragment begins: "within" belongs to "within 5 days"."""
    if not sentence.tokens[start].is_latin and not sentence.tokens[start].text[0].isdigit():
        return start
    while start > 0 and sentence.tokens[start - 1].text in _PREPOSITIONS:
        start -= 1
    return start


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def _dated(understood: _Understood, held: date, weights: ReadingWeights) -> Promise:
    """What was understood, with its days."""
    notes = list(understood.not_understood)
    windows: list[tuple[_NamedTime, Spec, tuple[Reading, ...]]] = []
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


def _name_what_was_passed_over(notes: list[NotUnderstood], times: Sequence[_NamedTime]) -> None:
    for time in times:
        if time.matter is About.OTHER_MATTER:
            _add(notes, time.text, Reason.OTHER_MATTER)
        elif time.bound is Bound.EARLIEST:
            _add(notes, time.text, Reason.AT_LEAST)


def _add(notes: list[NotUnderstood], text: str, reason: Reason) -> None:
    note = NotUnderstood(_shortened(text), reason)
    if note not in notes:
        notes.append(note)


def _promise(
    understood: _Understood,
    held: date,
    windows: Sequence[tuple[_NamedTime, Spec, tuple[Reading, ...]]],
    starts: Sequence[date],
    notes: Sequence[NotUnderstood],
) -> Promise:
    window: Window | None = None
    readings: tuple[Reading, ...] = ()
    if windows:
        most = max(time.matter for time, _, _ in windows)
        of_word = [found for found in windows if found[0].matter is most]
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


def _lateness(found: tuple[_NamedTime, Spec, tuple[Reading, ...]]) -> tuple[date, int]:
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
