"""The one thing to do today, why, how, and what would change it."""

from yokame.forecast import Action, Answer, ChangeIf
from yokame.wording.days import say_day, say_hours
from yokame.wording.labels import label
from yokame.wording.language import Language
from yokame.wording.sentences import joined, text


def say_action(answer: Answer, lang: Language) -> str:
    """The action as the title of a card; `say_when` has its day."""
    return label(answer.advice.action, lang)


def say_when(answer: Answer, lang: Language) -> str:
    """The day of the action and, where it has them, the hours: 11月24日(火) 10:00〜11:45."""
    advice = answer.advice
    day = say_day(advice.on, lang)
    return f"{day} {say_hours(advice.hours, lang)}" if advice.hours else day


def say_why(answer: Answer, lang: Language) -> str:
    """The reason, then how to do it. For `wait` that always is to apply elsewhere meanwhile."""
    advice, deadline = answer.advice, answer.deadline
    why = text(
        lang,
        f"why.{advice.why}",
        deadline=say_day(deadline.on, lang),
        ask_from=say_day(deadline.ask_from, lang),
    )
    return joined([why, say_how(advice.action, lang)], lang)


def say_how(action: Action, lang: Language) -> str:
    """How the action is done, in one sentence."""
    return text(lang, f"how.{action}")


def say_change(change: ChangeIf, lang: Language) -> str:
    """One thing that would change the advice."""
    return text(lang, f"change.{change.change}", on=say_day(change.on, lang))
