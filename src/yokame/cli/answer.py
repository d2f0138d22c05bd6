"""`yokame answer`: from what a person typed to a question, and its answer on the screen."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from yokame.cli.answer_page import answer_page
from yokame.cli.commands import Session
from yokame.cli.days import DayReader
from yokame.cli.mistakes import WrongInputError, unusable_model
from yokame.cli.terminal import print_json, print_lines, print_notes
from yokame.forecast import (
    Contact,
    ContactBy,
    ModelUnusableError,
    Question,
    QuestionError,
    load,
)
from yokame.promise import read_promise
from yokame.reports import HeardByOthers, OthersError, Policy, Stage, Track, read_others
from yokame.wording import Language, answer_json, say_error

# Which option a wrong question is about, by the code of the error.
_OPTION_OF = {
    "held_in_future": "--held",
    "contact_outside_wait": "--contact-on",
    "asked_outside_wait": "--asked",
    "size": "--size",
    "unknown_signal": "--signal",
    "others": "--others",
}


@dataclass(frozen=True)
class Asked:
    """The options of `yokame answer` as they were typed."""

    stage: str | None
    held: str
    said: str | None
    today: str | None
    track: str
    employer: str | None
    industry: str | None
    size: int | None
    public_sector: bool
    via_agent: bool
    policy: str | None
    signal: tuple[str, ...]
    contact: str | None
    contact_on: str | None
    asked: tuple[str, ...]
    others: str | None


def run(session: Session, *, json: bool, model: str | None, **given: Any) -> None:
    """Print the answer: a page for people, or the machine form."""
    lang = Language(session.lang)
    days = DayReader(session.lang, session.today)
    try:
        question = question_of(Asked(**given), days)
        answer = load(None if model is None else Path(model)).answer(question)
    except ModelUnusableError as error:
        raise unusable_model("--model", error.path, error.problem, error.found) from error
    except (QuestionError, OthersError) as error:
        raise _wrong(error, lang) from error
    print_notes(days.notes)
    if json:
        print_json(answer_json(answer, lang))
    else:
        print_lines(answer_page(question, answer, lang))


def question_of(asked: Asked, days: DayReader) -> Question:
    """The question in what was typed.

    Raises
    ------
    WrongInputError
        If an option cannot be read, or lacks one that goes with it.
    """
    if asked.today is not None:
        days.today = days.read(asked.today, option="--today", may_be_ahead=True)
    held = days.read(asked.held, option="--held")
    return Question(
        stage=_stage(asked),
        held=held,
        today=days.today,
        track=Track(asked.track),
        promise=read_promise(asked.said, held=held) if asked.said else None,
        policy=Policy(asked.policy or Policy.UNKNOWN),
        employer=(asked.employer or "").strip(),
        industry=(asked.industry or "").strip(),
        size=asked.size,
        public_sector=asked.public_sector,
        via_agent=asked.via_agent,
        signals=asked.signal,
        contact=_contact(asked, days),
        asked=tuple(days.read(day, option="--asked") for day in asked.asked),
        others=_others(asked.others) if asked.others is not None else (),
    )


def _stage(asked: Asked) -> Stage:
    """The stage; a part-time job has one selection only, whatever it is called."""
    if asked.stage is not None:
        return Stage(asked.stage)
    if asked.track == Track.PART_TIME:
        return Stage.INTERVIEW
    raise WrongInputError("missing", option="--stage", example="--stage final")


def _contact(asked: Asked, days: DayReader) -> Contact | None:
    if asked.contact is None and asked.contact_on is None:
        return None
    if asked.contact is None:
        raise WrongInputError("go_together", option="--contact-on", other="--contact")
    if asked.contact_on is None:
        raise WrongInputError("go_together", option="--contact", other="--contact-on")
    on: date = days.read(asked.contact_on, option="--contact-on")
    return Contact(ContactBy(asked.contact), on)


def _others(path: str) -> tuple[HeardByOthers, ...]:
    try:
        return read_others(Path(path))
    except FileNotFoundError as error:
        raise WrongInputError("no_such_file", option="--others", value=path) from error
    except OSError as error:
        raise WrongInputError(
            "file_closed", option="--others", value=path, reason=error.strerror
        ) from error


def _wrong(error: QuestionError | OthersError, lang: Language) -> WrongInputError:
    message = say_error(error, lang)
    if option := _OPTION_OF.get(error.code):
        return WrongInputError("about_option", option=option, message=message)
    return WrongInputError("other", message=message)
