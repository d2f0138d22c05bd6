"""The sentences of what was said, with the times that stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yokame.promise.calendar_days import CalendarDay, DayOfMonth, DaysAfter, NamedWeekday
from yokame.promise.promise import Rule
from yokame.promise.times.mentions import Mention, mentions_of
from yokame.promise.times.suffixes import in_business_days
from yokame.promise.windows import Count, Hours, Spec
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind


@dataclass(frozen=True)
class Sentence:
    """The tokens between two ends, with the times that stand in them."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    def has(self, *kinds: Kind) -> bool:
        return any(token.kind in kinds for token in self.tokens)


_ENDED = ("終了後", "完了後", "締切後", "終わった後", "終わってから", "終了してから")
_LONGEST_SENTENCE = 150
_NEAR = 4
_TOPIC_REACH = 6


def sentences_of(tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    """The sentences, each with its times; counts of days are business days where that is said."""
    return tuple(_sentence(part) for part in _split(tokens))


def _split(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for place, token in enumerate(tokens):
        # Rules look around within a sentence, so a limit to its length keeps reading linear.
        if token.kind is Kind.END or place - start >= _LONGEST_SENTENCE:
            if place > start:
                yield tuple(tokens[start:place])
            start = place + 1
    if start < len(tokens):
        yield tuple(tokens[start:])


def _sentence(tokens: tuple[Token, ...]) -> Sentence:
    mentions = _counted_from_day_before(tokens, mentions_of(tokens))
    without_days_off = any(
        token.kind is Kind.EXCEPT
        and any(t.kind in (Kind.DAYS_OFF, Kind.WEEKDAY) for t in _around(tokens, place, _NEAR))
        for place, token in enumerate(tokens)
    )
    only = _said_count(tokens)
    told = [
        _counted_only(mention, only)
        if only
        else _in_business_days(mention)
        if without_days_off or _stands_by_business(tokens, mention)
        else mention
        for mention in mentions
        if not _is_included(tokens, mention)
    ]
    return Sentence(tokens, tuple(told))


def _around(tokens: Sequence[Token], place: int, reach: int) -> Sequence[Token]:
    return tokens[max(0, place - reach) : place + reach + 1]


def _stands_by_business(tokens: Sequence[Token], mention: Mention) -> bool:
    """平日5日以内, 営業日で3日, 5日以内(営業日)."""
    before = tokens[max(0, mention.start - 3) : mention.start]
    after = tokens[mention.end : mention.end + 3]
    return any(token.kind is Kind.BUSINESS_ONLY for token in (*before, *after))


def _said_count(tokens: Sequence[Token]) -> Rule | None:
    """本日を含めて: day zero is counted; 土日祝を含む: days off are."""
    for place, token in enumerate(tokens):
        if token.kind is not Kind.INCLUDING:
            continue
        if token.text == "暦日":
            return Rule.CALENDAR
        for near in _around(tokens, place, _NEAR - 1):
            if near.kind is Kind.DAYS_OFF:
                return Rule.CALENDAR
            if (near.kind is Kind.RELATIVE_DAY and near.value == 0) or near.text == "面接日":
                return Rule.DAY_ZERO_COUNTED
    return None


def _is_included(tokens: Sequence[Token], mention: Mention) -> bool:
    """本日を含めて names no time by itself."""
    around = (*tokens[max(0, mention.start - 1) : mention.start], *tokens[mention.end :][:2])
    today = any(option == DaysAfter(0) for option in mention.options)
    return today and any(token.kind is Kind.INCLUDING for token in around)


def _counted_only(mention: Mention, only: Rule) -> Mention:
    options = tuple(
        replace(spec, only=only) if isinstance(spec, Count) else spec for spec in mention.options
    )
    return replace(mention, options=options)


def _in_business_days(mention: Mention) -> Mention:
    return replace(mention, options=tuple(in_business_days(spec) for spec in mention.options))


def _counted_from_day_before(
    tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """11月20日の選考終了後、3営業日以内: the count begins on the day named before it."""
    day: Mention | None = None
    for mention in mentions:
        between = tokens[day.end : mention.start] if day else ()
        joined = len(between) <= _TOPIC_REACH and any(t.text in _ENDED for t in between)
        if day and joined:
            base = day.options[-1]
            yield replace(
                mention,
                start=day.start,
                options=tuple(_begun_on(base, option) for option in mention.options),
            )
            day = None
            continue
        if day:
            yield day
        day = mention if mention.options and _is_one_day(mention) else None
        if day is None:
            yield mention
    if day:
        yield day


def _is_one_day(mention: Mention) -> bool:
    return isinstance(mention.options[-1], CalendarDay | DayOfMonth | NamedWeekday)


def _begun_on(base: Spec, counted: Spec) -> Spec:
    if isinstance(counted, Count) and not isinstance(base, Count | Hours):
        return replace(counted, base=base)
    return counted
