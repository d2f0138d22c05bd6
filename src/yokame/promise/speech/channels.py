"""By which way word comes."""

from collections.abc import Sequence

from yokame.promise.speech.refusals import NOT_THIS_BUT
from yokame.promise.speech.sentences import Sentence
from yokame.promise.words.tokens import CHANNEL_ORDER, Token
from yokame.promise.words.vocabulary import Kind
from yokame.reports import Channel

_USED = ("し", "い", "致", "さ", "を", "が", "く", "で", "に", "、", "か", "・", "/", "or")
_CHANNELS = tuple(Channel(name) for name in CHANNEL_ORDER)


def channels_of(sentence: Sentence) -> list[tuple[Channel, int]]:
    """The ways a sentence promises, each with the place of its token."""
    tokens = sentence.tokens
    return [
        (_CHANNELS[token.value], place)
        for place, token in enumerate(tokens)
        if token.kind is Kind.CHANNEL and _is_promised(sentence, place)
    ]


def _is_promised(sentence: Sentence, place: int) -> bool:
    tokens = sentence.tokens
    if _is_refused(tokens, place) or _is_asked(tokens, place):
        return False
    if sentence.has(Kind.WORD, Kind.OUTCOME) or sentence.mentions:
        return True
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return tokens[place].is_latin or following in _USED


def _is_refused(tokens: Sequence[Token], place: int) -> bool:
    """電話ではなくメールで, not by phone, お電話でのご連絡は控えさせて."""
    if tokens[place].is_latin:
        before = tokens[max(0, place - 2) : place]
        return any(t.kind is Kind.NOT or t.text in ("than", "instead") for t in before)
    after = tokens[place + 1 : place + 4]
    return any(t.text in NOT_THIS_BUT for t in after)


def _is_asked(tokens: Sequence[Token], place: int) -> bool:
    """メールでお問い合わせください: the reader's way, not the employer's."""
    if tokens[place].is_latin:
        before = tokens[max(0, place - 3) : place]
        return any(t.kind in (Kind.REQUEST, Kind.INQUIRY) for t in before)
    for token in tokens[place + 1 : place + 12]:
        if token.kind in (Kind.INQUIRY, Kind.REQUEST) or token.text in ("遠慮", "控え", "差し控え"):
            return True
        if token.kind in (Kind.IS, Kind.NOT) or token.text in ("、", "待", "確"):
            return False
    return False
