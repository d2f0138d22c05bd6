"""The ledger that benchmarks measure on: as long as it says, the same each time, and sound."""

from datetime import date

import pytest

from benchmarks.long_season import EVENTS_PER_APPLICATION, write_season
from yokame.accounts.queries import Person
from yokame.tracker import queries
from yokame.tracker.checking import differences
from yokame.tracker.reading import all_events

TODAY = date(2026, 11, 23)


@pytest.mark.django_db
def test_two_runs_write_the_same_ledger_with_ten_events_an_application() -> None:
    one, two = (Person.objects.create(email=f"{n}@example.com") for n in (1, 2))

    for person in (one, two):
        write_season(person, TODAY, n_applications=12)

    events = list(all_events(one))
    assert len(events) == 12 * EVENTS_PER_APPLICATION
    assert events == list(all_events(two))
    assert len(queries.cards(one, TODAY)) == 12
    assert list(differences(one)) == []
