"""A season to look at: what one student might have in the ledger on Tuesday 24 November 2026.

Every employer is made up, and says so by its name: 見本 means sample. Written through
`tracker.actions` only, each change on the day on which it happened.
"""

from datetime import UTC, date, datetime, time
from uuid import UUID, uuid5

from yokame.accounts.queries import Person
from yokame.forecast import ContactBy
from yokame.letters import Situation
from yokame.reports import Channel, Policy, Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.payloads import Said

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 0, 30, tzinfo=UTC)  # half past nine in Japan
_NAMES = UUID("6f1c1f4e-0b5a-4c0e-9f4a-0d0a6b8e5a11")


def keep_season(owner: Person) -> dict[str, UUID]:
    """Write the whole season; returns each application by its employer."""
    season = _Season(owner)
    season.planned()
    season.ahead()
    season.waiting()
    season.offered()
    season.ended()
    return season.applications


def uid(*parts: str) -> UUID:
    """An application by its employer, or a round by its employer and stage: always the same."""
    return uuid5(_NAMES, "/".join(parts))


class _Season:
    def __init__(self, owner: Person) -> None:
        self.owner = owner
        self.applications: dict[str, UUID] = {}

    def pen(self, month: int, day: int) -> Pen:
        """What is written in the evening of a day of 2026."""
        return Pen(self.owner, datetime(2026, month, day, 11, tzinfo=UTC))

    def add(self, employer: str, on: tuple[int, int], course: str = "", **facts: object) -> UUID:
        known = Facts.model_validate({"employer": employer, "course": course, **facts})
        application = uid(employer)
        self.applications[employer] = application
        return actions.add(self.pen(*on), known, application=application)

    def applied(
        self,
        employer: str,
        on: tuple[int, int],
        passed: tuple[int, int] | None,
        course: str = "",
        **facts: object,
    ) -> UUID:
        """Sent in, and where `passed` is given, with word that the documents passed."""
        application = self.add(employer, on, course, **facts)
        pen, documents = self.pen(*on), uid(employer, Stage.DOCUMENT)
        held = Held(Stage.DOCUMENT, pen.today, round=documents)
        actions.apply(pen, application, on=pen.today, awaits_documents=False)
        actions.hold_round(self.pen(*on), application, held)
        if passed:
            self.word(employer, Stage.DOCUMENT, Said.PASS, passed)
        return application

    def held(
        self,
        employer: str,
        stage: Stage,
        on: tuple[int, int],
        said: str = "",
        *signals: str,
        policy: Policy = Policy.UNKNOWN,
    ) -> UUID:
        pen, one = self.pen(*on), uid(employer, stage)
        held = Held(stage, pen.today, said=said, signals=signals, policy=policy, round=one)
        actions.hold_round(pen, uid(employer), held)
        return one

    def ahead_on(
        self,
        employer: str,
        stage: Stage,
        on: date,
        known: tuple[int, int],
        *hours: time,
        place: str = "",
    ) -> None:
        actions.schedule_round(
            self.pen(*known),
            uid(employer),
            stage=stage,
            on=on,
            starts_at=hours[0],
            ends_at=hours[1] if hours[1:] else None,
            place=place,
            round_uid=uid(employer, stage),
        )

    def word(self, employer: str, stage: Stage, said: Said, on: tuple[int, int]) -> None:
        pen = self.pen(*on)
        actions.record_word(
            pen, uid(employer), uid(employer, stage), said=said, on=pen.today, channel=Channel.MAIL
        )

    def planned(self) -> None:
        """Two that are not sent in yet."""
        due = date(2026, 11, 26)
        self.add("見本エネルギー", (11, 9), "事務系総合職", entry_due_on=due, priority=2)
        self.add("株式会社見本出版", (11, 16), "編集", entry_due_on=date(2026, 12, 10))

    def ahead(self) -> None:
        """Rounds to come, one of them today, and one that passed without a next date."""
        self.applied("見本食品", (10, 19), (11, 10), course="商品企画", priority=2)
        place, on = "オンライン（Zoom）", date(2026, 11, 24)
        self.ahead_on("見本食品", Stage.FIRST, on, (11, 12), time(14), time(15), place=place)
        self.applied("見本不動産", (10, 26), (11, 13), course="総合職")
        place, on = "本社5階 受付", date(2026, 11, 27)
        self.ahead_on(
            "見本不動産", Stage.FIRST, on, (11, 16), time(10, 30), time(11, 30), place=place
        )
        self.applied("見本電機", (9, 28), (10, 9), course="技術系（情報）", priority=3)
        self.held("見本電機", Stage.FIRST, (10, 20), "1週間ほどでご連絡します")
        self.word("見本電機", Stage.FIRST, Said.PASS, (10, 26))
        place, on = "本社（最寄りは見本駅）", date(2026, 12, 8)
        self.ahead_on("見本電機", Stage.FINAL, on, (11, 17), time(13), time(14), place=place)
        self.applied("見本ソフトウェア", (11, 2), (11, 20), course="エンジニア")
        self.applied("見本建設", (10, 21), (11, 6), course="施工管理")
        self.ahead_on("見本建設", Stage.FIRST, date(2026, 11, 19), (11, 9), time(15))

    def waiting(self) -> None:
        """Waits of every kind: within the promise, on day 8, asked, told only if passed."""
        self.applied("見本商事", (10, 12), (10, 23), course="総合職", priority=3)
        self.held("見本商事", Stage.FIRST, (11, 13), "1週間以内に連絡します")
        long_name = "株式会社見本ロジスティクス・ソリューションズ・ホールディングス"
        self.applied(long_name, (10, 14), (10, 30), course="総合職（全国型）コース", size=3200)
        self.held(long_name, Stage.MIDDLE, (11, 18), "2週間以内に", "longer_than_planned")
        self.applied("見本製作所", (10, 5), (10, 16), course="生産管理", priority=2)
        promise = "合否にかかわらず5営業日以内に連絡します"
        self.held("見本製作所", Stage.FINAL, (11, 20), promise, "praised_or_told_good_fit")
        self.applied("見本通信", (10, 23), (11, 5))
        called = self.held("見本通信", Stage.FIRST, (11, 16), "来週中に")
        pen = self.pen(11, 20)
        actions.contact_came(pen, uid("見本通信"), called, by=ContactBy.PHONE, on=pen.today)
        self.applied("見本アパレル", (9, 30), (10, 14), course="販売企画")
        asked = self.held("見本アパレル", Stage.FIRST, (10, 30), "1週間以内に連絡します")
        pen = self.pen(11, 19)
        actions.letter_sent(
            pen,
            uid("見本アパレル"),
            situation=Situation.INQUIRY,
            on=pen.today,
            round_uid=asked,
            to="saiyo@mihon-apparel.example.jp",
            subject="選考結果のご連絡時期について",
        )
        self.applied("見本市役所", (10, 1), None, course="行政", public_sector=True)
        self.held(
            "見本市役所",
            Stage.GROUP_DISCUSSION,
            (11, 6),
            "合格者のみ2週間ほどで",
            policy=Policy.PASSED_ONLY,
        )

    def offered(self) -> None:
        """An offer that waits for an answer while others have not spoken."""
        self.applied("見本銀行", (9, 14), (9, 25), course="総合職", priority=2)
        self.held("見本銀行", Stage.FIRST, (10, 6), "1週間以内に連絡します")
        self.word("見本銀行", Stage.FIRST, Said.PASS, (10, 12))
        final = self.held("見本銀行", Stage.FINAL, (11, 10), "10日以内にお電話します")
        pen = self.pen(11, 19)
        actions.record_word(
            pen,
            uid("見本銀行"),
            final,
            said=Said.OFFER,
            on=pen.today,
            channel=Channel.PHONE,
            answer_by=date(2026, 12, 1),
        )

    def ended(self) -> None:
        """Three that are over."""
        self.applied("見本観光", (9, 16), None)
        self.word("見本観光", Stage.DOCUMENT, Said.FAIL, (9, 30))
        self.applied("見本化学", (9, 21), (10, 2), course="研究開発")
        self.held("見本化学", Stage.FIRST, (10, 13), "1週間以内に連絡します")
        self.word("見本化学", Stage.FIRST, Said.FAIL, (10, 19))
        self.applied("見本保険", (9, 24), (10, 6))
        pen = self.pen(10, 22)
        actions.withdraw(pen, uid("見本保険"), on=pen.today)
