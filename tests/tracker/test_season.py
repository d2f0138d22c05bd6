"""A season counted: how far each application came, and how long word took. All made up."""

from datetime import date, timedelta
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.reports import Stage, Track
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.ledger import Draft, append
from yokame.tracker.payloads import DatedBy, Said, WordCame
from yokame.tracker.season import Season, Standing, Step, season

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 1)
TODAY = date(2026, 11, 20)


@pytest.fixture
def hana() -> Person:
    return Person.objects.create(email="hana@example.jp")


class Applying:
    """One application, brought from stage to stage; every word takes `days`."""

    def __init__(self, owner: Person, name: str, track: Track = Track.NEW_GRAD) -> None:
        self.owner, self.on = owner, DAY
        self.round = uuid5(NAMESPACE_DNS, name)
        held = Held(Stage.DOCUMENT, DAY, round=self.round)
        facts = Facts(employer=name, track=track)
        self.uid = actions.add(pen(owner, DAY), facts, applied_on=DAY, held=held)

    def word(self, said: Said, days: int = 7) -> "Applying":
        self.on += timedelta(days=days)
        actions.record_word(pen(self.owner, self.on), self.uid, self.round, said=said, on=self.on)
        return self

    def take(self, stage: Stage) -> "Applying":
        self.round = UUID(int=self.round.int + 1)
        held = Held(stage, self.on, round=self.round)
        actions.hold_round(pen(self.owner, self.on), self.uid, held)
        return self

    def schedule(self, stage: Stage, on: date) -> "Applying":
        actions.schedule_round(pen(self.owner, self.on), self.uid, stage=stage, on=on)
        return self

    def withdraw(self, days: int) -> "Applying":
        self.on += timedelta(days=days)
        actions.withdraw(pen(self.owner, self.on), self.uid, on=self.on)
        return self


@pytest.fixture
def a_season(hana: Person) -> Season:
    Applying(hana, "一社").word(Said.PASS).take(Stage.FIRST).word(Said.PASS).take(Stage.FINAL).word(
        Said.OFFER
    )
    Applying(hana, "二社").word(Said.PASS).take(Stage.FIRST).word(Said.FAIL)
    Applying(hana, "三社").word(Said.PASS).take(Stage.FIRST)
    Applying(hana, "四社").word(Said.FAIL)
    Applying(hana, "五社")
    Applying(hana, "六社").word(Said.PASS).schedule(Stage.FIRST, date(2026, 11, 30))
    Applying(hana, "七社").withdraw(10)
    actions.add(pen(hana, DAY), Facts(employer="まだ出していない社"))
    return season(hana, TODAY)


def test_everyone_stands_somewhere(a_season: Season) -> None:
    assert (a_season.n_applied, a_season.n_planned) == (7, 1)
    assert a_season.standing == {
        Standing.OFFERED: 1,
        Standing.OVER: 2,
        Standing.WAITING: 2,
        Standing.AHEAD: 1,
        Standing.LEFT: 1,
    }


def test_a_stage_counts_all_who_ever_took_it(a_season: Season) -> None:
    document, first, final = a_season.stages

    assert (document.stage, document.n_reached, document.n_went_on) == (Stage.DOCUMENT, 7, 3)
    assert (document.n_over, document.n_waiting, document.n_left, document.n_ahead) == (1, 1, 1, 1)
    assert (first.n_reached, first.n_went_on, first.n_over, first.n_waiting) == (3, 1, 1, 1)
    assert (final.n_reached, final.n_went_on) == (1, 1)


def test_steps_bring_everyone_from_applying_to_where_they_stand(a_season: Season) -> None:
    steps = a_season.steps

    assert Step(None, Stage.DOCUMENT, 7) in steps
    assert Step(Stage.FIRST, Stage.FINAL, 1) in steps
    assert Step(Stage.DOCUMENT, Standing.WAITING, 1) in steps
    assert sum(step.count for step in steps if isinstance(step.end, Standing)) == 7


def test_the_time_to_word_counts_those_who_wait(a_season: Season) -> None:
    document = a_season.stages[0].time

    assert (document.n_waits, document.n_with_word, document.median_days) == (7, 5, 7)
    assert a_season.time.n_with_word == 8


def test_silence_is_counted_up_to_yesterday_or_to_leaving(hana: Person) -> None:
    for name in ("一社", "二社", "三社"):
        Applying(hana, name).word(Said.PASS, days=4)
    Applying(hana, "去る社").withdraw(2)
    Applying(hana, "待つ社")

    found = season(hana, date(2026, 10, 5)).time

    # Three had word on the fourth day; of the others one left and one is silent up to the third.
    assert (found.n_waits, found.n_with_word, found.median_days) == (5, 3, 4)
    assert found.by_day[-1].silent_prob == 0


def test_a_supposed_day_of_word_is_no_time_to_word(hana: Person) -> None:
    """A sheet that told of the result and not of its day: the day of the import is no waiting."""
    for name in ("一社", "二社", "三社"):
        Applying(hana, name).word(Said.PASS, days=4)
    imported = Applying(hana, "四社")
    said = WordCame(round=imported.round, said=Said.FAIL)
    append(pen(hana, TODAY), [Draft(imported.uid, TODAY, said, dated_by=DatedBy.CLOCK)])

    found = season(hana, TODAY)

    assert found.count(Standing.OVER) == 1
    assert (found.time.n_waits, found.time.n_with_word, found.time.median_days) == (3, 3, 4)
    assert found.stages[0].time == found.time


def test_a_planned_round_is_not_taken_before_its_day(hana: Person) -> None:
    Applying(hana, "一社").word(Said.PASS).schedule(Stage.FIRST, date(2026, 11, 30))

    before, after = season(hana, TODAY), season(hana, date(2026, 12, 1))

    assert [stage.stage for stage in before.stages] == [Stage.DOCUMENT]
    assert before.count(Standing.AHEAD) == 1
    assert [stage.stage for stage in after.stages] == [Stage.DOCUMENT, Stage.FIRST]
    assert after.count(Standing.WAITING) == 1


def test_a_track_is_counted_by_itself(hana: Person) -> None:
    Applying(hana, "新卒の社")
    Applying(hana, "中途の社", Track.MID_CAREER).word(Said.FAIL)

    found = season(hana, TODAY, Track.MID_CAREER)

    assert found.tracks == (Track.NEW_GRAD, Track.MID_CAREER)
    assert (found.n_applied, found.count(Standing.OVER)) == (1, 1)


def test_what_is_undone_was_never_there(hana: Person) -> None:
    applying = Applying(hana, "一社")
    change = actions.record_word(
        pen(hana, TODAY), applying.uid, applying.round, said=Said.FAIL, on=TODAY
    )
    actions.undo(pen(hana, TODAY), change)

    assert season(hana, TODAY).standing == {Standing.WAITING: 1}


def test_an_empty_ledger_has_an_empty_season(hana: Person) -> None:
    found = season(hana, TODAY)

    assert (found.n_applied, found.stages, found.steps, found.first_on) == (0, (), (), None)


def test_another_person_sees_nothing_of_it(a_season: Season) -> None:
    ren = Person.objects.create(email="ren@example.jp")

    assert a_season.n_applied == 7
    assert season(ren, TODAY).n_applied == 0


@pytest.mark.parametrize("n", [1, 6])
def test_two_queries_however_many_applications(
    hana: Person, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(n):
        Applying(hana, f"{number}社").word(Said.PASS).take(Stage.FIRST)

    with django_assert_num_queries(2):
        season(hana, TODAY)
