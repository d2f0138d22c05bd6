"""How a name sounds, so that トヨタ and Toyota, アクセンチュア and Accenture meet."""

import re

import jaconv
from rapidfuzz.distance import Indel

# What Japanese spells alike, in kana read as Latin letters and in English words; in this order.
_ALIKE = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[^a-z]", ""),
        (r"tch|ch|ts", "t"),
        (r"sh|th", "s"),
        (r"ph|f|wh", "h"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|qu?", "k"),
        (r"x", "ks"),
        (r"g(?=[eiy])|j", "z"),
        (r"l", "r"),
        (r"v", "b"),
        (r"m(?=[bp])", "n"),
        (r"^yu", "u"),
        (r"y", "i"),
        (r"w", "u"),
        (r"oo", "u"),
        (r"ee", "i"),
        (r"ou", "o"),
        (r"h(?![aeiou])", ""),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])e$", ""),
    )
]
_FEW_CONSONANTS = 3
_VOWELS = re.compile(r"(?<=.)[aeiou]")
_KANA = re.compile(r"[ぁ-んァ-ヴーゝゞ]+")
_SOUNDS_ALIKE = str.maketrans("ヂヅヲ", "ジズオ")
_V = re.compile(r"ヴ([ァアィイェエォオ])?")
_B = dict(zip("ァアィイェエォオ", "ババビビベベボボ", strict=True))


def is_kana(text: str) -> bool:
    """Whether a text can be read without knowing it."""
    return bool(_KANA.fullmatch(text))


def read_aloud(text: str) -> str:
    """The text with its kana as one who hears it writes it; all else stays."""
    kana: str = jaconv.hira2kata(re.sub(r"(.)ゞ", r"\1ず", text))
    kana = _V.sub(lambda match: _B.get(match[1], "ブ"), kana)
    return kana.translate(_SOUNDS_ALIKE)


def latin_of(text: str) -> str:
    """Kana in Latin letters; Latin letters as they are."""
    latin: str = jaconv.kana2alphabet(jaconv.kata2hira(read_aloud(text)))
    return latin


def sounds_alike(one: str, other: str) -> float:
    """How alike two texts in Latin letters sound, from 0 to 1.

    Half of it is what their consonants share, since kana adds vowels; half the whole. A few
    consonants say little (NITORI, ニチレイ), so there the whole decides. The first sound is the
    same or nothing is.
    """
    one, other = _heard(one), _heard(other)
    if one[:1] != other[:1]:
        return 0.0
    whole = Indel.normalized_similarity(one, other)
    bones = _VOWELS.sub("", one), _VOWELS.sub("", other)
    if min(map(len, bones)) <= _FEW_CONSONANTS:
        return whole
    return (whole + Indel.normalized_similarity(*bones)) / 2


def _heard(latin: str) -> str:
    for pattern, sound in _ALIKE:
        latin = pattern.sub(sound, latin)
    return latin
