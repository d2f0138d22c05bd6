"""The only way to the statistics: from a question to an answer."""

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
from yokame.forecast.question import Contact, ContactBy, Question

__all__ = [
    "Action",
    "Advice",
    "Answer",
    "Basis",
    "Change",
    "ChangeIf",
    "Contact",
    "ContactBy",
    "Deadline",
    "Evidence",
    "EvidenceSource",
    "Passed",
    "PriorUsed",
    "Question",
    "State",
    "Why",
    "Word",
]
