"""The chance in words: honest about its width, and never a low number alone."""

from yokame.forecast import Action, Advice, Answer, Passed, State
from yokame.wording.labels import label
from yokame.wording.language import Language
from yokame.wording.sentences import joined, text

# From this chance upwards the word is used; below the last one it is "faint".
_LEVELS = (
    (0.90, "highest"),
    (0.75, "high"),
    (0.60, "likely"),
    (0.40, "even"),
    (0.20, "lower"),
    (0.10, "low"),
    (0.03, "lowest"),
)
_LOW, _FAINT = 0.20, 0.03
_WIDE, _VERY_WIDE = 0.35, 0.50


def is_low(passed: Passed) -> bool:
    """Whether the chance is one that must stand beside something to do."""
    return passed.prob < _LOW


def chance_words(passed: Passed, lang: Language, *, advice: Advice, state: State) -> str:
    """The chance without a number: how likely, how sure that is, and, when low, what to do."""
    parts = [text(lang, f"chance.{_level(passed.prob)}")]
    if (width := passed.high - passed.low) >= _WIDE:
        parts.append(text(lang, f"chance_range.{'very_wide' if width >= _VERY_WIDE else 'wide'}"))
    if is_low(passed):
        parts += _kindly(passed, lang, advice=advice, state=state)
    return joined(parts, lang)


def say_chance(answer: Answer, lang: Language) -> str:
    """The chance of an answer in words, without a number."""
    return chance_words(answer.passed, lang, advice=answer.advice, state=answer.deadline.state)


def chance_in_brief(prob: float, lang: Language, *, with_number: bool) -> str:
    """The chance in a word or two, for a card that says what to do beside it.

    A low one goes without its number: that stands where there is room for what speaks for one.
    """
    words = text(lang, f"chance_brief.{_level(prob)}")
    if not with_number or prob < _LOW:
        return words
    return text(lang, "chance_brief.with_people", words=words, people=say_people(prob, lang))


def say_people(prob: float, lang: Language) -> str:
    """A chance as people out of 100, without the false certainty of 0 or 100."""
    n = round(100 * prob)
    if n >= 100:
        return text(lang, "people.nearly_all")
    if n <= 0:
        return text(lang, "people.nearly_none")
    return text(lang, "people.about", n=n)


def say_range(passed: Passed, lang: Language) -> str:
    """The 80 % range as people out of 100, an end of 0 or 100 left open."""
    low, high = round(100 * passed.low), round(100 * passed.high)
    key = "range" if low > 0 and high < 100 else "range_up_to" if high < 100 else "range_from"
    return text(lang, f"people.{key}", low=max(low, 1), high=min(high, 99))


def _level(prob: float) -> str:
    return next((word for least, word in _LEVELS if prob >= least), "faint")


def _kindly(passed: Passed, lang: Language, *, advice: Advice, state: State) -> list[str]:
    contact = advice.action is Action.RECORD_WORD
    parts = [
        text(lang, f"chance_still.{'contact' if contact else state}"),
        text(lang, "chance_low.not_about_you"),
        text(lang, "chance_low.one_thing", action=label(advice.action, lang)),
    ]
    # Beside a chance this faint, "good news can still come" would be a false comfort.
    return parts if contact or passed.prob >= _FAINT else parts[1:]
