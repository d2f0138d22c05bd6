"""Whether two rows of a sheet name the same employer or course."""

from yokame.sheets.spelling import bare

_FORMS = ("株式会社", "有限会社", "合同会社")


def same_employer(name: str) -> str:
    """Equal for names that differ in width, case, spaces, or in 株式会社 and its place."""
    plain = bare(name)
    for form in _FORMS:
        plain = plain.replace(form, "")
    return plain or bare(name)
