"""A person's ledger from a terminal: out as a file, in from one, and folded again to check."""

import contextlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from yokame.accounts.actions import ensure_local_person
from yokame.accounts.queries import Person
from yokame.cli.mistakes import WrongInputError, unusable_model
from yokame.cli.texts import say
from yokame.forecast import ModelUnusableError
from yokame.reports import Track
from yokame.server.data.verbs import cannot, print_json, refused
from yokame.sheets import MOST_BYTES, SheetError
from yokame.tracker.checking import differences
from yokame.tracker.errors import TrackerError
from yokame.tracker.exchange import written_ledger
from yokame.tracker.ledger import Pen, refold
from yokame.tracker.model_in_use import fault_of_model
from yokame.tracker.payloads import DatedBy
from yokame.tracker.uploads import Preview, Wishes, bring_in_preview, preview_of
from yokame.wording import Language, say_error
from yokame.wording.sheet_words import say_use, say_why

FOUND_WRONG = 3
_MOST_BYTES = 5 * MOST_BYTES
_N_SHOWN = 20


def export(lang: str, *, out: str | None, owner: str | None) -> int:
    """Write the whole ledger to a file or to stdout."""
    pieces = written_ledger(_person(owner))
    if out is None:
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return 0
    with _whole_file(Path(out)) as file:
        for piece in pieces:
            file.write(piece)
    print(say(lang, "data.exported", file=out), file=sys.stderr)
    return 0


@contextlib.contextmanager
def _whole_file(path: Path) -> Iterator["tempfile._TemporaryFileWrapper[bytes]"]:
    """A file that is there with all its content, or not at all; for its owner only."""
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            unfinished = Path(file.name)
            try:
                yield file
                file.flush()
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise cannot("cannot_write", reason=f"{path}: {error.strerror}") from error


def bring_in(lang: str, *, file: str, yes: bool, track: str, owner: str | None, json: bool) -> int:
    """Bring a ledger's file in, or a table: that is shown first, and comes in with --yes."""
    person = _person(owner)
    pen = Pen(person, timezone.now(), dated_by=DatedBy.SHEET)
    name, data = _read(file)
    wishes = Wishes(track=Track(track))
    try:
        preview = preview_of(person, name, data, wishes=wishes, today=pen.today)
        if preview.table is not None and not preview.table.has_employers:
            raise WrongInputError("no_employers", file=name)
        told: dict[str, object] = {}
        if yes or preview.ledger is not None:
            with transaction.atomic():
                told = bring_in_preview(pen, preview, tell=_bar())
    except (SheetError, TrackerError) as error:
        raise refused(error, say_error(error, Language(lang))) from error
    if json:
        print_json(_as_json(preview, told, pen.change if told else None))
    else:
        _print(lang, preview, told)
    return 0


def _bar() -> Callable[[float], None] | None:
    """How far it is, for someone who looks on."""
    if not sys.stderr.isatty():
        return None

    def show(share: float) -> None:
        print(f"\r{share:4.0%}", end="" if share < 1 else "\r    \r", file=sys.stderr, flush=True)

    return show


def _as_json(preview: Preview, told: dict[str, object], change: object) -> dict[str, object]:
    """What a program learns of an import, done or only looked at."""
    table = preview.table
    return {
        "done": bool(told),
        "change": str(change) if change else None,
        "n_applications": len(preview.new_rows) if table else told.get("n_applications", 0),
        "n_known": len(preview.known),
        "columns": [
            {"heading": column.heading, "use": column.use.code}
            for column in (table.columns if table else ())
        ],
        "not_read": [
            {"line": one.line, "column": one.column, "text": one.text, "why": one.why.value}
            for one in (table.not_read if table else ())
        ],
    }


def _print(lang: str, preview: Preview, told: dict[str, object]) -> None:
    language = Language(lang)
    if preview.table is not None:
        print(say(lang, "data.columns"))
        for column in preview.table.columns:
            print(f"  {column.heading or column.place} → {say_use(column.use, language)}")
        not_read = preview.table.not_read
        if not_read:
            print(say(lang, "data.not_read", n=len(not_read)))
        for one in not_read[:_N_SHOWN]:
            where = say(lang, "data.line", line=one.line)
            print(f"  {where} {one.column}「{one.text}」{say_why(one.why, language)}")
        if preview.known:
            print(say(lang, "data.known", n=len(preview.known)))
        n = len(preview.new_rows)
        print(say(lang, "data.brought_in" if told else "data.would_bring_in", n=n))
    else:
        print(say(lang, "data.brought_in", n=told["n_applications"]))


def _read(file: str) -> tuple[str, bytes]:
    try:
        if file == "-":
            return "stdin", sys.stdin.buffer.read(_MOST_BYTES)
        path = Path(file)
        with path.open("rb") as opened:
            return path.name, opened.read(_MOST_BYTES)
    except OSError as error:
        raise WrongInputError(
            "file_closed", option="FILE", value=file, reason=error.strerror
        ) from error


def _person(email: str | None) -> Person:
    """Whose ledger: of this machine's one person, or of the one with that address."""
    if email:
        found = Person.objects.filter(email=email.lower()).first()
        if found is None:
            raise WrongInputError("no_such_person", value=email)
        return found
    if not settings.ENVIRONMENT.is_local:
        raise WrongInputError("which_person")
    return ensure_local_person()


def check(lang: str, *, mend: bool, json: bool) -> int:
    """Fold every ledger again and compare; ask the database and the model file as well."""
    broken, fault = _broken_pages(), fault_of_model()
    of_model = _said_of_model(fault, lang)
    found: list[dict[str, str]] = []
    people = list(Person.objects.order_by("pk"))
    for person in people:
        wrong = [(str(uid), columns) for uid, columns in differences(person)]
        found += [
            {"person": str(person.pk), "application": uid, "what": what} for uid, what in wrong
        ]
        if wrong and mend:
            refold(person)
    is_sound = not broken and fault is None and (not found or mend)
    if json:
        print_json(
            {"people": len(people), "differences": found, "database": broken, "model": of_model}
        )
    else:
        for line in broken:
            print(line)
        for one in found:
            print(f"{one['application']}: {one['what']}")
        print(say(lang, _outcome(found, mend=mend, broken=broken), n=len(found)))
        if of_model:
            print(say(lang, "data.model_unusable", message=of_model))
    return 0 if is_sound else FOUND_WRONG


def _said_of_model(fault: ModelUnusableError | None, lang: str) -> str | None:
    if fault is None:
        return None
    return unusable_model("YOKAME_MODEL", fault.path, fault.problem, fault.found).said(lang)


def _outcome(found: list[dict[str, str]], *, mend: bool, broken: list[str]) -> str:
    if broken:
        return "data.database_broken"
    if not found:
        return "data.sound"
    return "data.mended" if mend else "data.differs"


def _broken_pages() -> list[str]:
    """What SQLite finds wrong with its file; PostgreSQL has its own tools for this."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check(20)")
        lines = [str(row[0]) for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        lines += [f"{row[0]} row {row[1]} names a missing {row[2]}" for row in cursor.fetchall()]
    return [line for line in lines if line != "ok"]
