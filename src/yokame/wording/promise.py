"""What was said about word, read back: how it was counted and what was left out."""

from yokame.forecast import Answer, Deadline, State
from yokame.promise import NotUnderstood, Reading
from yokame.reports import Policy
from yokame.wording.chance import say_people
from yokame.wording.days import say_day
from yokame.wording.labels import label
from yokame.wording.language import Language
from yokame.wording.sentences import text


def say_not_understood(item: NotUnderstood, lang: Language) -> str:
    """The fragment itself, and why it is not used."""
    return text(lang, f"not_understood.{item.reason}", text=item.text)


def say_reading(reading: Reading, lang: Language) -> str:
    """One way to count and the day it gives; its share unless it is the only one."""
    fields = {"rule": label(reading.rule, lang), "on": say_day(reading.on, lang)}
    n_in_100 = round(100 * reading.weight)
    if n_in_100 >= 100:
        return text(lang, "deadline.one_reading", **fields)
    return text(lang, "deadline.reading_share", **fields, n=max(n_in_100, 1))


def say_deadline(deadline: Deadline, lang: Language) -> list[str]:
    """When the promise runs out, and from when one may ask, one sentence each."""
    on, ask_from = deadline.on, deadline.ask_from
    sentences = [_say_when_it_ends(deadline, lang)]
    if deadline.state is State.CLOSED:
        return sentences
    if deadline.policy is Policy.PASSED_ONLY:
        sentences.append(text(lang, "deadline.no_asking"))
    elif ask_from:
        key = "deadline.ask_from" if on else "deadline.ask_from_usual"
        sentences.append(text(lang, key, ask_from=say_day(ask_from, lang)))
    return sentences


def _say_when_it_ends(deadline: Deadline, lang: Language) -> str:
    if deadline.on is None:
        return text(lang, "deadline.none")
    is_over = deadline.state not in (State.NO_DEADLINE, State.ON_TIME)
    return text(lang, f"deadline.{'was' if is_over else 'is'}_on", on=say_day(deadline.on, lang))


def say_word(answer: Answer, lang: Language) -> str:
    """When word comes, if it comes: the day in the middle and the range of 80 %."""
    word = answer.word
    days = {
        "low": say_day(word.low_on, lang),
        "median": say_day(word.median_on, lang),
        "high": say_day(word.high_on, lang),
    }
    if word.low_on == word.high_on:
        return text(lang, "word.expected_one_day", median=days["median"])
    return text(lang, "word.expected", **days)


def say_never(answer: Answer, lang: Language) -> str:
    """The chance that word never comes, as people out of 100."""
    return text(lang, "word.never", people=say_people(answer.word.never_prob, lang))
