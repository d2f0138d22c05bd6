"""Processes that write one ledger at once: `python -m tests.tracker.writers N`."""

import sys
from datetime import UTC, datetime

import django

if __name__ == "__main__":
    django.setup()
    from yokame.accounts.actions import ensure_local_person
    from yokame.tracker import actions
    from yokame.tracker.actions import Facts, Pen

    owner = ensure_local_person()
    now = datetime(2026, 11, 24, 3, tzinfo=UTC)
    for count in range(int(sys.argv[1])):
        actions.add(Pen(owner, now), Facts(employer=f"見本{count}"), applied_on=now.date())
