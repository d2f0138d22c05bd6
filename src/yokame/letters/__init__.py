"""Letters to employers: composed from facts, and a person's own draft checked."""

from yokame.letters.checking import DraftContext, Finding, Timing, check
from yokame.letters.checking.context import context_of
from yokame.letters.composing import compose, of_its_kind
from yokame.letters.errors import (
    BadFactError,
    LetterError,
    MissingFactError,
    NotUsedError,
    NoUseError,
    TooManyInquiriesError,
    UnfitStageError,
)
from yokame.letters.outgoing import eml, mailto, plain_mail
from yokame.letters.request import Letter, LetterRequest, Recipient, Sender, Slot
from yokame.letters.situations import (
    INQUIRIES,
    MET_NOBODY,
    Item,
    Medium,
    Reason,
    Situation,
    is_used,
)
from yokame.letters.soundness import missing_facts

__all__ = [
    "INQUIRIES",
    "MET_NOBODY",
    "BadFactError",
    "DraftContext",
    "Finding",
    "Item",
    "Letter",
    "LetterError",
    "LetterRequest",
    "Medium",
    "MissingFactError",
    "NoUseError",
    "NotUsedError",
    "Reason",
    "Recipient",
    "Sender",
    "Situation",
    "Slot",
    "Timing",
    "TooManyInquiriesError",
    "UnfitStageError",
    "check",
    "compose",
    "context_of",
    "eml",
    "is_used",
    "mailto",
    "missing_facts",
    "of_its_kind",
    "plain_mail",
]
