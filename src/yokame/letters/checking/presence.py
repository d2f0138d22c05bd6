"""What a recruiter needs to find the applicant: who, from where, which stage, which day."""

import re

from yokame.letters.checking.context import DraftContext
from yokame.letters.checking.draft import Draft
from yokame.letters.checking.finding import Finding, found
from yokame.letters.checking.signs import has_sign
from yokame.letters.situations import Medium, Situation
from yokame.reports import Language, Track

_SIGNATURE_LINES = 12


def check_presence(draft: Draft, context: DraftContext) -> list[Finding]:
    """Each thing that is missing, at the line where it belongs."""
    missing = []
    if _needs_university(draft) and not _has_university(draft, context):
        missing.append("missing_university")
    if not _has_name(draft, context):
        missing.append("missing_name")
    if draft.asks_when():
        missing += ["missing_date"] if not has_sign("day", draft.text) else []
    if draft.asks_when() or draft.situation is Situation.THANKS:
        missing += ["missing_stage"] if not has_sign("stage", draft.text) else []
    line = draft.first_line
    said = draft.lines[line - 1].strip()
    findings = [found(rule, line=line, text=said, language=context.language) for rule in missing]
    return [*findings, *_check_subject(draft, context), *_check_addressee(draft, context)]


def _needs_university(draft: Draft) -> bool:
    """A new graduate says where they study, except to an agent, who knows."""
    return draft.track in (None, Track.NEW_GRAD) and draft.medium is not Medium.AGENT


def _has_university(draft: Draft, context: DraftContext) -> bool:
    if context.university:
        plain, wanted = _plain(draft.text), _plain(context.university)
        return wanted in plain or wanted.removesuffix("学") in plain
    return any(
        has_sign("university", line)
        for line in draft.lines
        if not line.rstrip().endswith(("様", "御中"))
    )


def _has_name(draft: Draft, context: DraftContext) -> bool:
    if context.name:
        parts = context.name.replace("　", " ").split(" ")
        plain = _plain(draft.text)
        return _plain(context.name) in plain or any(
            len(p) > 1 and _plain(p) in plain for p in parts
        )
    if has_sign("says_name", draft.text):
        return True
    tail = [line.strip() for line in draft.lines[-_SIGNATURE_LINES:] if line.strip()]
    if draft.language is Language.EN:
        return any(
            has_sign("signed_in_english", line) and not has_sign("not_signed_in_english", line)
            for line in tail
        )
    addressed = {line for _, line in draft.addressee}
    return any(
        has_sign("signed", line) and not has_sign("no_signature", line)
        for line in tail
        if line not in addressed
    )


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _check_subject(draft: Draft, context: DraftContext) -> list[Finding]:
    """A subject says what it is about and from whom; a greeting there is lost among hundreds."""
    if draft.subject is None:
        return []
    number, subject = draft.subject
    if not subject:
        return [found("missing_subject", line=number, text="", language=context.language)]
    if has_sign("vague_subject", subject):
        return [found("vague_subject", line=number, text=subject, language=context.language)]
    return []


def _check_addressee(draft: Draft, context: DraftContext) -> list[Finding]:
    """Who it goes to stands above a mail, with 様 or 御中."""
    if draft.language is not Language.JA or draft.medium is not Medium.MAIL:
        return []
    block = draft.addressee
    named = [line for _, line in block]
    if any(re.search(r"(?:様|さま|御中|殿|先生|各位|さん)", line) for line in named):
        return _firm_with_sama(draft, context)
    if named and re.search(r"株式会社|会社|銀行|部$|課$|担当|御社|人事|採用", "".join(named)):
        number, line = block[-1]
        return [found("missing_title", line=number, text=line, language=context.language)]
    return []


def _firm_with_sama(draft: Draft, context: DraftContext) -> list[Finding]:
    """株式会社○○様 at the head of a letter: an organisation takes 御中."""
    block = draft.addressee
    findings = []
    for i, (number, line) in enumerate(block):
        firm = re.fullmatch(
            r"(?:\S*(?:株式会社|有限会社|合同会社)\S*|\S+(?:銀行|病院))[\s　]*様", line
        )
        has_person = bool(re.search(r"[\s　]|担当|部|課|室", re.sub(r"[\s　]*様$", "", line)))
        if firm and not has_person:
            last = i == len(block) - 1
            findings.append(
                found(
                    "wrong_title" if last else "double_title",
                    line=number,
                    text=line,
                    language=context.language,
                    note="firm_as_person" if last else "",
                    instead=re.sub(r"[\s　]*様$", " 御中" if last else "", line),
                )
            )
        if line.endswith("御中") and any(rest.endswith("様") for _, rest in block[i + 1 :]):
            mended = re.sub(r"[\s　]*御中$", "", line)
            findings.append(
                found(
                    "double_title",
                    line=number,
                    text=line,
                    language=context.language,
                    instead=mended,
                )
            )
    return findings
