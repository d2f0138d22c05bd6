"""The only way to the statistics: from a question to an answer."""

from yokame.forecast.advice import good_hours
from yokame.forecast.answer import (
    Action,
    Advice,
    Answer,
    Basis,
    Change,
    ChangeIf,
    Deadline,
    Evidence,
    EvidenceSource,
    Passed,
    PriorUsed,
    State,
    Why,
    Word,
)
from yokame.forecast.errors import (
    AskedOutsideWaitError,
    ContactOutsideWaitError,
    DateOutOfRangeError,
    HeldInFutureError,
    ModelUnusableError,
    QuestionError,
    SizeError,
    UnknownSignalError,
)
from yokame.forecast.evidence import FEWEST_NAMED
from yokame.forecast.model import Model, check, load
from yokame.forecast.question import LARGEST_SIZE, LONGEST_WAIT, Contact, ContactBy, Question

__all__ = [
    "FEWEST_NAMED",
    "LARGEST_SIZE",
    "LONGEST_WAIT",
    "Action",
    "Advice",
    "Answer",
    "AskedOutsideWaitError",
    "Basis",
    "Change",
    "ChangeIf",
    "Contact",
    "ContactBy",
    "ContactOutsideWaitError",
    "DateOutOfRangeError",
    "Deadline",
    "Evidence",
    "EvidenceSource",
    "HeldInFutureError",
    "Model",
    "ModelUnusableError",
    "Passed",
    "PriorUsed",
    "Question",
    "QuestionError",
    "SizeError",
    "State",
    "UnknownSignalError",
    "Why",
    "Word",
    "check",
    "good_hours",
    "load",
]
