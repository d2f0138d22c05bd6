"""Measures the ledger on the database of the settings; started by `benchmarks.ledger`.

Each page and the floor (`floor.py`) are called in turns in one process through WSGI: "page" with no
middleware but what a page cannot do without, "whole" with all of it, as a browser meets it.
"""

import random
import statistics
import time
from datetime import UTC, date, datetime, timedelta
from functools import partial
from unittest import mock

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402

from benchmarks.floor import N_ROWS, caller, floor_of, handler, n_queries, timed  # noqa: E402
from benchmarks.long_season import write_season  # noqa: E402
from yokame.accounts.actions import ensure_local_person  # noqa: E402
from yokame.accounts.queries import Person  # noqa: E402
from yokame.server.migration import migrate  # noqa: E402
from yokame.tracker import actions, queries  # noqa: E402
from yokame.tracker.checking import differences  # noqa: E402
from yokame.tracker.day_answers import bring_up_to_date  # noqa: E402
from yokame.tracker.fold import fold  # noqa: E402
from yokame.tracker.payloads import Said  # noqa: E402
from yokame.tracker.reading import events_of, undone_of  # noqa: E402

TODAY, NOW = date(2026, 11, 23), datetime(2026, 11, 23, 3, tzinfo=UTC)
FEW, MANY = 30, N_ROWS
N_ACTIONS = 30
PAGES = ("/today/", "/board/", "/table/", "/calendar/", "/season/")
MARKED, MARK = ("/today/", "/board/", "/table/"), 2.0
NEEDED = [
    "django_htmx.middleware.HtmxMiddleware",  # whether a fragment is asked for
    "yokame.accounts.local.LocalPersonMiddleware",  # whose ledger it is
]


def main() -> None:
    """Fill the database, measure, print."""
    migrate(settings.ENVIRONMENT.data_dir)
    with mock.patch("django.utils.timezone.now", return_value=NOW):
        bare = handler(NEEDED)
        few = ensure_local_person()
        write_season(few, TODAY, n_applications=FEW)
        few_queries = [n_queries(caller(bare, page)) for page in pages(few)]
        # Only the local person has no address; the next one is made when asked for.
        Person.objects.filter(pk=few.pk).update(email="few@example.com")
        owner = ensure_local_person()
        began = time.perf_counter()
        write_season(owner, TODAY, n_applications=MANY)
        took = time.perf_counter() - began
        print(f"\n{connection.vendor}: {MANY} applications, 3,000 events, written in {took:.0f} s")
        print_pages(bare, owner, few_queries)
        print_work(owner)


def pages(owner: Person) -> list[str]:
    """The pages of lists, and that of the application with the longest story."""
    cards = queries.cards(owner, TODAY)
    longest = max(cards, key=lambda card: len(events_of(owner, card.application.uid)))
    return [*PAGES, f"/applications/{longest.application.uid}/"]


def print_pages(bare: WSGIHandler, owner: Person, few_queries: list[int]) -> None:
    """Each page: queries with 30 and 300 applications, bytes, and its time as so many floors."""
    floor, whole = floor_of(owner.pk), WSGIHandler()
    print(f"floor {1000 * timed({'floor': floor})['floor']:.1f} ms: {N_ROWS} rows from one query")
    print(f"{'':16} queries 30/300     kB     ms   page  whole (times the floor)")
    for page, before in zip(pages(owner), few_queries, strict=True):
        call = caller(bare, page)
        after = n_queries(call)
        took = timed({"floor": floor, "page": call, "whole": caller(whole, page)})
        ratio, full = took["page"] / took["floor"], took["whole"] / took["floor"]
        verdict = "" if page not in MARKED else "held" if ratio <= MARK else "MISSED"
        print(
            f"{page if page in PAGES else 'one application':16} {before:>8} / {after:<4} "
            f"{call() / 1000:6.0f} {1000 * took['page']:6.1f} {ratio:6.2f} {full:6.2f} {verdict}"
            f"{'' if before == after else ' MORE QUERIES FOR MORE APPLICATIONS'}"
        )


def print_work(owner: Person) -> None:
    """What a new day, an action, a fold and a check of the whole ledger take."""
    began = time.perf_counter()
    n_answers = bring_up_to_date(owner, TODAY + timedelta(days=1))
    print(f"a new day     {time.perf_counter() - began:8.2f} s, {n_answers} answers computed anew")
    bring_up_to_date(owner, TODAY)
    cards = queries.cards(owner, TODAY)
    waiting = [card for card in cards if card.answer]
    random.Random(3).shuffle(waiting)
    took = statistics.median(seconds_to_record_word(owner, card) for card in waiting[:N_ACTIONS])
    print(f"record word   {1000 * took:8.1f} ms, median of {N_ACTIONS}")
    undone = undone_of(owner)
    events = [events_of(owner, card.application.uid) for card in cards]
    each = timed({"fold": lambda: [fold(one, undone) for one in events]})["fold"] / len(events)
    print(f"one fold      {1000 * each:8.2f} ms, of ten events in the mean, read already")
    began = time.perf_counter()
    wrong = list(differences(owner))
    print(f"check         {time.perf_counter() - began:8.2f} s, everything folded again")
    if wrong:
        raise SystemExit(f"The rows are not what the events say: {wrong[:3]}")


def seconds_to_record_word(owner: Person, card: queries.Card) -> float:
    """One action, from its call to its rows."""
    assert card.round is not None
    record = partial(actions.record_word, actions.Pen(owner, NOW))
    began = time.perf_counter()
    record(card.application.uid, card.round.uid, said=Said.PASS, on=TODAY)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
