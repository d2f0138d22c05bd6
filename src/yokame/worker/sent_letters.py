"""A letter that went out is written into its sender's ledger, in the transaction that says so."""

import logging
import uuid
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from yokame.letters import Medium, Situation
from yokame.notices.signals import LetterSent, letter_sent
from yokame.tracker import actions
from yokame.tracker.errors import TrackerError

logger = logging.getLogger(__name__)
# Any value, the same for ever: from it and its key a letter has the same change at every attempt.
_LETTERS = uuid.UUID("6a0ef2a4-26a5-4b0c-9a51-cf34b6f6e0d5")


@receiver(letter_sent)
def record(letter: LetterSent, **_: Any) -> None:
    """Record the letter, once however often this is called.

    The letter is gone whatever the ledger says, so what the ledger refuses (its application was
    taken back meanwhile) is let be.
    """
    about = letter.about
    if "application" not in about:
        return
    pen = actions.Pen(
        owner=letter.owner,
        now=letter.sent_at,
        change=uuid.uuid5(_LETTERS, f"{letter.owner.pk} {letter.key}"),
    )
    try:
        with transaction.atomic():
            actions.letter_sent(
                pen,
                uuid.UUID(about["application"]),
                situation=Situation(about["situation"]),
                on=pen.today,
                round_uid=uuid.UUID(about["round"]) if about.get("round") else None,
                medium=Medium(about.get("medium", Medium.MAIL)),
                to=letter.to,
                subject=letter.subject,
                body=letter.body,
            )
    except TrackerError as error:
        logger.warning("A letter went out and was not recorded: %s", error.code)
