"""What speaks against a time: a refusal, a condition, a start instead of an end."""

from collections.abc import Sequence

from yokame.promise.promise import Reason
from yokame.promise.speech.sentences import Sentence
from yokame.promise.times.mentions import Mention
from yokame.promise.times.suffixes import Bound
from yokame.promise.windows import Count
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind

_WORDS = (Kind.WORD, Kind.OUTCOME)
_NEAR = 4
NOT_THIS_BUT = ("ではなく", "でなく", "じゃなく", "ではなくて", "じゃなくて")
_JOINS = ("、", "に", "の", "は", "より", "から", "約", "およそ")
# The round that was held on day zero, where no other one is named.
_OWN_ROUND = ("面接", "面談", "選考", "試験", "テスト", "説明会", "面接が", "選考が", "面談が")
_OWN_ACTS = ("面接", "面談", "選考", "試験", "応募", "受け", "受験", "提出", "書類", "送っ")
_OF_OTHERS = ("全", "すべて", "皆", "他", "各", "一通り", "次", "最終選考", "最終面接", "今後")
_LONGEST_EVENT = 20
_UNREAL_NOT = ("later", "only", "just", "hesitate", "worry", "more", "sooner", "limited")


def is_negated(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence refuses the time instead of promising it."""
    if sentence.tokens[mention.start].is_latin or sentence.tokens[mention.end - 1].is_latin:
        return _is_negated_in_english(sentence, mention)
    following = sentence.tokens[mention.end : mention.end + 3]
    if any(token.text in NOT_THIS_BUT for token in following):
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
        if token.kind is Kind.NOT and token.text not in NOT_THIS_BUT:
            return 1 if is_conditional(tokens, place) else -1
    return 0


def is_silence(token: Token) -> bool:
    """No news, no reply: a case, not a refusal."""
    return token.is_latin and token.text.startswith("no ") and token.text != "no longer"


def is_conditional(tokens: Sequence[Token], place: int) -> bool:
    """Whether the "no" at `place` is a condition: 連絡がない場合, なければ, ない方は."""
    token = tokens[place]
    if token.text in ("なければ", "無ければ", "なかったら") or is_silence(token):
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
    return following not in _UNREAL_NOT and not is_silence(tokens[place])


def counts_from_unknown_day(sentence: Sentence, mention: Mention) -> bool:
    """役員の日程が決まり次第、3日以内: a count from a day that nobody here can know."""
    if not any(isinstance(o, Count) and o.base is None for o in mention.options):
        return False
    if sentence.has(Kind.EVERYBODY) and sentence.has(Kind.FINISHING, Kind.CONDITION):
        return True
    tokens = sentence.tokens
    return _event_before(tokens, mention.start) or _event_after(tokens, mention.end)


def _event_before(tokens: Sequence[Token], start: int) -> bool:
    """全選考終了後、1週間; but 面接終了後、1週間 counts from the round that was held."""
    last = start - 1
    if last > 0 and tokens[last].text == "、":
        last -= 1
    if last > 0 and tokens[last].text == "から" and tokens[last - 1].text in ("て", "で"):
        event = _clause_before(tokens, last)
        own = any(word in event for word in _OWN_ACTS)
        return not own or any(word in event for word in _OF_OTHERS)
    while last >= 0 and (tokens[last].text in _JOINS or tokens[last].kind is Kind.NEUTRAL):
        last -= 1
    if last < 0 or tokens[last].kind is not Kind.CONDITION or tokens[last].is_latin:
        return False
    event = _clause_before(tokens, last)
    own = event.endswith(_OWN_ROUND) and tokens[last].text.startswith(("終", "完了後"))
    return not own or any(word in event for word in _OF_OTHERS)


def _clause_before(tokens: Sequence[Token], end: int) -> str:
    start = end
    while start > 0 and tokens[start - 1].text != "、" and end - start < _LONGEST_EVENT:
        start -= 1
    return "".join(token.text for token in tokens[start:end])


def _event_after(tokens: Sequence[Token], end: int) -> bool:
    """Within a week after all interviews are finished, of a decision being made."""
    following = tokens[end : end + 1]
    if not following or not tokens[end - 1].is_latin:
        return False
    if following[0].kind is Kind.CONDITION:
        return True
    counted_from = following[0].text in ("of", "after", "from", "following")
    clause = tokens[end + 1 : end + 10]
    others = any(t.text in ("all", "every", "final") or t.kind is Kind.EVERYBODY for t in clause)
    ended = any(t.kind is Kind.FINISHING for t in clause)
    return counted_from and (others or ended)


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
