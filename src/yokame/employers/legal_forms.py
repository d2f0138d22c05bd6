"""株式会社, 国立大学法人, Inc.: what stands before or after a name and is no part of it."""

import re
import unicodedata

_SHORT = {
    "㈱": "株式会社",
    "㈲": "有限会社",
    "㍿": "株式会社",
    "(株)": "株式会社",
    "（株）": "株式会社",
    "(有)": "有限会社",
    "（有）": "有限会社",
    "(同)": "合同会社",
    "（同）": "合同会社",
}
COMPANY_FORMS = ("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "相互会社")
OTHER_FORMS = re.compile(
    r"(?:一般|公益|認定|特定非営利活動|地方独立行政|独立行政|国立研究開発|社会福祉|医療|学校|宗教|"
    r"国立大学|公立大学|有限責任監査|監査|税理士|弁護士|特許業務|NPO)?(?:社団|財団)?法人"
    r"(?:社団|財団)?"
)
COMPANY_FORM = re.compile("|".join(COMPANY_FORMS))
_READ_OUT = re.compile(
    r"(?:カブシキ|ユウゲン|ゴウドウ|かぶしき|ゆうげん|ごうどう)(?:ガイシャ|がいしゃ)"
    r"|(?i:\bkabushiki[\s-]?(?:kaisha|gaisha)\b)"
)
# One character in brackets, as NFKC leaves ㈶ or ㈻, and the longer ones of bank statements.
_IN_BRACKETS = re.compile(
    r"\((?:株|有|同|資|名|相|社|財|学|医|福|独|監|一社|公社|一財|公財|特非)\)"
)
_LIABILITY = re.compile(r"^有限責任\s*")
_ENGLISH = re.compile(
    r"(?i)(?:[\s,&]*(?<![a-z])(?:incorporated|inc|limited|ltd|corporation|corp|company|co|k\.?k|g\.?k"
    r"|llc|llp|plc|gmbh|ag|pte)\b\.?)+\s*$"
)


def spelled_out(name: str) -> str:
    """The name with ㈱ and （株） as 株式会社, in the place where they stood."""
    for short, long in _SHORT.items():
        name = name.replace(short, long)
    return re.sub(r"\s*(" + "|".join(COMPANY_FORMS) + r")\s*", r"\1", name.strip())


def without_legal_form(name: str) -> str:
    """The name in one width and without any legal form; a name that is only a form stays."""
    plain = unicodedata.normalize("NFKC", spelled_out(name))
    bare = plain
    for form in (_READ_OUT, _IN_BRACKETS, COMPANY_FORM, OTHER_FORMS, _LIABILITY):
        bare = form.sub(" ", bare).strip()
    bare = _ENGLISH.sub("", bare)
    return bare if any(character.isalnum() for character in bare) else plain
