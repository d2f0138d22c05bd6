"""By which way word comes."""

from collections.abc import Sequence

from yokame.promise.speech.everyone import is_value_of
from yokame.promise.speech.refusals import NOT_THIS_BUT, is_conditional
from yokame.promise.speech.sentences import Sentence
from yokame.promise.words.lexicon import CHANNEL_ORDER
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind
from yokame.reports import Channel

_USED = ("し", "い", "致", "さ", "を", "が", "く", "で", "に", "、", "か", "・", "/", "or")
_WAYS = (Kind.CHANNEL, Kind.OTHER_CHANNEL)
_LABELS = ("方法", "手段", "連絡", "通知")
_READ_BY_THE_READER = ("、", "待", "確", "覧", "見")
_CHANNELS = tuple(Channel(name) for name in CHANNEL_ORDER)


def channels_of(sentence: Sentence, *, after_word: bool) -> list[tuple[Channel | None, int]]:
    """The ways a sentence promises, each with the place of its token; None for one without a name.

    `after_word`: an earlier sentence spoke of word, so that one bare way may stand alone.
    """
    tokens = sentence.tokens
    return [
        (_CHANNELS[token.value] if token.kind is Kind.CHANNEL else None, place)
        for place, token in enumerate(tokens)
        if token.kind in _WAYS and _is_promised(sentence, place, after_word=after_word)
    ]


def _is_promised(sentence: Sentence, place: int, *, after_word: bool) -> bool:
    tokens = sentence.tokens
    token = tokens[place]
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if _is_contact(sentence, place) or _is_refused(tokens, place) or _is_asked(tokens, place):
        return False
    if token.kind is Kind.OTHER_CHANNEL and _is_of_papers(sentence, place):
        return False
    if sentence.has(Kind.WORD, Kind.OUTCOME) or sentence.mentions:
        return True
    if is_value_of(tokens, place, _LABELS) or (after_word and len(tokens) <= 2):
        return True
    if place == len(tokens) - 1 and sentence.has(Kind.PASS, Kind.FAIL, Kind.ONLY, Kind.EVERYONE):
        return True  # 合格者のみ電話
    return (token.is_latin and token.kind is Kind.CHANNEL) or following in _USED


def _is_contact(sentence: Sentence, place: int) -> bool:
    """TEL: 03-1234-5678, E-mail: saiyo@example.co.jp: a line of a signature."""
    after = sentence.tokens[place + 1 : place + 4]
    address = next((k for k, token in enumerate(after) if token.kind is Kind.ADDRESS), None)
    if address is None:
        return False
    labelled = any(token.text == ":" for token in after[:address])
    return labelled or not sentence.has(Kind.WORD, Kind.OUTCOME)


def _is_of_papers(sentence: Sentence, place: int) -> bool:
    """履歴書は郵送でご返却, in line with: another thing goes that way, or none does."""
    tokens = sentence.tokens
    if tokens[place].text == "line" and place + 1 < len(tokens) and tokens[place + 1].is_latin:
        return True
    return sentence.has(Kind.OTHER_MATTER) and not sentence.has(Kind.WORD, Kind.OUTCOME)


def _is_refused(tokens: Sequence[Token], place: int) -> bool:
    """電話ではなくメールで, not by phone, お電話でのお答えはいたしかねます."""
    if tokens[place].is_latin and not _is_followed_by_kana(tokens, place):
        before = tokens[max(0, place - 2) : place]
        return any(t.kind is Kind.NOT or t.text in ("than", "instead") for t in before)
    after = tokens[place + 1 : place + 4]
    if any(t.text in NOT_THIS_BUT for t in after):
        return True
    for k in range(place + 1, len(tokens)):
        token = tokens[k]
        if token.kind is Kind.NOT:
            return not is_conditional(tokens, k)
        if token.kind in (*_WAYS, Kind.IS, Kind.FAIL, Kind.OTHERS, Kind.UNIT, Kind.REQUEST):
            return False
    return False


def _is_followed_by_kana(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].text[0] >= "\u3041"


def _is_asked(tokens: Sequence[Token], place: int) -> bool:
    """メールでお問い合わせください: the reader's way, not the employer's."""
    if tokens[place].is_latin and not _is_followed_by_kana(tokens, place):
        before = tokens[max(0, place - 3) : place]
        return any(t.kind in (Kind.REQUEST, Kind.INQUIRY) for t in before)
    for token in tokens[place + 1 : place + 12]:
        if token.kind in (Kind.INQUIRY, Kind.REQUEST) or token.text in ("遠慮", "控え", "差し控え"):
            return True
        if token.kind in (Kind.IS, Kind.NOT) or token.text in _READ_BY_THE_READER:
            return False
    return False
