"""Whether two rows of a sheet name the same employer or course."""

import re
import unicodedata

from yokame.sheets.spelling import bare

_FORMS = re.compile(r"\([株有同]\)|株式会社|有限会社|合同会社")


def same_employer(name: str) -> str:
    """Equal for names that differ in width, case, spaces, or in 株式会社 and its place."""
    plain = unicodedata.normalize("NFKC", name)
    return bare(_FORMS.sub("", plain)) or bare(plain)
