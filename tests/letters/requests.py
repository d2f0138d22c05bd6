"""Requests to try letters with."""

from dataclasses import replace
from datetime import date, time

from yokame.letters import Item, LetterRequest, Medium, Recipient, Sender, Situation, Slot
from yokame.promise import read_promise
from yokame.reports import Language, Stage

HELD = date(2026, 11, 13)
HANA = Sender(
    name="山田 花子",
    reading="やまだ はなこ",
    university="東都大学",
    faculty="経済学部",
    year="4年",
    phone="090-1234-5678",
    mail="hanako@example.jp",
)
HANA_EN = Sender(
    name="Hanako Yamada",
    university="Toto University",
    faculty="Faculty of Economics",
    phone="090-1234-5678",
    mail="hanako@example.jp",
)
AOZORA = Recipient(
    employer="株式会社青空商事",
    department="人事部",
    title="課長",
    person="佐藤",
    agency="株式会社みちしるべ",
    agent="鈴木",
)
AOZORA_EN = Recipient(employer="Aozora Trading", person="Ms. Sato", agent="Ms. Suzuki")


def request(
    situation: Situation,
    *,
    medium: Medium = Medium.MAIL,
    language: Language = Language.JA,
    **facts: object,
) -> LetterRequest:
    """A request of Hana's that holds every fact her situation may use."""
    is_ja = language is Language.JA
    full = LetterRequest(
        situation=situation,
        sender=HANA if is_ja else HANA_EN,
        recipient=AOZORA if is_ja else AOZORA_EN,
        medium=medium,
        language=language,
        stage=Stage.FINAL if situation is Situation.INQUIRY_FINAL else Stage.FIRST,
        held=HELD,
        promise=read_promise("1週間以内に連絡します" if is_ja else "within a week", held=HELD),
        asked=(date(2026, 11, 24),) if situation is Situation.SECOND_INQUIRY else (),
        answer_by=date(2026, 12, 4),
        extend_to=date(2026, 12, 11),
        other_answer_by=date(2026, 12, 1),
        slots=(
            Slot(date(2026, 12, 2), time(10), time(12)),
            Slot(date(2026, 12, 3), time(13), time(17)),
        ),
        scheduled=Slot(date(2026, 11, 30), time(14, 30)),
        called=Slot(date(2026, 11, 24), time(14, 5)),
        item=Item.PHONE,
        old="090-0000-1111",
        new="090-1234-5678",
        documents=("履歴書", "成績証明書") if is_ja else ("CV", "academic transcript"),
    )
    return replace(full, **facts)  # type: ignore[arg-type]
