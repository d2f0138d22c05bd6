"""Whether a time is when word comes, or when something else does."""

from collections.abc import Sequence
from enum import IntEnum

from yokame.promise.calendar_days import DaysAfter
from yokame.promise.speech.sentences import Sentence
from yokame.promise.times.mentions import Mention
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind


class About(IntEnum):
    """What a time belongs to. Word wins over what is not said, and that over anything else."""

    OTHER_MATTER = 0
    NOT_SAID = 1
    WORD = 2


_WORDS = (Kind.WORD, Kind.OUTCOME)
_OUTCOMES = (Kind.PASS, Kind.FAIL, Kind.OTHERS, Kind.LUCK)
_ABOUT_NOUNS = ("interview", "interviews", "deadline", "orientation", "test", "assessment")
_CLAUSE_JOINS = ("が", "の", "け", "し", "から", "た", "、")
_TOPIC_MARKS = ("は", ":")
_TOPIC_REACH = 6


def about(sentence: Sentence, mention: Mention) -> About:
    """Whether a time is when word comes, when something else is, or is not said."""
    tokens = sentence.tokens
    if tokens[mention.start].is_latin or tokens[mention.end - 1].is_latin:
        return _about_in_english(tokens, mention)
    after = _rest_of_clause(sentence, mention)
    of_matter = after[1:] and after[0].text == "の" and after[1].kind is Kind.OTHER_MATTER
    # ご返答は1週間以内にお願いします
    if of_matter or any(token.text == "お願い" for token in after[:2]):
        return About.OTHER_MATTER
    if any(_tells(after, place) for place in range(len(after))):
        return About.WORD
    if any(
        token.kind in (Kind.OTHER_MATTER, Kind.INQUIRY) or _is_asked_of_reader(after, place)
        for place, token in enumerate(after)
    ):
        return About.OTHER_MATTER
    before = _about_before(sentence, mention)
    listed = _listed_by_outcome(sentence, mention) if before is About.NOT_SAID else None
    return about(sentence, listed) if listed else before


def _listed_by_outcome(sentence: Sentence, mention: Mention) -> Mention | None:
    """The next time, where 不合格は2週間、合格は1週間以内に連絡 says one thing of both."""
    following = next((m for m in sentence.mentions if m.start >= mention.end), None)
    if following is None:
        return None
    between = sentence.tokens[mention.end : following.start]
    outcomes = any(token.kind in _OUTCOMES for token in between)
    ended = any(token.kind in (Kind.IS, Kind.NOT, *_WORDS) for token in between)
    return following if outcomes and not ended else None


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
        following = tokens[place + 1].text
        if token.kind in _WORDS and following in ("から", "後", "より", "の後", "日"):
            continue  # 通知から2週間: only the day it counts from
        if token.kind in _WORDS or token.kind is Kind.CHANNEL:
            return About.WORD
        if token.kind in (Kind.OTHER_MATTER, Kind.INQUIRY) and any(
            t.text in _TOPIC_MARKS for t in tokens[place + 1 : place + _TOPIC_REACH]
        ):
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
    verbs = ("is", "are", "will", "takes", "starts", "begins", "on", "has", "continue", "end")
    return place + 1 < len(tokens) and tokens[place + 1].text in verbs


def is_window(sentence: Sentence, mention: Mention, matter: About) -> bool:
    """A weak word (本日, 来週) is a window only where word is spoken of."""
    if not mention.weak or _is_all_that_was_said(sentence, mention):
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


def _is_all_that_was_said(sentence: Sentence, mention: Mention) -> bool:
    """即日, 明日です, today: typed alone, it answers when word comes."""
    after = sentence.tokens[mention.end :]
    copula = all(token.kind is Kind.IS or token.text in ("に", "で", "、") for token in after)
    return mention.start == 0 and copula


def _told_just_before(tokens: Sequence[Token], place: int) -> bool:
    """We will call you today; but not: thank you for coming today, we will call you."""
    for token in reversed(tokens[:place]):
        if token.text == "、" or token.kind is Kind.OTHER_MATTER:
            return False
        if token.kind in (*_WORDS, Kind.CHANNEL):
            return True
    return False
