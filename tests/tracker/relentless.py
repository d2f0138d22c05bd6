"""Writes to the ledger without end, and says each change once it is confirmed: for a test that
kills it. `python -m tests.tracker.relentless`.
"""

import itertools
from uuid import UUID

import django


def write_for_ever() -> None:
    """Add, note, schedule, withdraw, undo, import; each change is said after it was confirmed."""
    from django.utils import timezone

    from tests.sheets.demo import student_sheet
    from yokame.accounts.actions import ensure_local_person
    from yokame.reports import Stage
    from yokame.tracker import actions, uploads
    from yokame.tracker.actions import Facts, Held, Pen

    owner, sheet = ensure_local_person(), student_sheet(60)

    def pen() -> Pen:
        return Pen(owner, timezone.now())

    for n in itertools.count():
        first = pen()
        held = Held(Stage.FIRST, first.today, said="1週間以内")
        uid = actions.add(first, Facts(employer=f"デモ社{n}"), held=held)
        say(first.change)
        say(actions.note(pen(), uid, "デモ" * 500))
        say(actions.schedule_round(pen(), uid, stage=Stage.FINAL, on=None))
        withdrawn = actions.withdraw(pen(), uid, on=first.today)
        say(withdrawn)
        say(actions.undo(pen(), withdrawn))
        upload = uploads.find(owner, uploads.keep(pen(), "デモ.csv", sheet))
        assert upload is not None
        uploads.write(upload)
        say(upload.change)


def say(change: UUID) -> None:
    """This change is confirmed: it must never be lost."""
    print(change, flush=True)


if __name__ == "__main__":
    django.setup()
    write_for_ever()
