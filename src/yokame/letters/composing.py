"""From facts to a letter: always the same one from the same facts."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from yokame.letters.facts import facts_of
from yokame.letters.frame import framed
from yokame.letters.request import Letter, LetterRequest
from yokame.letters.situations import INQUIRIES, Medium, Situation
from yokame.letters.soundness import check_request
from yokame.letters.texts import Part, script_of, shared_parts
from yokame.reports import Language, Stage


def compose(request: LetterRequest) -> Letter:
    """The letter for these facts. Equal facts give equal letters, others mostly other words.

    Raises
    ------
    LetterError
        If a fact is missing or unfit, nobody writes so, or an inquiry would be of no use.
    """
    request = of_its_kind(request)
    check_request(request)
    facts = facts_of(request)
    chooser = _Chooser(request, facts)
    script = script_of(request.situation, request.language)
    facts["about"] = chooser.paragraphs(script.about, facts, "about", request.language)
    way = "mail" if request.medium is Medium.MY_PAGE else request.medium.value
    body = chooser.paragraphs(script.body[way], facts, way, request.language)
    pieces = {
        name: chooser.paragraphs(parts, facts, name, request.language)
        for name, parts in _frame_parts(request, script.closing).items()
    }
    subject = chooser.paragraphs(script.subject, facts, "subject", request.language)
    return Letter(
        situation=request.situation,
        medium=request.medium,
        language=request.language,
        subject="" if request.medium is Medium.PHONE else subject,
        body=framed(request, facts, pieces, body),
    )


def of_its_kind(request: LetterRequest) -> LetterRequest:
    """The request as the kind of inquiry it is; one about the final interview need not say so."""
    request = replace(request, situation=_kind(request))
    if request.situation is Situation.INQUIRY_FINAL and request.stage is None:
        return replace(request, stage=Stage.FINAL)
    return request


def _kind(request: LetterRequest) -> Situation:
    """The kind of inquiry that the facts call for, where only an inquiry was asked for."""
    if request.situation is not Situation.INQUIRY:
        return request.situation
    if request.asked:
        return Situation.SECOND_INQUIRY
    if request.other_answer_by:
        return Situation.INQUIRY_OTHER_OFFER
    if request.stage is Stage.FINAL:
        return Situation.INQUIRY_FINAL
    promised = request.promise is not None and request.promise.deadline_on is not None
    return Situation.INQUIRY if promised else Situation.INQUIRY_NO_PROMISE


def _frame_parts(request: LetterRequest, closing: str) -> dict[str, tuple[Part, ...]]:
    """The pieces around the body, by name."""
    language, medium = request.language, request.medium
    if medium is Medium.PHONE:
        not_yet = ("not_yet",) if request.situation in INQUIRIES else ()
        steps = ("open", "handed_over", *not_yet, "absent", "end")
        return {step: shared_parts(language, "phone", step) for step in steps}
    section = "agent" if medium is Medium.AGENT else "mail"
    return {
        "greeting": shared_parts(language, section, "greeting"),
        "intro": shared_parts(language, section, "intro"),
        "closing": shared_parts(language, section, f"closing_{closing}"),
    }


class _Chooser:
    """Chooses among wordings by a hash of the facts, so that no clock or chance decides."""

    def __init__(self, request: LetterRequest, facts: Mapping[str, str]) -> None:
        # Not the request itself: a letter must not change overnight with the day of writing.
        choice = (request.situation, request.medium, request.language, request.wording)
        self._seed = repr((*map(str, choice), sorted(facts.items()))).encode()

    def paragraphs(
        self, parts: tuple[Part, ...], facts: Mapping[str, str], name: str, language: Language
    ) -> str:
        """The parts that fit, one wording each, filled in; a `new` one begins a paragraph."""
        text = ""
        between = "\n" if language is Language.JA else " "
        for i, part in enumerate(parts):
            if not part.fits(facts):
                continue
            if text:
                text += "\n\n" if part.new else between
            text += self._choose(part.say, f"{name}{i}").format_map(facts)
        return text

    def _choose(self, wordings: tuple[str, ...], place: str) -> str:
        digest = hashlib.sha256(self._seed + place.encode()).digest()
        return wordings[int.from_bytes(digest[:8], "big") % len(wordings)]
