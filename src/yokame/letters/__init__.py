"""Letters to employers: composed from facts, and a person's own draft checked."""

from yokame.letters.checking import DraftContext, Finding, Timing, check
from yokame.letters.checking.context import context_of
from yokame.letters.composing import compose
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
from yokame.letters.situations import INQUIRIES, Item, Medium, Reason, Situation, is_used

__all__ = [
    "INQUIRIES",
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
    "plain_mail",
]
