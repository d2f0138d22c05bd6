"""An answer on the screen: the one thing to do, the chance, the days ahead, and why."""

from yokame.cli.columns import wrapped
from yokame.cli.days_chart import N_DAYS, days_chart
from yokame.cli.layout import indented, item, paragraph, section
from yokame.cli.terminal import accent, columns
from yokame.cli.texts import say
from yokame.cli.waterfall import waterfall
from yokame.forecast import Action, Answer, Question
from yokame.priors import read_help_lines
from yokame.reports import Track
from yokame.wording import (
    Language,
    is_low,
    label,
    say_action,
    say_chance,
    say_change,
    say_day,
    say_deadline,
    say_model,
    say_never,
    say_not_understood,
    say_people,
    say_range,
    say_reading,
    say_reports,
    say_when,
    say_why,
    say_word,
)

_PEOPLE_PER_LINE, _PEOPLE_PER_NARROW_LINE = 50, 20


def answer_page(question: Question, answer: Answer, lang: Language) -> list[str]:
    """The lines of the whole page."""
    # Where the employer has been in touch, nothing is left to be waited for.
    has_contact = answer.advice.action is Action.RECORD_WORD
    sections = {
        "advice": _advice(answer, lang),
        "passed": _chance(answer, lang),
        "word": [] if has_contact else _word(answer, lang),
        "days": [] if has_contact else days_chart(answer, lang),
        "not_understood": _not_understood(answer, lang),
        "evidence": waterfall(answer, lang),
        "basis": _basis(answer, lang),
    }
    page = [*wrapped(_asked_about(question, lang), columns()), ""]
    for name, body in sections.items():
        page += section(say(lang, f"show.{name}", n=N_DAYS), body)
    return page[:-1]


def _asked_about(question: Question, lang: Language) -> str:
    n_days = (question.today - question.held).days
    key = "asked_about_track" if question.track is Track.PART_TIME else "asked_about"
    return say(
        lang,
        f"show.{key}" if n_days else f"show.{key}_day_zero",
        stage=label(question.stage, lang),
        track=label(question.track, lang),
        held=say_day(question.held, lang, with_year=True),
        today=say_day(question.today, lang, with_year=question.today.year != question.held.year),
        n=n_days,
    )


def _chance(answer: Answer, lang: Language) -> list[str]:
    prob = answer.passed.prob
    return [
        *paragraph(say_chance(answer, lang)),
        *(indented(row) for row in people_rows(prob)),
        indented(accent(say_people(prob, lang))),
        *paragraph(say_range(answer.passed, lang), dimmed=True),
        *(_help(lang) if is_low(answer.passed) else []),
    ]


def people_rows(prob: float) -> list[str]:
    """One hundred people, those who pass filled."""
    n_passed = round(100 * prob)
    people = "●" * n_passed + "○" * (100 - n_passed)
    fits = columns() > _PEOPLE_PER_LINE
    n = _PEOPLE_PER_LINE if fits else _PEOPLE_PER_NARROW_LINE
    return [people[i : i + n] for i in range(0, 100, n)]


def _advice(answer: Answer, lang: Language) -> list[str]:
    title = wrapped(f"{say_action(answer, lang)}  {say_when(answer, lang)}", columns() - 2)
    lines = [indented(accent(line)) for line in title]
    lines += paragraph(say_why(answer, lang))
    for change in answer.advice.changes_if:
        lines += item(say_change(change, lang), dimmed=True)
    return lines


def _help(lang: Language) -> list[str]:
    """Where to find someone to talk to."""
    lines = paragraph(say(lang, "show.help_lines"), dimmed=True)
    for line in read_help_lines():
        said = say(
            lang,
            "show.help_line",
            name=line.name,
            number=line.number,
            hours=line.hours,
            checked_on=line.checked_on.isoformat(),
        )
        lines += item(said, dimmed=True)
    return lines


def _word(answer: Answer, lang: Language) -> list[str]:
    deadline = answer.deadline
    lines = []
    for sentence in (
        say_word(answer, lang),
        say_never(answer, lang),
        *say_deadline(deadline, lang),
    ):
        lines += paragraph(sentence)
    if len(deadline.readings) > 1:
        for reading in deadline.readings:
            lines += item(say_reading(reading, lang), dimmed=True)
    return lines


def _not_understood(answer: Answer, lang: Language) -> list[str]:
    fragments = answer.deadline.not_understood
    return [line for part in fragments for line in paragraph(say_not_understood(part, lang))]


def _basis(answer: Answer, lang: Language) -> list[str]:
    basis = answer.basis
    sentences = [say_reports(basis, lang), say_model(basis, lang), say(lang, "show.basis_more")]
    return [line for sentence in sentences for line in paragraph(sentence, dimmed=True)]
