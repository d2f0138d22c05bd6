"""The page's own sentences and their English. `python -m tests.web.translations` renews both files.

What a template or a module marks for translation is the key, in Japanese. New keys are added to
`django.po` without English, keys that went are dropped, and `django.mo` is compiled from it.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

import yokame

PACKAGE = Path(yokame.__file__).parent
WEB = PACKAGE / "web"
PO = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
# Babel's own header names the minute and the tool, and would change at every run for nobody.
_HEADER = """\
# The pages in English. The keys are the Japanese sentences.
msgid ""
msgstr ""
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None}


def marked() -> Iterator[tuple[str, str]]:
    """Every sentence marked for translation, with the file it stands in."""
    for path in sorted([*PACKAGE.rglob("*.py"), *WEB.rglob("*.html"), *WEB.rglob("*.txt")]):
        source = path.read_text(encoding="utf-8")
        code = templatize(source, origin=str(path)) if path.suffix != ".py" else source
        file = io.BytesIO(code.encode())
        for _line, sentence, _notes, _context in extract("python", file, _KEYWORDS):
            assert isinstance(sentence, str)
            yield sentence, path.relative_to(WEB if WEB in path.parents else PACKAGE).as_posix()


def catalog() -> Catalog:
    """The English as it is written."""
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def compiled() -> Catalog:
    """The English as it is served."""
    with MO.open("rb") as file:
        return read_mo(file)


def renew() -> list[str]:
    """Bring both files up to the sentences; returns those without English."""
    known = catalog() if PO.exists() else Catalog(locale="en")
    renewed = Catalog(locale="en", creation_date=_NO_DAY, revision_date=_NO_DAY, fuzzy=False)
    for sentence, place in marked():
        old = known.get(sentence)
        renewed.add(sentence, old.string if old else "", locations=[(place, 1)])
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        file.write(_HEADER.encode())
        write_po(file, renewed, width=100, include_lineno=False, omit_header=True)
    with MO.open("wb") as file:
        write_mo(file, renewed)
    return [str(message.id) for message in renewed if message.id and not message.string]


if __name__ == "__main__":
    for missing in renew():
        print("without English:", missing)
