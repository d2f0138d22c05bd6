"""A season as long as a benchmark needs it, written through the ledger's own actions.

Everything in it is drawn from a seed, its employers are made up (見本 is "sample"), and each thing
is recorded at noon of the day on which it happened, so that two runs write the same ledger.
"""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from yokame.accounts.queries import Person
from yokame.letters import Situation
from yokame.priors import read_priors
from yokame.reports import Channel, Outcome, Policy, Stage, Trust
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.payloads import Said, Source
from yokame.tracker.reading import last_number

EVENTS_PER_APPLICATION = 10
SEASON_DAYS = 330
_SAID = (
    "1週間以内に連絡します",
    "合否に関わらず5営業日以内にご連絡いたします",
    "合格の場合のみ、1週間ほどで",
    "来週中には結果をお知らせします",
    "追って連絡します",
    "",
)
_TRADES = ("商事", "製作所", "電機", "食品", "銀行", "システムズ", "建設", "物流", "製薬", "出版")
# How applications stand late in a season, in parts of 100: most are over or silent.
_ENDS = {
    "planned": 8,
    "ahead": 8,
    "silent": 26,
    "passed": 4,
    "offered": 3,
    "accepted": 1,
    "declined": 4,
    "withdrew": 8,
    "failed": 38,
}
_STAGES = (Stage.DOCUMENT, Stage.WEB_TEST, Stage.FIRST, Stage.MIDDLE, Stage.FINAL)


def write_season(owner: Person, today: date, *, n_applications: int, seed: int = 3) -> None:
    """Fill an empty ledger with applications of ten events each."""
    rng = random.Random(seed)
    uids = [_Story(owner, today, rng, number).write() for number in range(n_applications)]
    for number in range(EVENTS_PER_APPLICATION * n_applications - last_number(owner)):
        pen = _pen(owner, today, rng)
        actions.note(pen, uids[number % n_applications], f"面接で聞かれたこと、その{number}")


def _pen(owner: Person, on: date, rng: random.Random) -> Pen:
    return Pen(owner, datetime.combine(on, time(3), tzinfo=UTC), UUID(int=rng.getrandbits(128)))


@dataclass
class _Story:
    """One application from its first day to where it stands today."""

    owner: Person
    today: date
    rng: random.Random
    number: int

    def write(self) -> UUID:
        """Record it all; returns the application's uid."""
        ends = list(_ENDS)
        # Each end comes once before chance decides: a page must meet all of them in any season.
        is_drawn = self.number >= len(ends)
        end = self.rng.choices(ends, list(_ENDS.values()))[0] if is_drawn else ends[self.number]
        self.uid = UUID(int=self.rng.getrandbits(128))
        # What is over began any time in the season, what goes on began lately.
        longest = SEASON_DAYS if end in ("failed", "withdrew", "declined", "accepted") else 75
        self.on = self.today - timedelta(days=self.rng.randrange(40, longest))
        facts = Facts(
            employer=f"見本{self.number:03}{self.rng.choice(_TRADES)}株式会社",
            course=self.rng.choice(("", "総合職", "技術系", "エンジニア職")),
            size=self.rng.choice((None, 40, 250, 800, 20_000)),
            industry=self.rng.choice(("メーカー", "IT", "金融", "")),
        )
        if end == "planned":
            due = self.today + timedelta(days=self.rng.randrange(30))
            facts = facts.model_copy(update={"entry_due_on": due})
            actions.add(self._pen(), facts, application=self.uid)
            return self.uid
        self.round = UUID(int=self.rng.getrandbits(128))
        held = Held(Stage.DOCUMENT, self.on, round=self.round)
        actions.add(self._pen(), facts, applied_on=self.on, held=held, application=self.uid)
        for stage in _STAGES[1 : 1 + self._n_passed(end)]:
            self._pass_on_to(stage)
        self._end(end)
        return self.uid

    def _n_passed(self, end: str) -> int:
        if end in ("offered", "accepted", "declined"):
            return 4
        return self.rng.choices((0, 1, 2, 3, 4), (30, 30, 22, 12, 6))[0]

    def _pen(self) -> Pen:
        return _pen(self.owner, self.on, self.rng)

    def _wait(self, least: int, most: int) -> None:
        self.on = min(self.today, self.on + timedelta(days=self.rng.randint(least, most)))

    def _pass_on_to(self, stage: Stage) -> None:
        """Word of a pass, and the next round with what was said in it."""
        self._wait(2, 7)
        self._record(Said.PASS)
        self.round = UUID(int=self.rng.getrandbits(128))
        self._wait(1, 4)
        names = sorted(read_priors().signals)
        held = Held(
            stage,
            self.on,
            said=self.rng.choice(_SAID),
            policy=self.rng.choice(list(Policy)),
            signals=tuple(self.rng.sample(names, 2)) if self.rng.random() < 0.3 else (),
            round=self.round,
        )
        actions.hold_round(self._pen(), self.uid, held)
        if self.rng.random() < 0.25:
            self._others_heard()

    def _record(self, said: Said) -> None:
        answer_by = self.on + timedelta(days=14) if said is Said.OFFER else None
        actions.record_word(
            self._pen(),
            self.uid,
            self.round,
            said=said,
            on=self.on,
            channel=self.rng.choice(list(Channel)),
            answer_by=answer_by,
        )

    def _others_heard(self) -> None:
        actions.others_heard(
            self._pen(),
            self.uid,
            self.round,
            said=self.rng.choice([Outcome.PASS, Outcome.NONE]),
            on=self.on,
            count=self.rng.randint(1, 5),
            source=Source.X,
            trust=Trust.LIKELY,
        )

    def _end(self, end: str) -> None:
        """What happened last."""
        if end == "silent":
            if self.rng.random() < 0.3:
                self._wait(8, 12)
                actions.letter_sent(
                    self._pen(),
                    self.uid,
                    situation=Situation.INQUIRY,
                    on=self.on,
                    round_uid=self.round,
                    subject="選考結果のご連絡時期について",
                    body="お世話になっております。",
                )
            return
        self._wait(2, 12)
        match end:
            case "withdrew":
                actions.withdraw(self._pen(), self.uid, on=self.on)
            case "failed":
                self._record(Said.FAIL)
            case "passed":
                self._record(Said.PASS)
            case "ahead":
                self._record(Said.PASS)
                day = self.today + timedelta(days=self.rng.randint(0, 14))
                actions.schedule_round(
                    self._pen(),
                    self.uid,
                    stage=Stage.FINAL,
                    on=day,
                    starts_at=time(10, 30),
                    round_uid=UUID(int=self.rng.getrandbits(128)),
                )
            case _:
                self._record(Said.OFFER)
        if end in ("accepted", "declined"):
            self._wait(3, 10)
            answer = actions.accept_offer if end == "accepted" else actions.decline_offer
            answer(self._pen(), self.uid, on=self.on)
