"""A season to show on a page, up to Friday 20 November 2026. Every employer in it is made up."""

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import NAMESPACE_DNS, UUID, uuid5

from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.reports import Stage, Track
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.payloads import Said

TODAY = date(2026, 11, 20)
LONG_NAME = "株式会社見本デジタルイノベーションパートナーズ東日本"
_WEEK = "1週間以内に連絡します"


@dataclass
class Applying:
    """One application; what happens to it happens on `on`, which only goes forward."""

    owner: Person
    name: str
    on: date
    track: Track = Track.NEW_GRAD
    uid: UUID = field(init=False)
    round: UUID = field(init=False)

    def __post_init__(self) -> None:
        self.round = uuid5(NAMESPACE_DNS, self.name)
        facts = Facts(employer=self.name, course="総合職", track=self.track)
        held = Held(Stage.DOCUMENT, self.on, round=self.round)
        self.uid = actions.add(pen(self.owner, self.on), facts, applied_on=self.on, held=held)

    def hear(self, said: Said, after: int, answer_by: date | None = None) -> "Applying":
        """Word of the round came."""
        self.on += timedelta(days=after)
        actions.record_word(
            pen(self.owner, self.on),
            self.uid,
            self.round,
            said=said,
            on=self.on,
            answer_by=answer_by,
        )
        return self

    def hold(self, stage: Stage, after: int, said: str = _WEEK) -> "Applying":
        """The next round was held."""
        self.on += timedelta(days=after)
        self.round = UUID(int=self.round.int + 1)
        held = Held(stage, self.on, said=said, round=self.round)
        actions.hold_round(pen(self.owner, self.on), self.uid, held)
        return self

    def plan(self, stage: Stage, on: date, starts_at: time | None = None) -> "Applying":
        """A round lies ahead."""
        actions.schedule_round(
            pen(self.owner, self.on), self.uid, stage=stage, on=on, starts_at=starts_at
        )
        return self


def a_season(owner: Person) -> dict[str, UUID]:
    """Fourteen applications at every point of their way; the uid of each by its employer."""
    first = date(2026, 9, 7)
    made = [
        Applying(owner, "見本商事株式会社", first)
        .hear(Said.PASS, 9).hold(Stage.WEB_TEST, 4).hear(Said.PASS, 6).hold(Stage.FIRST, 5)
        .hear(Said.PASS, 5).hold(Stage.FINAL, 9)
        .hear(Said.OFFER, 7, answer_by=date(2026, 12, 4)),
        Applying(owner, LONG_NAME, first)
        .hear(Said.PASS, 12).hold(Stage.FIRST, 8).hear(Said.PASS, 4).hold(Stage.MIDDLE, 10)
        .hear(Said.PASS, 6).hold(Stage.FINAL, 27),
        Applying(owner, "見本銀行", first).hear(Said.PASS, 14).hold(Stage.WEB_TEST, 3)
        .hear(Said.PASS, 8).hold(Stage.GROUP_DISCUSSION, 6).hear(Said.FAIL, 9),
        Applying(owner, "例示フーズ", first).hear(Said.FAIL, 16),
        Applying(owner, "例示電機", first).hear(Said.PASS, 10).hold(Stage.FIRST, 7)
        .hear(Said.FAIL, 6),
        Applying(owner, "サンプル航空", date(2026, 9, 21)).hear(Said.PASS, 8)
        .hold(Stage.FIRST, 50),
        Applying(owner, "サンプル出版", date(2026, 9, 21)).hear(Said.FAIL, 21),
        Applying(owner, "見本印刷", date(2026, 10, 1)).hear(Said.PASS, 13).hold(Stage.FIRST, 5)
        .hear(Said.PASS, 7).plan(Stage.FINAL, date(2026, 11, 26), time(10, 30)),
        Applying(owner, "例示建設", date(2026, 10, 1)).hear(Said.FAIL, 11),
        Applying(owner, "例示物流", date(2026, 10, 12)),
        Applying(owner, "サンプル保険", date(2026, 10, 26)),
        Applying(owner, "見本通信", date(2026, 11, 9)),
        Applying(owner, "見本ソフト", date(2026, 10, 5), Track.MID_CAREER)
        .hear(Said.PASS, 4).hold(Stage.FIRST, 6).hear(Said.FAIL, 8),
    ]  # fmt: skip
    left = Applying(owner, "例示不動産", date(2026, 9, 14)).hear(Said.PASS, 9).hold(Stage.FIRST, 6)
    actions.withdraw(pen(owner, left.on), left.uid, on=left.on)
    facts = Facts(employer="見本鉄道", entry_due_on=date(2026, 11, 30))
    planned = actions.add(pen(owner, TODAY), facts)
    return {**{one.name: one.uid for one in (*made, left)}, "見本鉄道": planned}
