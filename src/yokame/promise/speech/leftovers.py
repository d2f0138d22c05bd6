"""What else a sentence says that could bear on time or on who is told."""

from collections.abc import Iterator

from yokame.promise.speech.refusals import is_conditional
from yokame.promise.speech.sentences import Sentence
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind

_BEARING = (
    Kind.UNIT,
    Kind.IF,
    Kind.ONLY,
    Kind.NOT,
    Kind.REGARDLESS,
    Kind.EXCEPT,
    Kind.CONDITION,
    Kind.UNKNOWN_DAY,
    Kind.WEEKDAY,
)

_OF_WORD = frozenset({Kind.WORD, Kind.OUTCOME, Kind.CHANNEL, Kind.INQUIRY, Kind.OTHER_MATTER})
# 合格の場合は、… is understood where something follows.
_OF_OUTCOME = frozenset({Kind.PASS, Kind.FAIL, Kind.OTHERS, Kind.LUCK})
_REACH = 7
_BEFORE_A_LIMIT = 5
_LIMITS = ("以内", "までに", "迄に")
# 期日までに, それまでに: a limit that was named elsewhere.
_NO_NEW_LIMIT = ("期日", "期限", "期間", "今", "頃", "旨", "予定")


def conditions_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where word is tied to something without a date: 決まり次第, once all interviews are done."""
    tokens = sentence.tokens
    start = 0
    for place, token in enumerate(tokens):
        if token.text == "、":
            start = place + 1
        if token.kind is Kind.CONDITION:
            end = place + 1
            if token.is_latin:
                start, end = place, _end_of_clause(sentence, place)
            yield start, end


def refusals_in(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Word that is refused, without a time or people: 個別の連絡はいたしません."""
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        if token.kind is not Kind.WORD:
            continue
        for k in range(place + 1, min(len(tokens), place + _REACH)):
            if tokens[k].kind is Kind.NOT and not is_conditional(tokens, k):
                yield 0, k + 1
                return
            if tokens[k].kind is not Kind.OTHER:
                break


def unread_limits_in(sentence: Sentence, recognised: set[int]) -> Iterator[tuple[int, int]]:
    """忘年会までにはご連絡します: a limit on a day that nobody here knows is never lost."""
    tokens = sentence.tokens
    if not sentence.has(Kind.WORD, Kind.OUTCOME) or sentence.has(Kind.REQUEST):
        return
    for place, token in enumerate(tokens):
        if place in recognised or place - 1 in recognised or token.text not in _LIMITS:
            continue
        start = place
        if _is_of_verb(sentence, place):
            yield 0, place + 1
            continue
        while start > 0 and start - 1 not in recognised and _is_of_noun(tokens[start - 1]):
            start -= 1
        limit = "".join(t.text for t in tokens[start:place])
        if len(limit) > 1 and not limit.endswith(_NO_NEW_LIMIT):
            yield start, place + 1


def _is_of_verb(sentence: Sentence, limit: int) -> bool:
    """社長が帰国するまでに; but お伝えするまでに1週間 names its time."""
    before = sentence.tokens[max(0, limit - _BEFORE_A_LIMIT) : limit]
    told = any(token.kind in (Kind.WORD, Kind.OUTCOME) for token in before)
    timed = any(mention.start > limit for mention in sentence.mentions)
    return bool(before) and before[-1].text.endswith("る") and not told and not timed


def _is_of_noun(token: Token) -> bool:
    """Kanji, katakana and known nouns, and の between them."""
    return token.text == "の" or (
        token.kind not in (Kind.SUFFIX, Kind.CLOCK, Kind.IS, Kind.NOT, Kind.WORD, Kind.OUTCOME)
        and token.text[-1] >= "\u30a1"
    )


def leftovers_in(sentence: Sentence, recognised: set[int]) -> Iterator[tuple[int, int]]:
    """Clauses in which nothing was recognised and that could still matter."""
    understood = _OF_WORD | _OF_OUTCOME if recognised else _OF_WORD
    start = 0
    while start < len(sentence.tokens):
        end = _end_of_clause(sentence, start)
        clause = range(start, end)
        spoken_of = any(k in recognised or sentence.tokens[k].kind in understood for k in clause)
        if not spoken_of and any(sentence.tokens[k].kind in _BEARING for k in clause):
            yield start, end
        start = end + 1


def _end_of_clause(sentence: Sentence, start: int) -> int:
    for place in range(start, len(sentence.tokens)):
        if sentence.tokens[place].text in ("、", "(", ")"):
            return place
    return len(sentence.tokens)
