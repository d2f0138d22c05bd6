"""Whether "everyone" means those who applied, and is told: not 合格者全員, 社員全員で."""

from collections.abc import Sequence

from yokame.promise.speech.sentences import Sentence
from yokame.promise.speech.signs import BY_WORD
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind

# How a noun ends that names people who were judged: 応募者, 学生, 受検した方, 皆様, 参加された人.
_APPLICANTS = tuple("者生方様人名々")
_BETWEEN = ("の", "方", "様", "の方", "さん", "皆様", "みなさま", "へ", "に", "、")
_EVENTS = (Kind.FINISHING, Kind.OTHER_MATTER, Kind.CONDITION)
_BEFORE_AN_EVENT = ("once", "after", "until", "when", "till", "as soon as")
_REACH = 5


def is_told(sentence: Sentence, place: int) -> bool:
    """全員に連絡; but not 全員の面接, 合格者全員に, 面接官全員で, 面接が全員終わり次第."""
    tokens = sentence.tokens
    if tokens[place].is_latin:
        return not _is_narrowed_in_english(tokens, place) and sentence.has(*BY_WORD)
    if _names_the_passed(tokens, place) or _names_own_people(tokens, place):
        return False
    if _does_something(tokens, place):
        return False
    return (
        sentence.has(*BY_WORD)
        or tokens[place].text.endswith(("に", "へ"))
        or is_value_of(tokens, place, ("対象", "宛", "先"))
    )


def is_value_of(tokens: Sequence[Token], place: int, labels: Sequence[str]) -> bool:
    """Whether the token stands in a notice behind a label: 対象：全員, 方法：マイページ."""
    colon = next((k for k in range(place - 1, max(-1, place - 3), -1) if tokens[k].text == ":"), -1)
    label = "".join(token.text for token in tokens[max(0, colon - 8) : max(0, colon)])
    return any(word in label for word in labels)


def _names_the_passed(tokens: Sequence[Token], place: int) -> bool:
    """合格者全員, 通過された方全員: those who passed, unless those who failed stand beside them."""
    for k in range(place - 1, max(-1, place - _REACH - 3), -1):
        token = tokens[k]
        if token.kind is Kind.PASS:
            return not any(t.kind is Kind.FAIL for t in tokens[max(0, k - _REACH) : k])
        inside = (
            token.kind in (Kind.OTHER, Kind.EVERYONE, Kind.IS) and token.text not in "、にははへが"
        )
        if not inside:
            return False
    return False


def _names_own_people(tokens: Sequence[Token], place: int) -> bool:
    """社員全員, 面接官全員: a noun glued to "everyone" that names no applicants."""
    if place == 0 or tokens[place - 1].end != tokens[place].start:
        return False
    before = tokens[place - 1]
    glued = before.kind in (Kind.OTHER, Kind.NEUTRAL, Kind.CHANNEL) and before.text[-1] >= "\u30a1"
    return glued and (before.kind is not Kind.OTHER or not before.text.endswith(_APPLICANTS))


def _does_something(tokens: Sequence[Token], place: int) -> bool:
    """全員で協議, 全員の面接が終わり, 全員終わり次第: they act or are acted on, before any word."""
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if following == "で":
        return True
    if following == "の":
        return not (place + 2 < len(tokens) and tokens[place + 2].text == "方")
    for token in tokens[place + 1 : place + _REACH]:
        if token.kind in _EVENTS:
            return True
        if token.kind in BY_WORD or token.text in ("、", "に", "へ"):
            return False
    return False


def _is_narrowed_in_english(tokens: Sequence[Token], place: int) -> bool:
    """All candidates who passed; once everyone has been interviewed."""
    after = tokens[place + 1 : place + 1 + _REACH]
    who = next((k for k, t in enumerate(after) if t.text in ("who", "that", "whose", "we")), None)
    narrowed = who is not None and any(t.kind is Kind.PASS for t in after[who:])
    before = [token.text for token in tokens[max(0, place - 2) : place]]
    return narrowed or any(text in _BEFORE_AN_EVENT for text in before)
