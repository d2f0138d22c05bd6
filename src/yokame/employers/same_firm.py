"""Each way in which two names can be one firm, with how sure that is: 0 for not at all, up to 1."""

import re

from rapidfuzz.distance import OSA

from yokame.employers.characters import closed_up
from yokame.employers.legal_forms import spelled_out
from yokame.employers.naming import key_of, read_name
from yokame.employers.parts import Kind, Part, Parts
from yokame.employers.sound import is_kana, latin_of, read_aloud, sounds_alike

# Measured on tests/employers/pairs_to_tune.tsv, judged on pairs_held_out.tsv.
_SOUND_AT_LEAST = 0.75
_SPELLING_AT_LEAST = 0.75
_LONG_ENOUGH_FOR_A_SLIP = 5
_BRACKETS = re.compile(r"[(（](?:旧)?(?P<inside>[^()（）]+)[)）]")
_LATIN = re.compile(r"[a-z0-9&+]+")


def reading(name: str, other: str) -> float:
    """Kana of either kind, and what sounds the same in it: そにー, ソニー."""
    return 0.95 * (read_aloud(key_of(name)) == read_aloud(key_of(other)))


def alias(name: str, other: str) -> float:
    """One name stands whole inside the other: in brackets, or beside one in another script."""
    return 0.9 * bool(
        key_of(other) in _names_within(name)
        or key_of(name) in _names_within(other)
        or _names_within(name) & _names_within(other)
    )


def _names_within(name: str) -> set[str]:
    firm = spelled_out(read_name(name).firm)
    inside = [match["inside"] for match in _BRACKETS.finditer(firm)]
    if inside:
        return {key_of(one) for one in [*inside, _BRACKETS.sub("", firm)]}
    words = [key_of(word) for word in firm.split()]
    scripts = {bool(_LATIN.fullmatch(word)) for word in words}
    return set(words) if len(words) == 2 and len(scripts) == 2 else set()


def translated(japanese: Parts, english: Parts) -> float:
    """トヨタ自動車 and Toyota Motor: the known words by their English, the own ones by sound."""
    if not all(_LATIN.fullmatch(part.text) for part in english):
        return 0.0
    if all(_LATIN.fullmatch(part.text) for part in japanese):
        return 0.0
    words = [part.text for part in english if part.text not in ("of", "the", "and")]
    own, certainty = list[str](), 1.0
    for part in japanese:
        left = next((left for one in part.english if (left := _less(words, one)) is not None), None)
        if left is not None:
            words = left
        elif is_kana(part.text) or _LATIN.fullmatch(part.text):
            own.append(latin_of(part.text))
        elif part.kind is Kind.TAIL:
            certainty *= 0.9
        else:
            return 0.0
    if not own and not words:
        return 0.95 * certainty
    alike = sounds_alike("".join(own), "".join(words))
    return alike * certainty * (alike >= _SOUND_AT_LEAST)


def _less(words: list[str], called: str) -> list[str] | None:
    """The words without those that a part is called by; None where one of them is not there."""
    stems = {_stem(word) for word in called.split()}
    if not stems <= {_stem(word) for word in words}:
        return None
    return [word for word in words if _stem(word) not in stems]


def _stem(word: str) -> str:
    """industries and industry as one."""
    return re.sub(r"(?:ies|y|s)$", "", word) if len(word) > 4 else word


def synonym(one: Parts, two: Parts) -> float:
    """野村総合研究所 and 野村総研: one own name, and words that say the same after it."""
    if not one or not two or one[0].text != two[0].text or one[0].kind is Kind.COMMON:
        return 0.0
    said = [
        " ".join(part.english[0] if part.english else part.text for part in x[1:])
        for x in (one, two)
    ]
    return 0.85 * (said[0] == said[1])


def shorter(long: Parts, short: Parts) -> float:
    """日立 for 日立製作所, マイクロソフト for 日本マイクロソフト."""
    if not _tells(short):
        return 0.0
    wanted = _joined(short)
    left_out = [long[at:] for at in range(1, len(long)) if _joined(long[:at]) == wanted]
    if any(all(part.kind is Kind.TAIL or _is_japan(part) for part in rest) for rest in left_out):
        return 0.8
    return 0.8 * (_is_japan(long[0]) and _joined(long[1:]) == wanted)


def _joined(parts: Parts) -> str:
    return "".join(part.text for part in parts)


def _is_japan(part: Part) -> bool:
    return "japan" in part.english


def _tells(parts: Parts) -> bool:
    """Whether the words name a firm: an own word, a surname, or 日本 with a trade after it."""
    kinds = {part.kind for part in parts}
    if kinds & {Kind.OWN, Kind.SURNAME}:
        return any(len(part.text) > 1 for part in parts if part.kind in (Kind.OWN, Kind.SURNAME))
    return Kind.COMMON in kinds and len(parts) > 1


def slip(one: Parts, two: Parts) -> float:
    """A slip of the hand, as long as it does not turn one known word into another.

    What stands in both is no likeness of the rest: all of ホールディングス is spelled right.
    """
    rests = [
        tuple(part for part in parts if part not in others)
        for parts, others in ((one, two), (two, one))
    ]
    if all(part.kind is not Kind.OWN for rest in rests for part in rest):
        return 0.0  # 東日本 and 西日本, 銀行 and 信託
    texts = [closed_up(_joined(rest)) for rest in rests]
    alike = OSA.normalized_similarity(*texts)
    long_enough = max(map(len, texts)) >= _LONG_ENOUGH_FOR_A_SLIP
    return alike * (alike >= _SPELLING_AT_LEAST and long_enough)
