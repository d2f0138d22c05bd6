"""`yokame letter`: a letter from facts, and a person's own draft checked."""

from dataclasses import asdict
from typing import Any

from yokame.cli.commands import Session
from yokame.cli.days import DayReader
from yokame.cli.layout import paragraph
from yokame.cli.letter_facts import LetterFacts
from yokame.cli.letter_timing import timing_for
from yokame.cli.mistakes import WrongInputError
from yokame.cli.terminal import bold, print_json, print_lines, print_notes
from yokame.cli.text_files import read_text
from yokame.cli.texts import say
from yokame.letters import (
    Finding,
    Letter,
    LetterError,
    MissingFactError,
    Situation,
    Timing,
    check,
    compose,
    context_of,
)

# What options are called where a fact has another name.
_OPTION_OF = {"slots": "slot", "documents": "document"}


def run(session: Session, *, check: str | None, json: bool, **given: Any) -> None:
    """Print a letter or the findings about a draft: for people, or the machine form."""
    facts = LetterFacts(given, DayReader(session.lang, session.today))
    try:
        if check is not None:
            _check_draft(session.lang, facts, check, json=json)
        else:
            _write(session.lang, facts, json=json)
    except LetterError as error:
        raise _wrong(error, session.lang) from error


def _write(lang: str, facts: LetterFacts, *, json: bool) -> None:
    situation = facts.situation()
    if situation is None:
        example = say(lang, "example.situation")
        raise WrongInputError("missing", option=say(lang, "metavar.situation"), example=example)
    request = facts.request(situation)
    letter = compose(request)
    context = context_of(request, _timing(facts, letter.situation))
    findings = check(_as_text(letter), context)
    print_notes(facts.days.notes)
    if json:
        print_json({**asdict(letter), "findings": [asdict(finding) for finding in findings]})
        return
    subject = [say(lang, "show.subject", subject=letter.subject), ""] if letter.subject else []
    print_lines([*subject, *letter.body.splitlines()])
    print_notes([f"{finding.why}{finding.mend}" for finding in findings])


def _check_draft(lang: str, facts: LetterFacts, path: str, *, json: bool) -> None:
    text = read_text(path, option="--check")
    situation = facts.situation()
    findings = check(text, facts.context(situation, _timing(facts, situation)))
    print_notes(facts.days.notes)
    if json:
        print_json({"findings": [asdict(finding) for finding in findings]})
    elif findings:
        print_lines(_findings_page(findings, lang))
    else:
        print_lines([say(lang, "show.nothing_found")])


def _timing(facts: LetterFacts, situation: Situation | None) -> Timing | None:
    """When it goes; None unless something was said of that."""
    if not any(facts.given[name] for name in ("today", "at", "held", "answer_by")):
        return None
    return timing_for(facts, situation)


def _findings_page(findings: list[Finding], lang: str) -> list[str]:
    page = [bold(say(lang, "show.findings", n=len(findings))), ""]
    for finding in findings:
        place = "finding" if finding.text else "finding_whole"
        page.append(bold(say(lang, f"show.{place}", line=finding.line, text=finding.text)))
        page += [*paragraph(finding.why), *paragraph(finding.mend), ""]
    return page[:-1]


def _as_text(letter: Letter) -> str:
    """The letter as a draft: its subject above its text."""
    head = f"件名：{letter.subject}\n\n" if letter.subject else ""
    return head + letter.body


def _wrong(error: LetterError, lang: str) -> WrongInputError:
    fields = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    for name in ("situation", "medium"):
        if name in fields:
            fields[name] = say(lang, f"{name}.{fields[name]}")
    if isinstance(error, MissingFactError):
        names = [_OPTION_OF.get(name, name) for name in error.fact.split("|")]
        option = f"--{names[0].replace('_', '-')}"
        example = f"{option} {say(lang, f'example.{names[0]}')}"
        return WrongInputError("missing", option=option, example=example)
    if "fact" in fields:
        name = _OPTION_OF.get(fields["fact"], fields["fact"])
        fields["option"] = f"--{name.replace('_', '-')}"
    return WrongInputError(error.code, **fields)
