"""Leaving: everything is taken along, then everything is removed.

Rooms above this one add what they keep: `TAKE_ALONG` gives a person's files by name, `FORGET`
removes what does not hang on the person's row and would stay behind when it goes.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from yokame.accounts import queries
from yokame.accounts.queries import Person

TAKE_ALONG: list[Callable[[Person], Iterable[tuple[str, bytes]]]] = []
FORGET: list[Callable[[Person], None]] = []


def archive(person: Person) -> bytes:
    """A ZIP of all that is a person's, readable without yokame."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        for name, content in _files(person):
            files.writestr(name, content)
    return packed.getvalue()


def _files(person: Person) -> Iterator[tuple[str, bytes]]:
    own = json.dumps(queries.own_data(person), ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    yield "person.json", own.encode()
    for files_of in TAKE_ALONG:
        yield from files_of(person)


def end_sessions(keys: Sequence[str]) -> None:
    """Sign out every browser that holds one of these sessions."""
    if keys:
        store = import_module(settings.SESSION_ENGINE).SessionStore
        for key in keys:
            store(key).delete()
