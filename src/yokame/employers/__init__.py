"""One employer under many spellings.

`employers.likeness` is a door of its own: `suggestions` loads libraries that the command line,
which needs keys alone, should not wait for.
"""

from yokame.employers.legal_forms import COMPANY_FORM, COMPANY_FORMS, OTHER_FORMS, spelled_out
from yokame.employers.naming import EmployerName, key_of, read_name

__all__ = [
    "COMPANY_FORM",
    "COMPANY_FORMS",
    "OTHER_FORMS",
    "EmployerName",
    "key_of",
    "read_name",
    "spelled_out",
]
