"""Kanji numerals, only where they are numerals."""

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_STEPS = {"十": 10, "百": 100, "千": 1000}
KANJI_NUMERALS = frozenset(_DIGITS) | frozenset(_STEPS)
_LONGEST = 8


def run_of_numerals(text: str, start: int) -> int:
    """Where the kanji numerals that begin at `start` end; no further than a number may go."""
    end, last = start, min(len(text), start + _LONGEST + 1)
    while end < last and text[end] in KANJI_NUMERALS:
        end += 1
    return end


def values_of(run: str) -> tuple[int, ...]:
    """What a run says: 二十 → 20, 二〇二六 → 2026, and 二三 → 2 or 3, as people write ranges."""
    if len(run) > _LONGEST:
        return ()
    if any(char in _STEPS for char in run):
        return (_with_steps(run),)
    digits = [_DIGITS[char] for char in run]
    if len(digits) == 2 and digits[1] == digits[0] + 1 and digits[0] > 0:
        return tuple(digits)
    return (int("".join(map(str, digits))),)


def _with_steps(run: str) -> int:
    total, digit = 0, 0
    for char in run:
        if char in _STEPS:
            total += max(digit, 1) * _STEPS[char]
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[char]
    return total + digit
