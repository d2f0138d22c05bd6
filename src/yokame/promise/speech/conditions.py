"""Who is told: only those who passed, or everyone whatever happens."""

from collections.abc import Sequence

from yokame.promise.speech.everyone import is_told
from yokame.promise.speech.refusals import polarity_after
from yokame.promise.speech.sentences import Sentence
from yokame.promise.speech.signs import PolicySign, Sign, anything_promised, refused_before
from yokame.promise.speech.unsuccessful import failed_are_told, failed_not_told, silence_means_no
from yokame.promise.words.tokens import Token
from yokame.promise.words.vocabulary import Kind

_NEAR = 6
_LOOK_BACK = 16
_LOOK_ON = 14
_CASES = (
    "場合",
    "場合は",
    "場合に",
    "場合のみ",
    "場合だけ",
    "方",
    "方に",
    "方のみ",
    "方にのみ",
    "たら",
)
_NO_LONGER_ONLY = frozenset("ではじゃありございま御座")


def policy_signs(
    sentence: Sentence, *, after_pass: bool = False, after_word: bool = False
) -> list[PolicySign]:
    """Every sign in a sentence. `after_…`: an earlier one spoke of a pass, or of word."""
    tokens = sentence.tokens
    signs = [
        *_only_passed(tokens),
        *_by_luck(sentence),
        *_told_whatever_happens(sentence),
        *failed_are_told(sentence, after_pass=after_pass),
    ]
    silent = failed_not_told(tokens, after_pass=after_pass) or silence_means_no(
        tokens, after_word=after_word
    )
    if silent:
        signs.append(silent)
    return signs


def _only_passed(tokens: Sequence[Token]) -> list[PolicySign]:
    """合格者のみ, 採用の場合に限り, only successful candidates, only if you are selected."""
    signs = []
    for place, token in enumerate(tokens):
        if token.kind is not Kind.ONLY:
            continue
        passed = _passed_near(tokens, place)
        if passed is None:
            continue
        start, end = min(passed, place), max(passed, place) + 1
        refused = token.text == "not only" or _is_refused(tokens, place)
        if token.text == "しか":
            refused = polarity_after(tokens, place) >= 0
        signs.append(PolicySign(Sign.REFUSED if refused else Sign.ONLY_PASSED, start, end))
    return signs


def _passed_near(tokens: Sequence[Token], only: int) -> int | None:
    """Where the pass stands that an "only" belongs to."""
    if tokens[only].is_latin:
        ahead = _first_outcome(tokens, range(only + 1, min(len(tokens), only + _LOOK_ON)))
        if ahead is not None:
            return ahead
        return _first_outcome(tokens, range(only - 1, max(-1, only - 4), -1))
    if only > 0 and _speaks_of_channel(tokens, only - 1):
        return None
    back = range(only - 1, max(-1, only - _LOOK_BACK), -1)
    for place in back:
        token = tokens[place]
        between_words = token.kind is Kind.WORD and place < only - 1
        if token.kind in (Kind.IS, Kind.NOT) or token.text == "、" or between_words:
            return None
        if token.kind in (Kind.PASS, Kind.FAIL, Kind.LUCK):
            return None if token.kind is Kind.FAIL else place
    return None


def _first_outcome(tokens: Sequence[Token], places: range) -> int | None:
    for place in places:
        if tokens[place].kind is Kind.FAIL:
            return None
        if tokens[place].kind is Kind.PASS:
            return place
    return None


def _speaks_of_channel(tokens: Sequence[Token], place: int) -> bool:
    """電話のみ, メールでのみ: "only" limits the way, not the people."""
    while place > 0 and tokens[place].text in ("で", "に", "て"):
        place -= 1
    return tokens[place].kind is Kind.CHANNEL


def _is_refused(tokens: Sequence[Token], only: int) -> bool:
    """合格者のみではありません, 合格者だけでなく, 合格者のみに連絡するわけではない."""
    if polarity_after(tokens, only + 1) < 0:
        no = next(k for k in range(only + 1, len(tokens)) if tokens[k].kind is Kind.NOT)
        if "わけで" in "".join(token.text for token in tokens[only + 1 : no]):
            return True
    for token in tokens[only + 1 : only + 8]:
        if token.kind is Kind.NOT:
            return True
        if not set(token.text) <= _NO_LONGER_ONLY:
            return False
    return False


def _by_luck(sentence: Sentence) -> list[PolicySign]:
    """ご縁があった場合(に連絡), ご縁がございましたら."""
    tokens = sentence.tokens
    signs = []
    for place, token in enumerate(tokens):
        if token.kind is not Kind.LUCK:
            continue
        following = "".join(t.text for t in tokens[place + 1 : place + 10])
        met = following.startswith(("があ", "がご", "が御", "あ", "をい"))
        condition = any(mark in following for mark in ("場合", "たら", "れば", "方", "際", "のみ"))
        promised = anything_promised(sentence, place) or _is_bare_condition(tokens, place)
        if met and condition and promised:
            signs.append(PolicySign(Sign.ONLY_PASSED, place, min(len(tokens), place + 6)))
    return signs


def _is_bare_condition(tokens: Sequence[Token], place: int) -> bool:
    """ご縁があった場合 typed alone; またご縁がありましたら takes leave."""
    said = "".join(token.text for token in tokens[place:])
    return place == 0 and said.endswith(_CASES)


def _told_whatever_happens(sentence: Sentence) -> list[PolicySign]:
    """合否にかかわらず, いずれの場合も, 全員に, regardless of the outcome, all candidates."""
    tokens = sentence.tokens
    signs = []
    for place, token in enumerate(tokens):
        if token.kind is Kind.REGARDLESS:
            if not _of_outcome(tokens, place):
                continue
        elif token.kind is Kind.EVERYONE:
            if not is_told(sentence, place):
                continue
        elif token.kind is not Kind.EITHER_WAY:
            continue
        refused = polarity_after(tokens, place + 1) < 0 or refused_before(tokens, place)
        sign = Sign.REFUSED if refused else Sign.EVERYONE
        signs.append(PolicySign(sign, max(0, place - 2 * (not token.is_latin)), place + 1))
    return signs


def _of_outcome(tokens: Sequence[Token], place: int) -> bool:
    near = (Kind.OUTCOME, Kind.PASS, Kind.FAIL)
    if tokens[place].is_latin:
        after = tokens[place + 1 : place + _NEAR + 2]
        return any(t.kind in near or t.text == "whether" for t in after)
    return any(t.kind in near for t in tokens[max(0, place - _NEAR) : place])
