"""Signs of who is told, and the policy they add up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from yokame.promise.promise import Reason
from yokame.promise.speech.sentences import Sentence
from yokame.promise.times.suffixes import Bound
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind
from yokame.reports import Policy


class Sign(Enum):
    """What a sentence says about who is told."""

    ONLY_PASSED = auto()
    FAILED_NOT_TOLD = auto()
    EVERYONE = auto()
    REFUSED = auto()


@dataclass(frozen=True)
class PolicySign:
    """A sign, and the tokens that gave it."""

    sign: Sign
    start: int
    end: int


WORDS = (Kind.WORD, Kind.OUTCOME)
BY_WORD = (*WORDS, Kind.CHANNEL)


def anything_promised(sentence: Sentence, start: int) -> bool:
    """Whether word, a channel or a time stands after a place."""
    return any(token.kind in BY_WORD for token in sentence.tokens[start:]) or any(
        mention.start >= start and mention.bound is not Bound.UNREAD
        for mention in sentence.mentions
    )


def refused_before(tokens: Sequence[Token], place: int) -> bool:
    """We cannot contact all candidates."""
    if not tokens[place].is_latin:
        return False
    return any(t.kind is Kind.NOT for t in tokens[:place]) and not any(
        t.kind is Kind.IF for t in tokens[:place]
    )


def policy_from(signs: Sequence[Sign]) -> Policy:
    """The policy all signs agree on; contradictory ones leave it unknown."""
    told = set(signs)
    if Sign.FAILED_NOT_TOLD in told:
        return Policy.UNKNOWN if Sign.EVERYONE in told else Policy.PASSED_ONLY
    if Sign.EVERYONE in told:
        # 合格者のみ電話、それ以外はメール: "only" was about the channel.
        return Policy.EVERYONE
    if Sign.ONLY_PASSED in told and Sign.REFUSED not in told:
        return Policy.PASSED_ONLY
    return Policy.UNKNOWN


def reason_for(sign: Sign) -> Reason:
    """Why a sign does not decide the policy."""
    return Reason.NEGATED if sign is Sign.REFUSED else Reason.UNKNOWN_WORDS
