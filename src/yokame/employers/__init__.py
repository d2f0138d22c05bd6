"""One employer under many spellings."""

from collections.abc import Sequence

from yokame.employers.legal_forms import COMPANY_FORM, COMPANY_FORMS, OTHER_FORMS, spelled_out
from yokame.employers.naming import EmployerName, key_of, read_name
from yokame.employers.suggestion import Kinship, Reason, Suggestion

__all__ = [
    "COMPANY_FORM",
    "COMPANY_FORMS",
    "OTHER_FORMS",
    "EmployerName",
    "Kinship",
    "Reason",
    "Suggestion",
    "key_of",
    "read_name",
    "spelled_out",
    "suggestions",
]


def suggestions(name: str, known: Sequence[str]) -> list[Suggestion]:
    """What of `known` may be the same firm, or of one group; the same firm and the surest first.

    Names with the same key are the same firm already and are not suggested.
    """
    # Its libraries cost 4 MB and 0.05 s: nobody pays who compares no names.
    from yokame.employers.likeness import alike  # noqa: PLC0415

    return alike(name, known)
