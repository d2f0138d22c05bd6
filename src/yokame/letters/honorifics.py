"""What one calls an employer: 貴社, 御行 …"""

from yokame.employers import COMPANY_FORM, OTHER_FORMS, spelled_out

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


def kind_of(name: str) -> str:
    """What one calls this employer after 貴 or 御: 社, 行, 庫, 法人 …"""
    plain = spelled_out(name)
    without_form = COMPANY_FORM.sub("", plain)
    for ending, kind in (("銀行", "行"), ("店", "店")):
        if without_form.endswith(ending):
            return kind
    if without_form != plain:
        return "社"
    for ending, kind in _BODIES:
        if plain.endswith(ending):
            return kind
    return "法人" if OTHER_FORMS.search(plain) else "社"


def called_in_writing(name: str) -> str:
    """貴社, 貴行 …"""
    return f"貴{kind_of(name)}"


def called_aloud(name: str) -> str:
    """御社, 御行 …"""
    return f"御{kind_of(name)}"
