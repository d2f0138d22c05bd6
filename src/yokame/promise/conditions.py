"""Who is told: everyone, only those who passed, or it was not said."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from yokame.promise.mentions import Bound
from yokame.promise.promise import Reason
from yokame.promise.sentences import Sentence, is_conditional, polarity_after
from yokame.promise.tokens import Token
from yokame.promise.vocabulary import Kind
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


_WORDS = (Kind.WORD, Kind.OUTCOME)
_BY_WORD = (*_WORDS, Kind.CHANNEL)
_LOOK_BACK = 16
_LOOK_ON = 14
_NEAR = 6
_NO_LONGER_ONLY = frozenset("ではじゃありございま御座")
_REFUSING_NOUN = ("ではなく", "でなく", "じゃなく", "ではなくて", "じゃなくて")


def policy_signs(sentence: Sentence, *, after_pass: bool = False, after_word: bool = False
) -> list[PolicySign]:
    """Every sign in a sentence. `after_…`: an earlier one spoke of a pass, or of word."""
    tokens = sentence.tokens
    signs = [
        *_only_passed(tokens),
        *_by_luck(sentence),
        *_told_whatever_happens(sentence),
        *_failed_are_told(sentence, after_pass=after_pass),
    ]
    silent = _failed_not_told(tokens, after_pass=after_pass) or _silence_means_no(
        tokens, after_word=after_word
    )
    if silent:
        signs.append(silent)
    return signs


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
        if met and condition and _anything_promised(sentence, place):
            signs.append(PolicySign(Sign.ONLY_PASSED, place, min(len(tokens), place + 6)))
    return signs


def _anything_promised(sentence: Sentence, start: int) -> bool:
    """Whether word, a channel or a time stands after a place."""
    return any(token.kind in _BY_WORD for token in sentence.tokens[start:]) or any(
        mention.start >= start and mention.bound is not Bound.UNREAD
        for mention in sentence.mentions
    )


def _told_whatever_happens(sentence: Sentence) -> list[PolicySign]:
    """合否にかかわらず, いずれの場合も, 全員に, regardless of the outcome, all candidates."""
    tokens = sentence.tokens
    signs = []
    for place, token in enumerate(tokens):
        if token.kind is Kind.REGARDLESS:
            if not _of_outcome(tokens, place):
                continue
        elif token.kind is Kind.EVERYONE:
            if not _is_addressed(sentence, place):
                continue
        elif token.kind is not Kind.EITHER_WAY:
            continue
        refused = polarity_after(tokens, place + 1) < 0 or _refused_before(tokens, place)
        sign = Sign.REFUSED if refused else Sign.EVERYONE
        signs.append(PolicySign(sign, max(0, place - 2 * (not token.is_latin)), place + 1))
    return signs


def _of_outcome(tokens: Sequence[Token], place: int) -> bool:
    near = (Kind.OUTCOME, Kind.PASS, Kind.FAIL)
    if tokens[place].is_latin:
        after = tokens[place + 1 : place + _NEAR + 2]
        return any(t.kind in near or t.text == "whether" for t in after)
    return any(t.kind in near for t in tokens[max(0, place - _NEAR) : place])


def _is_addressed(sentence: Sentence, place: int) -> bool:
    """全員に連絡, but not 全員の面接."""
    tokens = sentence.tokens
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if following == "の" and not (place + 2 < len(tokens) and tokens[place + 2].text == "方"):
        return False
    return sentence.has(*_BY_WORD) or tokens[place].text.endswith(("に", "へ"))


def _refused_before(tokens: Sequence[Token], place: int) -> bool:
    """We cannot contact all candidates."""
    if not tokens[place].is_latin:
        return False
    return any(t.kind is Kind.NOT for t in tokens[:place]) and not any(
        t.kind is Kind.IF for t in tokens[:place]
    )


def _failed_are_told(sentence: Sentence, *, after_pass: bool) -> list[PolicySign]:
    """不合格の場合も連絡; 合格は1週間、それ以外は2週間: whoever failed is told as well."""
    tokens = sentence.tokens
    signs = []
    for place in range(len(tokens)):
        named = _names_failed(tokens, place, after_pass=after_pass)
        if not named or _refused_before(tokens, place):
            continue
        promised = _anything_promised(sentence, place) or (
            tokens[place].is_latin and any(t.kind in _BY_WORD for t in tokens[:place])
        )
        refuses = any(t.kind is Kind.NOT for t in tokens[place + named :])
        in_condition = any(
            t.kind is Kind.NOT and is_conditional(tokens, k) for k, t in enumerate(tokens[:place])
        )
        if promised and not refuses and not in_condition:
            signs.append(PolicySign(Sign.EVERYONE, place, place + named))
    return signs


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
    case = token.text.endswith("者") or any(t.kind is Kind.IF or t.text in ("方", "者", "も", "人") for t in after)
    topic = place + 1 < len(tokens) and tokens[place + 1].text in ("は", ":", "、", "な", "で", "ても", "て")
    return int(case or (topic and earlier_pass))


def _same_clause(tokens: Sequence[Token]) -> Sequence[Token]:
    for place, token in enumerate(tokens):
        if token.kind in (Kind.IS, Kind.NOT) or token.text == "、":
            return tokens[:place]
    return tokens


def _unless_passed(tokens: Sequence[Token], place: int) -> int:
    """合格でない場合, 通過されなかった方: how many tokens say "not passed"."""
    for ahead, token in enumerate(tokens[place + 1 : place + 8], start=1):
        if token.kind is Kind.NOT:
            return ahead + 1 if is_conditional(tokens, place + ahead) else 0
        if token.kind not in (Kind.OTHER,) or token.text == "、":
            return 0
    return 0


def _failed_not_told(tokens: Sequence[Token], *, after_pass: bool) -> PolicySign | None:
    """不合格の場合は連絡しません; we will not contact unsuccessful candidates."""
    for place in range(len(tokens)):
        named = _names_failed(tokens, place, after_pass=after_pass)
        if not named:
            continue
        told = False
        for k in range(place + named, len(tokens)):
            told = told or tokens[k].kind in _WORDS
            refuses = tokens[k].kind is Kind.NOT and not is_conditional(tokens, k)
            if refuses and (told or _word_follows(tokens, k)) and not _only_maybe(tokens, k):
                return PolicySign(Sign.FAILED_NOT_TOLD, place, k + 1)
        if tokens[place].is_latin and _refused_word_before(tokens, place):
            return PolicySign(Sign.FAILED_NOT_TOLD, 0, place + named)
    return None


def _word_follows(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].is_latin and any(t.kind in _BY_WORD for t in tokens[place:])


def _only_maybe(tokens: Sequence[Token], place: int) -> bool:
    """連絡できない場合がございます, しないことがあります: may be, may not."""
    after = "".join(t.text for t in tokens[place + 1 : place + 6])
    return after.startswith(
        ("場合があ", "場合がご", "場合もあ", "場合もご", "ことがあ", "こともあ", "ことがご")
    )


def _refused_word_before(tokens: Sequence[Token], place: int) -> bool:
    for k in range(place):
        if tokens[k].kind is Kind.NOT and not is_conditional(tokens, k):
            return any(t.kind in _BY_WORD and t.text != "feedback" for t in tokens[k:place])
    return False


def _silence_means_no(tokens: Sequence[Token], *, after_word: bool) -> PolicySign | None:
    """連絡がない場合は不合格; if you do not hear from us, consider yourself unsuccessful."""
    for place, token in enumerate(tokens):
        if token.kind is not Kind.NOT or not is_conditional(tokens, place):
            continue
        near_word = tokens[:place] if not token.is_latin else tokens[place : place + _NEAR]
        opens = after_word and place == 0  # 連絡します。なければ不採用です。
        if not opens and not any(t.kind in _BY_WORD for t in near_word):
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
    return token.kind is Kind.FAIL


def reason_for(sign: Sign) -> Reason:
    """Why a sign does not decide the policy."""
    return Reason.NEGATED if sign is Sign.REFUSED else Reason.UNKNOWN_WORDS
