"""As many applications as a test needs, in every state, quickly written."""

from datetime import timedelta

from tests.journeys.season import TODAY, uid
from tests.tracker.writing import pen
from yokame.accounts.queries import Person
from yokame.reports import Stage
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Held
from yokame.tracker.payloads import Said


def write_many(owner: Person, n: int) -> None:
    """Applications that are planned, wait, lie ahead, passed, have an offer or are over."""
    for number in range(n):
        held = Held(Stage.FIRST, TODAY - timedelta(days=number % 30), said="1週間以内に")
        facts = Facts(employer=f"見本{number}", course="総合職")
        match number % 6:
            case 0:
                actions.add(pen(owner, TODAY), facts)
            case 1:
                one = actions.add(pen(owner, TODAY), facts)
                actions.schedule_round(pen(owner, TODAY), one, stage=Stage.FINAL, on=TODAY)
            case 2:
                actions.add(pen(owner, TODAY), facts, held=held)
            case _:
                _hear(owner, facts, list(Said)[number % 6 - 3])


def _hear(owner: Person, facts: Facts, said: Said) -> None:
    one = uid(facts.employer)
    application = actions.add(
        pen(owner, TODAY), facts, held=Held(Stage.FIRST, TODAY - timedelta(days=9), round=one)
    )
    by = TODAY + timedelta(days=5)
    actions.record_word(pen(owner, TODAY), application, one, said=said, on=TODAY, answer_by=by)
