"""Files on their way into the ledger: looked at, chosen about, then brought in by a worker.

Nothing is half brought in: all of a file is one change, written in one transaction together with
the note that it is done. A job that is run again, after its worker was killed, finds that note.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from yokame.accounts.queries import Person
from yokame.reports import Track
from yokame.sheets import Choices, DayOrder, SheetRow, Table, Use, read_table
from yokame.tracker import day_answers
from yokame.tracker.exchange import LedgerFile, is_ledger_file, read_ledger_file, take_over
from yokame.tracker.ledger import Draft, Pen, append
from yokame.tracker.models import Application, Upload
from yokame.tracker.payloads import DatedBy, Imported
from yokame.tracker.reading import employer_keys, ledger_events, undone_of
from yokame.tracker.sheet_rows import drafts_of, n_rounds
from yokame.tracker.upload_states import UploadState

__all__ = ["Preview", "Upload", "UploadState", "Wishes"]

logger = logging.getLogger(__name__)
KEPT_DAYS = 1
# The result page tells so many of the cells that were not understood; all of them are in the notes.
_N_TOLD = 200
_PROGRESS_SECONDS = 3600


@dataclass(frozen=True)
class Wishes:
    """What a person decided about a file. `track` is that of rows that name none."""

    choices: Choices = field(default_factory=Choices)
    track: Track = Track.NEW_GRAD
    skips_known: bool = True

    def as_data(self) -> dict[str, Any]:
        """As JSON knows it."""
        return {
            "uses": {str(place): use.code for place, use in self.choices.uses.items()},
            "day_orders": {str(n): order.value for n, order in self.choices.day_orders.items()},
            "track": self.track.value,
            "skips_known": self.skips_known,
        }

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> "Wishes":
        """What `as_data` gave. Raises ValueError or KeyError for anything else."""
        if not data:
            return cls()
        uses = {int(place): Use.of_code(code) for place, code in data["uses"].items()}
        orders = {int(place): DayOrder(order) for place, order in data["day_orders"].items()}
        return cls(Choices(uses, orders), Track(data["track"]), bool(data["skips_known"]))


@dataclass(frozen=True)
class Preview:
    """What would be brought in: a table or another ledger, and the rows that are here already."""

    name: str
    wishes: Wishes
    table: Table | None = None
    ledger: LedgerFile | None = None
    known: tuple[SheetRow, ...] = ()

    @property
    def new_rows(self) -> tuple[SheetRow, ...]:
        """The rows that would be brought in."""
        rows = self.table.rows if self.table else ()
        known = {id(row) for row in self.known} if self.wishes.skips_known else set()
        return tuple(row for row in rows if id(row) not in known)


def preview_of(owner: Person, name: str, data: bytes, *, wishes: Wishes, today: date) -> Preview:
    """A file read and compared with the ledger. Raises SheetError or LedgerFileError."""
    if is_ledger_file(data):
        return Preview(name, wishes, ledger=read_ledger_file(data))
    table = read_table(data, name, today=today, choices=wishes.choices)
    return Preview(name, wishes, table=table, known=_known(owner, table.rows))


def _known(owner: Person, rows: tuple[SheetRow, ...]) -> tuple[SheetRow, ...]:
    """The rows whose employer and course are in the ledger already."""
    known = ledger_events(owner)
    key = employer_keys(known, undone_of(owner))
    here = set(Application.objects.filter(owner=owner).values_list("employer_key", "course"))
    return tuple(row for row in rows if (key(row.employer), row.course) in here)


def keep(pen: Pen, name: str, data: bytes) -> UUID:
    """Keep a file to look at; an older one that was only looked at makes way.

    Raises SheetError or LedgerFileError if it cannot be read.
    """
    preview_of(pen.owner, name, data, wishes=Wishes(), today=pen.today)
    Upload.objects.filter(owner=pen.owner, state=UploadState.LOOKED_AT).delete()
    uid = uuid4()
    Upload.objects.create(
        owner=pen.owner,
        uid=uid,
        change=uuid4(),
        name=name[:200],
        data=data,
        began_on=pen.today,
        state=UploadState.LOOKED_AT,
    )
    return uid


def find(owner: Person, uid: UUID) -> Upload | None:
    """A person's own upload."""
    return Upload.objects.filter(owner=owner, uid=uid).first()


def look_at(upload: Upload) -> Preview:
    """The file as it would be brought in now."""
    return preview_of(
        upload.owner,
        upload.name,
        bytes(upload.data),
        wishes=Wishes.of_data(upload.choices),
        today=upload.began_on,
    )


def choose(upload: Upload, wishes: Wishes) -> None:
    """Take down what the person decided."""
    Upload.objects.filter(pk=upload.pk, state=UploadState.LOOKED_AT).update(
        choices=wishes.as_data()
    )
    upload.choices = wishes.as_data()


def start(upload: Upload) -> None:
    """Hand the file to a worker; said twice, once."""
    with transaction.atomic():
        looked_at = Upload.objects.filter(pk=upload.pk, state=UploadState.LOOKED_AT)
        if looked_at.update(state=UploadState.WAITING):
            bring_in.enqueue(str(upload.uid))


def give_up(upload: Upload) -> None:
    """Forget a file that is not on its way."""
    Upload.objects.filter(pk=upload.pk).exclude(state=UploadState.WAITING).delete()


def drop_old(today: date) -> int:
    """Forget the files that nobody came back to; returns how many."""
    old = Upload.objects.filter(began_on__lt=today - timedelta(days=KEPT_DAYS))
    dropped, _ = old.exclude(state=UploadState.WAITING).delete()
    return dropped


def share_done(upload: Upload) -> float:
    """How much of a waiting file is written, from 0 to 1."""
    return float(caches["progress"].get(str(upload.uid), 0.0))


@task()
def bring_in(uid: str) -> None:
    """The worker's job: the whole file or nothing of it. Safe to repeat."""
    upload = Upload.objects.select_related("owner").filter(uid=uid).first()
    if upload is None or upload.state != UploadState.WAITING:
        return
    try:
        write(upload, tell=lambda share: caches["progress"].set(uid, share, _PROGRESS_SECONDS))
    except Exception as error:
        # Whatever it was, nothing was written, and the person who waits must hear of it.
        logger.exception("A file could not be brought in.")
        code = getattr(error, "code", type(error).__name__)
        Upload.objects.filter(pk=upload.pk).update(
            state=UploadState.FAILED, error=str(code), data=b""
        )
    finally:
        caches["progress"].delete(uid)


def write(upload: Upload, tell: Callable[[float], None] | None = None) -> None:
    """Bring a file in and note that it is done, in one transaction."""
    pen = Pen(upload.owner, timezone.now(), upload.change, DatedBy.SHEET)
    preview = look_at(upload)
    with transaction.atomic():
        told = bring_in_preview(pen, preview, tell=tell)
        Upload.objects.filter(pk=upload.pk).update(state=UploadState.DONE, told=told, data=b"")
    day_answers.bring_up_to_date(upload.owner, pen.today)


def bring_in_preview(
    pen: Pen, preview: Preview, tell: Callable[[float], None] | None = None
) -> dict[str, Any]:
    """Write what a preview shows, as one change; returns what there is to tell of it."""
    if preview.ledger is not None:
        return take_over(pen, preview.ledger, preview.name, tell=tell)
    rows = preview.new_rows
    drafts = [
        draft
        for row in rows
        for draft in drafts_of(row, track=preview.wishes.track, today=pen.today)
    ]
    imported = Imported(name=preview.name[:200], n_applications=len(rows))
    append(pen, [Draft(None, pen.today, imported), *drafts], tell)
    not_read = preview.table.not_read if preview.table else ()
    return {
        "n_applications": len(rows),
        "n_rounds": n_rounds(rows),
        "n_known": len(preview.known) if preview.wishes.skips_known else 0,
        "n_not_read": len(not_read),
        "not_read": [[one.line, one.column, one.text, one.why] for one in not_read[:_N_TOLD]],
    }
