"""What the words say by themselves, whenever the round was held."""

from dataclasses import dataclass
from functools import lru_cache

from yokame.promise.promise import NotUnderstood, Reason
from yokame.promise.speech.channels import channels_of
from yokame.promise.speech.conditions import policy_signs
from yokame.promise.speech.leftovers import (
    conditions_in,
    leftovers_in,
    refusals_in,
    unread_limits_in,
)
from yokame.promise.speech.matters import About, about, is_window
from yokame.promise.speech.refusals import is_start, reason_against, starts_after
from yokame.promise.speech.sentences import Sentence, sentences_of
from yokame.promise.speech.signs import PolicySign, Sign, policy_from, reason_for
from yokame.promise.times.mentions import Mention
from yokame.promise.times.suffixes import Bound
from yokame.promise.windows import Spec
from yokame.promise.words.spelling import Wording, in_one_spelling
from yokame.promise.words.tokens import tokens_of
from yokame.promise.words.vocabulary import Kind, spelled
from yokame.reports import Channel, Policy

_LONGEST_READ = 4_000
_LONGEST_QUOTE = 160
_PREPOSITIONS = frozenset(
    spelled(
        "within in by before until on the about around approximately next at of no later than up to"
        " between roughly"
    )
)


@dataclass(frozen=True)
class NamedTime:
    """A time that may be the window, before it is known when the round was held."""

    text: str
    options: tuple[Spec, ...]
    matter: About
    bound: Bound
    starts_after: bool = False
    wished: bool = False


@dataclass(frozen=True)
class Understood:
    """What the words say by themselves, whenever the round was held."""

    times: tuple[NamedTime, ...]
    policy: Policy
    channel: Channel | None
    not_understood: tuple[NotUnderstood, ...]


def understand(said: str) -> Understood:
    """What `said` says. Read once: the same words again cost a look-up."""
    # The cache must not keep long texts alive, so it is asked only for what is read of them.
    return _understand(said[: _LONGEST_READ + _LONGEST_QUOTE])


@lru_cache(maxsize=1024)
def _understand(said: str) -> Understood:
    wording = in_one_spelling(said[:_LONGEST_READ])
    reader = _Reader(wording)
    for sentence in sentences_of(tokens_of(wording.text)):
        reader.read(sentence)
    return reader.told(left_out=said[_LONGEST_READ:])


class _Reader:
    """Gathers what each sentence says."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.times: list[NamedTime] = []
        self.signs: list[tuple[PolicySign, str]] = []
        self.channels: list[tuple[Channel | None, str]] = []
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
        for channel, place in channels_of(sentence, after_word=self.anything):
            recognised.add(place)
            self.channels.append((channel, self._quote(sentence, place, place + 1)))
        conditional = any(note.reason is Reason.CONDITIONAL for note in self.notes[noted:])
        for start, end in conditions_in(sentence):
            recognised |= set(range(start, end))
            if not promised and not conditional:
                self._note(self._quote(sentence, start, end), Reason.CONDITIONAL)
        for start, end in unread_limits_in(sentence, recognised):
            recognised |= set(range(start, end))
            self._note(self._quote(sentence, start, end), Reason.UNKNOWN_WORDS)
        if not recognised:
            for start, end in refusals_in(sentence):
                self._note(self._quote(sentence, start, end), Reason.NEGATED)
        for start, end in leftovers_in(sentence, recognised):
            self._note(self._quote(sentence, start, end), Reason.UNKNOWN_WORDS)
        self.pass_named |= sentence.has(Kind.PASS)
        self.anything |= bool(recognised) or _speaks_of_word(sentence)

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
            self.times.append(
                NamedTime(text, mention.options, matter, bound, exclusive, mention.wished)
            )
        return matter is not About.OTHER_MATTER

    def _quote(self, sentence: Sentence, start: int, end: int) -> str:
        tokens = sentence.tokens[start:end]
        return self.wording.quote(tokens[0].start, tokens[-1].end) if tokens else ""

    def _note(self, text: str, reason: Reason) -> None:
        note = note_of(text, reason)
        if text and note not in self.notes:
            self.notes.append(note)

    def told(self, *, left_out: str) -> Understood:
        policy = policy_from([sign.sign for sign, _ in self.signs])
        self._name_unused_signs(policy)
        channel = self._channel()
        if not self.anything and self.wording.original.strip():
            self.notes = []
            self._note(self.wording.original.strip(), Reason.UNKNOWN_WORDS)
        if left_out.strip():
            self._note(left_out.strip(), Reason.TOO_LONG)
        return Understood(tuple(self.times), policy, channel, tuple(self.notes))

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
        elif None in named:
            self._note(self.channels[0][1], Reason.OTHER_CHANNEL)
        return next(iter(named)) if len(named) == 1 else None


def _speaks_of_word(sentence: Sentence) -> bool:
    """Whether a sentence is about word at all."""
    return sentence.has(Kind.WORD, Kind.OUTCOME, Kind.CHANNEL)


def _with_preposition(sentence: Sentence, start: int) -> int:
    """Where the fragment begins: "within" belongs to "within 5 days"."""
    if not sentence.tokens[start].is_latin and not sentence.tokens[start].text[0].isdigit():
        return start
    while start > 0 and sentence.tokens[start - 1].text in _PREPOSITIONS:
        start -= 1
    return start


def note_of(text: str, reason: Reason) -> NotUnderstood:
    """What was left out, quoted; a long quotation is shortened."""
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return NotUnderstood(text, reason)
