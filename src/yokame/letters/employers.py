"""An employer's name as it is written, and what one calls the employer: 貴社, 御行."""

import re
import unicodedata

_SPELLED_OUT = {
    "㈱": "株式会社",
    "㈲": "有限会社",
    "(株)": "株式会社",
    "（株）": "株式会社",
    "(有)": "有限会社",
    "（有）": "有限会社",
    "(同)": "合同会社",
    "（同）": "合同会社",
}
COMPANY_FORMS = ("株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "相互会社")
_OTHER_FORMS = re.compile(
    r"(?:一般|公益|認定|特定非営利活動|地方独立行政|独立行政|国立研究開発|社会福祉|医療|学校|宗教|"
    r"国立大学|公立大学|監査|税理士|弁護士|特許業務|NPO)?(?:社団|財団)?法人"
)
# Endings that are no company, in the order to look for them, and what one calls them.
_BODIES = (
    ("信用金庫", "庫"),
    ("労働金庫", "庫"),
    ("信用組合", "組合"),
    ("協同組合", "組合"),
    ("病院", "院"),
    ("医院", "院"),
    ("クリニック", "院"),
    ("大学", "学"),
    ("学園", "学園"),
    ("学校", "校"),
    ("省", "省"),
    ("庁", "庁"),
    ("役所", "庁"),
    ("役場", "庁"),
    ("協会", "協会"),
    ("財団", "財団"),
    ("事務所", "事務所"),
    ("研究所", "研究所"),
)


def spelled_out(name: str) -> str:
    """The name with ㈱ and （株） as 株式会社, in the place where they stood."""
    for short, long in _SPELLED_OUT.items():
        name = name.replace(short, long)
    return re.sub(r"\s*(" + "|".join(COMPANY_FORMS) + r")\s*", r"\1", name.strip())


def bare(name: str) -> str:
    """What is left of a name without its legal form, width, spaces and capitals: to compare by."""
    plain = unicodedata.normalize("NFKC", spelled_out(name))
    for form in COMPANY_FORMS:
        plain = plain.replace(form, "")
    plain = _OTHER_FORMS.sub("", plain)
    plain = re.sub(r"(?i)[,.]|\b(?:inc|ltd|corp|corporation|company|co|k\.?k|llc)\b\.?", "", plain)
    return "".join(plain.split()).casefold()


def kind_of(name: str) -> str:
    """What one calls this employer after 貴 or 御: 社, 行, 庫, 法人 …"""
    plain = spelled_out(name)
    without_form = plain
    for form in COMPANY_FORMS:
        without_form = without_form.replace(form, "")
    for ending, kind in (("銀行", "行"), ("店", "店")):
        if without_form.endswith(ending):
            return kind
    if without_form != plain:
        return "社"
    for ending, kind in _BODIES:
        if plain.endswith(ending):
            return kind
    return "法人" if _OTHER_FORMS.search(plain) else "社"


def called_in_writing(name: str) -> str:
    """貴社, 貴行 …"""
    return f"貴{kind_of(name)}"


def called_aloud(name: str) -> str:
    """御社, 御行 …"""
    return f"御{kind_of(name)}"
