"""What each sentence does with the times it names: promise them, refuse them, or mean else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from yokame.promise.mentions import Bound, Mention, in_business_days, mentions_of
from yokame.promise.promise import Reason
from yokame.promise.tokens import Token
from yokame.promise.vocabulary import Kind
from yokame.promise.windows import (
    CalendarDay,
    Count,
    DayOfMonth,
    DaysAfter,
    Hours,
    NamedWeekday,
    Spec,
)


class About(IntEnum):
    """What a time belongs to. Word wins over what is not said, and that over anything else."""

    OTHER_MATTER = 0
    NOT_SAID = 1
    WORD = 2


@dataclass(frozen=True)
class Sentence:
    """The tokens between two ends, with the times that stand in them."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    def has(self, *kinds: Kind) -> bool:
        return any(token.kind in kinds for token in self.tokens)


_WORDS = (Kind.WORD, Kind.OUTCOME)
_REFUSING_NOUN = ("ではなく", "でなく", "じゃなく", "ではなくて", "じゃなくて")
_UNREAL_NOT = ("later", "only", "just", "hesitate", "worry", "more", "sooner", "limited")
_ABOUT_NOUNS = ("interview", "interviews", "deadline", "orientation", "test", "assessment")
_CLAUSE_JOINS = ("が", "の", "け", "し", "から", "た", "、")
_TOPIC_MARKS = ("は", ":")
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
    told = [
        _in_business_days(mention)
        if without_days_off or _stands_by_business(tokens, mention)
        else mention
        for mention in mentions
    ]
    return Sentence(tokens, tuple(told))


def _around(tokens: Sequence[Token], place: int, reach: int) -> Sequence[Token]:
    return tokens[max(0, place - reach) : place + reach + 1]


def _stands_by_business(tokens: Sequence[Token], mention: Mention) -> bool:
    """平日5日以内, 営業日で3日, 5日以内(営業日)."""
    before = tokens[max(0, mention.start - 3) : mention.start]
    after = tokens[mention.end : mention.end + 3]
    return any(token.kind is Kind.BUSINESS_ONLY for token in (*before, *after))


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


def about(sentence: Sentence, mention: Mention) -> About:
    """Whether a time is when word comes, when something else is, or is not said."""
    tokens = sentence.tokens
    if tokens[mention.start].is_latin or tokens[mention.end - 1].is_latin:
        return _about_in_english(tokens, mention)
    after = _rest_of_clause(sentence, mention)
    if len(after) > 1 and after[0].text == "の" and after[1].kind is Kind.OTHER_MATTER:
        return About.OTHER_MATTER
    if any(_tells(after, place) for place in range(len(after))):
        return About.WORD
    if any(token.kind in (Kind.OTHER_MATTER, Kind.INQUIRY) for token in after):
        return About.OTHER_MATTER
    if any(_is_asked_of_reader(after, place) for place in range(len(after))):
        return About.OTHER_MATTER
    return _about_before(sentence, mention)


def _rest_of_clause(sentence: Sentence, mention: Mention) -> Sequence[Token]:
    """What follows a time, up to the next time, the next topic or the end of the clause."""
    tokens = sentence.tokens
    starts = [m.start for m in sentence.mentions if m.start >= mention.end]
    stop = min(starts, default=len(tokens))
    for place in range(mention.end, stop):
        token = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.kind in (Kind.IS, Kind.NOT) and following and following.text in _CLAUSE_JOINS:
            return tokens[mention.end : place + 1]
        new_topic = (
            token.text == "、"
            and following
            and following.kind in _WORDS
            and any(t.text in _TOPIC_MARKS for t in tokens[place + 2 : place + 4])
        )
        if new_topic:
            return tokens[mention.end : place]
    return tokens[mention.end : stop]


def _tells(tokens: Sequence[Token], place: int) -> bool:
    """Whether the employer's word stands here, and not word that is asked of the reader."""
    kind = tokens[place].kind
    if kind not in (*_WORDS, Kind.CHANNEL):
        return False
    return not _is_asked_of_reader(tokens, place)


def _is_asked_of_reader(tokens: Sequence[Token], place: int) -> bool:
    """ご返信ください, メールでお送りください."""
    if tokens[place].kind not in (*_WORDS, Kind.CHANNEL, Kind.INQUIRY, Kind.OTHER_MATTER):
        return False
    for token in tokens[place + 1 : place + 7]:
        if token.kind is Kind.REQUEST:
            return True
        if token.kind in (Kind.IS, Kind.NOT, Kind.IF) or token.text in ("待", "、", "確"):
            return False
    return False


def _about_before(sentence: Sentence, mention: Mention) -> About:
    tokens = sentence.tokens
    for place in range(mention.start - 1, -1, -1):
        token = tokens[place]
        if token.kind in _WORDS or token.kind is Kind.CHANNEL:
            return About.WORD
        is_topic = any(t.text in _TOPIC_MARKS for t in tokens[place + 1 : place + _TOPIC_REACH])
        if token.kind in (Kind.OTHER_MATTER, Kind.INQUIRY) and is_topic:
            return About.OTHER_MATTER
    return About.NOT_SAID


def _about_in_english(tokens: Sequence[Token], mention: Mention) -> About:
    """The nearest matter before the time decides; if there is none, the nearest after it."""
    for place in range(mention.start - 1, -1, -1):
        kind = tokens[place].kind
        if kind in _WORDS or kind is Kind.CHANNEL:
            asked = place > 0 and tokens[place - 1].kind is Kind.REQUEST
            return About.OTHER_MATTER if asked else About.WORD
        if kind is Kind.OTHER_MATTER and _is_matter(tokens, place):
            return About.OTHER_MATTER
    for place in range(mention.end, len(tokens)):
        kind = tokens[place].kind
        if kind in _WORDS or kind is Kind.CHANNEL:
            asked = tokens[place - 1].kind is Kind.REQUEST
            return About.OTHER_MATTER if asked else About.WORD
        if kind is Kind.OTHER_MATTER and tokens[place].text not in _ABOUT_NOUNS:
            return About.OTHER_MATTER
    return About.NOT_SAID


def _is_matter(tokens: Sequence[Token], place: int) -> bool:
    """ "The interview is on" speaks of it; "after the interview" only counts from it."""
    if tokens[place].text not in _ABOUT_NOUNS:
        return True
    verbs = ("is", "are", "will", "takes", "starts", "begins", "on", "has")
    return place + 1 < len(tokens) and tokens[place + 1].text in verbs


def is_negated(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence refuses the time instead of promising it."""
    if sentence.tokens[mention.start].is_latin or sentence.tokens[mention.end - 1].is_latin:
        return _is_negated_in_english(sentence, mention)
    following = sentence.tokens[mention.end : mention.end + 3]
    if any(token.text in _REFUSING_NOUN for token in following):
        return True
    return polarity_after(sentence.tokens, mention.end) < 0


def polarity_after(tokens: Sequence[Token], start: int) -> int:
    """1 or -1 as the first predicate after a place says yes or no; 0 where none is left.

    A "no" inside a condition (連絡がない場合は) refuses nothing.
    """
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.kind in (Kind.IS, Kind.REQUEST):
            return 1
        if token.kind in (Kind.FAIL, Kind.OTHERS):
            return 0  # それ以外は連絡しません speaks of others
        if token.kind is Kind.NOT and token.text not in _REFUSING_NOUN:
            return 1 if is_conditional(tokens, place) else -1
    return 0


def is_conditional(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "no" at `place` is a condition: 連絡がない場合, なければ, ない方は."""
    token = tokens[place]
    if token.text in ("なければ", "無ければ", "なかったら"):
        return True
    if token.is_latin:
        return any(t.kind is Kind.IF for t in tokens[:place])
    after = tokens[place + 1 : place + 3]
    if not after:
        return False
    if after[0].kind is Kind.IF or after[0].text in ("方", "者", "限り", "な"):
        return True
    if token.text == "ない" and after[0].text == "と":
        return len(after) > 1 and after[1].text not in ("思", "言", "い", "の")
    return token.text == "ません" and after[0].kind is Kind.IS


def _is_negated_in_english(sentence: Sentence, mention: Mention) -> bool:
    tokens = sentence.tokens
    for place in range(mention.start - 1, -1, -1):
        if tokens[place].text in ("but", "so", "because"):
            break
        if _refuses(tokens, place):
            return not any(t.kind is Kind.IF for t in tokens[:place])
    if mention.start > _NEAR and any(t.kind in _WORDS for t in tokens[: mention.start]):
        return any(
            t.text in ("difficult", "unlikely", "impossible")
            for t in tokens[mention.end : mention.end + _NEAR]
        )
    for place in range(mention.end, len(tokens)):
        if tokens[place].kind is Kind.IF or tokens[place].text == "but":
            break
        if _refuses(tokens, place):
            return True
    return False


def _refuses(tokens: Sequence[Token], place: int) -> bool:
    if tokens[place].kind is not Kind.NOT:
        return False
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return following not in _UNREAL_NOT


def counts_from_unknown_day(sentence: Sentence, mention: Mention) -> bool:
    """全員の面接が終わってから1週間: a count from a day that nobody here can know."""
    counted = any(isinstance(o, Count) and o.base is None for o in mention.options)
    return counted and sentence.has(Kind.EVERYBODY) and sentence.has(Kind.FINISHING, Kind.CONDITION)


def is_window(sentence: Sentence, mention: Mention, matter: About) -> bool:
    """A weak word (本日, 来週) is a window only where word is spoken of."""
    if not mention.weak:
        return True
    after = sentence.tokens[mention.end : mention.end + 2]
    follows = after[0].text if after else ""
    if follows in ("は", "も", "の") and not (len(after) > 1 and after[1].kind in _WORDS):
        return False
    if after and after[0].kind is Kind.OTHER_MATTER:
        return False
    if any(isinstance(option, DaysAfter) for option in mention.options):
        if sentence.tokens[mention.start].is_latin:
            return _told_just_before(sentence.tokens, mention.start)
        alone = all(token.kind in (Kind.OTHER, Kind.SUFFIX) for token in after)
        far = all(option != DaysAfter(0) for option in mention.options)
        return matter is About.WORD or (alone and far and len(after) < 2)
    return matter is not About.OTHER_MATTER


def _told_just_before(tokens: Sequence[Token], place: int) -> bool:
    """We will call you today; but not: thank you for coming today, we will call you."""
    for token in reversed(tokens[:place]):
        if token.text == "、" or token.kind is Kind.OTHER_MATTER:
            return False
        if token.kind in (*_WORDS, Kind.CHANNEL):
            return True
    return False


def _waits_until(sentence: Sentence, mention: Mention) -> bool:
    """You will not hear until the 20th: a start, not a refusal."""
    before = sentence.tokens[max(0, mention.start - 3) : mention.start]
    return any(token.text == "until" for token in before)


def is_start(sentence: Sentence, mention: Mention) -> bool:
    """Whether only the first day of word is told: 以降, after the 20th, not until Friday."""
    if mention.bound is Bound.FROM:
        return True
    return _waits_until(sentence, mention) and is_negated(sentence, mention)


def starts_after(sentence: Sentence, mention: Mention) -> bool:
    """Whether the named day itself is left out: after the 20th, 20日を過ぎて."""
    words = {t.text for t in sentence.tokens[max(0, mention.start - 3) : mention.end]}
    return bool(words & {"after", "過"})


def reason_against(sentence: Sentence, mention: Mention) -> Reason | None:
    """Why a time cannot be used, where the words alone already tell."""
    if mention.bound is Bound.UNREAD:
        return Reason.UNKNOWN_WORDS
    negated = is_negated(sentence, mention)
    if mention.bound is Bound.AT_LEAST:
        # 1週間以上はかかりません: what is refused is the excess, so the week stands.
        return None if negated else Reason.AT_LEAST
    if negated and not _waits_until(sentence, mention):
        return Reason.NEGATED
    if counts_from_unknown_day(sentence, mention):
        return Reason.CONDITIONAL
    return None
