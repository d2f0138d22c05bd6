"""What stands around the body: addressee, greeting, closing, signature; on the phone, the steps."""

from collections.abc import Mapping

from yokame.employers import spelled_out
from yokame.letters.request import LetterRequest, Sender
from yokame.letters.situations import Medium
from yokame.letters.texts import names_of
from yokame.reports import Language

_RULE = "―" * 20


def framed(
    request: LetterRequest, facts: Mapping[str, str], pieces: Mapping[str, str], body: str
) -> str:
    """The whole text, without a line break at its end."""
    if request.medium is Medium.PHONE:
        return _phone_script(request.language, pieces, body)
    opening = "\n".join(piece for piece in (pieces["greeting"], pieces["intro"]) if piece)
    if request.language is Language.EN:
        opening = " ".join(opening.split("\n"))
    blocks = [_addressee(request, facts), opening, body, pieces["closing"], _signed(request)]
    return "\n\n".join(block for block in blocks if block)


def _phone_script(language: Language, pieces: Mapping[str, str], body: str) -> str:
    """Each step under a heading in 〔 〕: what to say, in the order of a call."""
    steps = names_of(language, "step")
    said = {**pieces, "handed_over": f"{pieces['handed_over']}\n{body}"}
    return "\n\n".join(
        f"〔{heading}〕\n{said[step]}" for step, heading in steps.items() if step in said
    )


def _addressee(request: LetterRequest, facts: Mapping[str, str]) -> str:
    if request.language is Language.EN:
        return _english_addressee(request)
    recipient, names = request.recipient, names_of(request.language, "addressee")
    if request.medium is Medium.AGENT:
        lines = [spelled_out(recipient.agency)] if recipient.agency else []
        return "\n".join([*lines, f"{recipient.agent or names['agent']}様"])
    who = " ".join(part for part in (recipient.title, recipient.person) if part)
    if not recipient.person:
        who = names["student" if facts["student"] else "other"]
    if request.medium is Medium.MY_PAGE:
        return f"{who}様"
    lines = [facts["employer"], *([recipient.department] if recipient.department else [])]
    # A full name with a space in it is followed by one, a family name alone is not.
    spaced = " " in recipient.person or "　" in recipient.person
    return "\n".join([*lines, f"{who} 様" if spaced else f"{who}様"])


def _english_addressee(request: LetterRequest) -> str:
    recipient, names = request.recipient, names_of(request.language, "addressee")
    if request.medium is Medium.AGENT:
        return f"Dear {recipient.agent or names['agent']},"
    return f"Dear {recipient.person or names['other']},"


def _signed(request: LetterRequest) -> str:
    sender = request.sender
    if request.language is Language.EN:
        return _english_signature(request)
    if request.medium is Medium.MAIL:
        return "\n".join([_RULE, *_who(sender), *_contact(sender), _RULE])
    return "\n".join(_who(sender))


def _who(sender: Sender) -> list[str]:
    school = " ".join(part for part in (sender.university, sender.faculty, sender.year) if part)
    name = f"{sender.name}（{sender.reading}）" if sender.reading else sender.name
    return [line for line in (school, name) if line]


def _contact(sender: Sender) -> list[str]:
    rows = (("住所", sender.address), ("電話", sender.phone), ("メール", sender.mail))
    return [f"{label}：{value}" for label, value in rows if value]


def _english_signature(request: LetterRequest) -> str:
    sender = request.sender
    school = ", ".join(part for part in (sender.faculty, sender.university) if part)
    lines = ["Sincerely,", sender.name, school]
    if request.medium is Medium.MAIL:
        lines += [sender.phone, sender.mail]
    return "\n".join(line for line in lines if line)
