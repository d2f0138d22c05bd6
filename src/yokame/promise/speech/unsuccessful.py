"""What is said about those who did not pass: told as well, not told, or told by silence."""

from collections.abc import Sequence

from yokame.promise.speech.refusals import is_conditional, is_silence
from yokame.promise.speech.sentences import Sentence
from yokame.promise.speech.signs import (
    BY_WORD,
    WORDS,
    PolicySign,
    Sign,
    anything_promised,
    refused_before,
)
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind

_NEAR = 6
# 落ちたら, ダメだったら, 不合格なら: a case without the word 場合.
_SUPPOSED = (
    "たら",
    "てたら",
    "ていたら",
    "だったら",
    "でしたら",
    "なら",
    "であれば",
    "れば",
    "だと",
)


def failed_are_told(sentence: Sentence, *, after_pass: bool) -> list[PolicySign]:
    """不合格の場合も連絡; 合格は1週間、それ以外は2週間: whoever failed is told as well."""
    tokens = sentence.tokens
    signs = []
    for place in range(len(tokens)):
        named = _names_failed(tokens, place, after_pass=after_pass)
        if not named or refused_before(tokens, place):
            continue
        promised = _word_is_promised(sentence, place) or (
            tokens[place].is_latin and any(t.kind in BY_WORD for t in tokens[:place])
        )
        refuses = any(t.kind is Kind.NOT for t in tokens[place + named :])
        in_condition = any(
            t.kind is Kind.NOT and is_conditional(tokens, k) for k, t in enumerate(tokens[:place])
        )
        if promised and not refuses and not in_condition:
            signs.append(PolicySign(Sign.EVERYONE, place, place + named))
    return signs


def _word_is_promised(sentence: Sentence, place: int) -> bool:
    """Whether word follows, and not only papers that are sent back."""
    after = {token.kind for token in sentence.tokens[place:]}
    only_else = Kind.OTHER_MATTER in after and not after & set(BY_WORD)
    return anything_promised(sentence, place) and not only_else


def _names_failed(tokens: Sequence[Token], place: int, *, after_pass: bool) -> int:
    """How many tokens name those who failed as people or as a case; 0 if none do."""
    token = tokens[place]
    earlier_pass = after_pass or any(t.kind is Kind.PASS for t in tokens[:place])
    if token.kind is Kind.OTHERS:
        return int(earlier_pass)
    if token.kind is Kind.PASS and not token.is_latin:
        return _unless_passed(tokens, place)
    if token.kind is Kind.LUCK:
        following = "".join(t.text for t in tokens[place + 1 : place + 8])
        return 3 if "な" in following[:3] and ("場合" in following or "方" in following) else 0
    if token.kind is not Kind.FAIL:
        return 0
    if token.is_latin:
        people = ("candidates", "applicants", "ones", "people", "those")
        near = tokens[max(0, place - 5) : place + 4]
        return int(any(t.text in people or t.kind is Kind.IF for t in near) or earlier_pass)
    after = _same_clause(tokens[place + 1 : place + 7])
    supposed = "".join(t.text for t in tokens[place + 1 : place + 6]).startswith(_SUPPOSED)
    case = (
        supposed
        or token.text.endswith("者")
        or any(t.kind is Kind.IF or t.text in ("方", "者", "も", "人") for t in after)
    )
    topic = place + 1 < len(tokens) and tokens[place + 1].text in (
        "は",
        ":",
        "、",
        "な",
        "で",
        "ても",
        "て",
    )
    return int(case or (topic and earlier_pass))


def _same_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    for place, token in enumerate(tokens):
        if token.kind in (Kind.IS, Kind.NOT) or token.text == "、":
            return tokens[:place]
    return tokens


def _same_verb(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """What follows up to the end of the verb: 通過|されなかった."""
    for ahead, token in enumerate(tokens[place + 1 : place + 8], start=1):
        if token.kind is Kind.NOT:
            return tokens[place : place + ahead + 1]
        if token.kind is not Kind.OTHER or token.text == "、":
            break
    return ()


def _unless_passed(tokens: Sequence[Token], place: int) -> int:
    """合格でない場合, 通過されなかった方: how many tokens say "not passed"."""
    verb = _same_verb(tokens, place)
    return len(verb) if verb and is_conditional(tokens, place + len(verb) - 1) else 0


def failed_not_told(tokens: Sequence[Token], *, after_pass: bool) -> PolicySign | None:
    """不合格の場合は連絡しません; we will not contact unsuccessful candidates."""
    for place in range(len(tokens)):
        named = _names_failed(tokens, place, after_pass=after_pass)
        if not named:
            continue
        told = False
        for k in range(place + named, len(tokens)):
            told = told or tokens[k].kind in WORDS
            refuses = tokens[k].kind is Kind.NOT and not is_conditional(tokens, k)
            if refuses and (told or _word_follows(tokens, k)) and not _only_maybe(tokens, k):
                return PolicySign(Sign.FAILED_NOT_TOLD, place, k + 1)
        if tokens[place].is_latin and _refused_word_before(tokens, place):
            return PolicySign(Sign.FAILED_NOT_TOLD, 0, place + named)
    return None


def _word_follows(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].is_latin and any(t.kind in BY_WORD for t in tokens[place:])


def _only_maybe(tokens: Sequence[Token], place: int) -> bool:
    """連絡できない場合がございます, しないことがあります: may be, may not."""
    after = "".join(t.text for t in tokens[place + 1 : place + 6])
    return after.startswith(
        ("場合があ", "場合がご", "場合もあ", "場合もご", "ことがあ", "こともあ", "ことがご")
    )


def _refused_word_before(tokens: Sequence[Token], place: int) -> bool:
    for k in range(place):
        if tokens[k].kind is Kind.NOT and not is_conditional(tokens, k):
            return any(t.kind in BY_WORD and t.text != "feedback" for t in tokens[k:place])
    return False


def silence_means_no(tokens: Sequence[Token], *, after_word: bool) -> PolicySign | None:
    """連絡がない場合は不合格; if you do not hear from us, consider yourself unsuccessful."""
    for place, token in enumerate(tokens):
        if token.kind is not Kind.NOT or not is_conditional(tokens, place):
            continue
        near_word = tokens[:place] if not token.is_latin else tokens[place : place + _NEAR]
        opens = is_silence(token) or (after_word and place == 0)  # 連絡します。なければ不採用です。
        if not opens and not any(t.kind in BY_WORD for t in near_word):
            continue
        for k in range(place + 1, len(tokens)):
            lost = _is_lost(tokens, k)
            if lost:
                return PolicySign(Sign.FAILED_NOT_TOLD, place, k + 1)
    return None


def _is_lost(tokens: Sequence[Token], place: int) -> bool:
    """不合格, ご縁がなかった, not been selected."""
    token, after = tokens[place], tokens[place + 1 : place + 4]
    if token.kind is Kind.LUCK:
        return any(t.text == "な" or t.kind is Kind.NOT for t in after)
    if token.kind is Kind.NOT and token.is_latin:
        return any(t.kind is Kind.PASS for t in after)
    if token.kind is Kind.PASS and not token.is_latin:
        # 通過されなかったものと
        return any(t.kind is Kind.NOT for t in _same_verb(tokens, place))
    if token.kind is Kind.FINISHING:
        # 選考終了とさせて, 選考は終了したものと
        return any(t.text in ("と", "も") for t in after) and any(
            t.text == "考" for t in tokens[max(0, place - 3) : place]
        )
    return token.kind is Kind.FAIL
