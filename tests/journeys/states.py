"""The states of the page that a person can meet, each as the query of a link."""

from urllib.parse import urlencode

_WEEK = {"said": "1週間以内に連絡します", "held": "2026-11-13"}
_FINAL = {**_WEEK, "stage": "final"}

STATES: dict[str, dict[str, str | list[str]]] = {
    "empty": {},
    "answer": {**_FINAL},
    "ask": {
        "said": "合否にかかわらず5営業日以内に連絡します",
        "held": "2026-11-06",
        "stage": "middle",
        "signal": ["longer_than_planned", "go_katsuyaku_wish_at_close"],
        "size": "2000",
    },
    "low": {"said": "追って連絡します", "held": "2026-10-20", "stage": "first"},
    "passed-only": {**_FINAL, "said": "合格者のみ1週間以内に連絡します"},
    "closed": {"said": "合格者のみ1週間以内に連絡します", "held": "2026-11-02", "stage": "first"},
    "contact": {**_FINAL, "contact": "phone", "contact_on": "2026-11-19"},
    "part-time": {"held": "2026-11-16", "track": "part_time"},
    "not-understood": {**_FINAL, "said": "社内で検討のうえ、1週間以上かかります"},
    "no-numbers": {**_FINAL, "hide_numbers": "on"},
    "no-numbers-low": {
        "said": "追って連絡します",
        "held": "2026-10-20",
        "stage": "first",
        "hide_numbers": "on",
    },
    "errors": {"said": "あ" * 400, "held": "2027-01-01", "stage": "final", "size": "たくさん"},
}


def link(address: str, state: str, *, lang: str = "ja") -> str:
    """The address of a state in a language."""
    return f"{address}/?{urlencode({**STATES[state], 'lang': lang}, doseq=True)}"
