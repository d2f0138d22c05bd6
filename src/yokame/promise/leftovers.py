"""What a sentence says beyond what was understood, where it could bear on time or on who is told."""

from collections.abc import Iterator

from yokame.promise.sentences import Sentence
from yokame.promise.vocabulary import Kind

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


def leftovers_in(sentence: Sentence, recognised: set[int]) -> Iterator[tuple[int, int]]:
    """Clauses in which nothing was recognised and that could still matter."""
    understood = _OF_WORD | _OF_OUTCOME if recognised else _OF_WORD
    start = 0
    while start < len(sentence.tokens):
        end = _end_of_clause(sentence, start)
        clause = range(start, end)
        spoken_of = any(
            k in recognised or sentence.tokens[k].kind in understood for k in clause
        )
        if not spoken_of and any(sentence.tokens[k].kind in _BEARING for k in clause):
            yield start, end
        start = end + 1


def _end_of_clause(sentence: Sentence, start: int) -> int:
    for place in range(start, len(sentence.tokens)):
        if sentence.tokens[place].text in ("、", "(", ")"):
            return place
    return len(sentence.tokens)
