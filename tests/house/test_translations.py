from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parents[2] / "src" / "yokame"
CATALOGUES = sorted(SOURCE.rglob("*.po"))


@pytest.mark.parametrize(
    "file", CATALOGUES, ids=[str(each.relative_to(SOURCE)) for each in CATALOGUES]
)
def test_a_catalogue_is_complete_and_compiled(file: Path) -> None:
    with file.open("rb") as opened:
        written = read_po(opened)
    with file.with_suffix(".mo").open("rb") as opened:
        compiled = read_mo(opened)

    missing = [entry.id for entry in written if entry.id and (not entry.string or entry.fuzzy)]
    assert missing == []
    for entry in written:
        if entry.id:
            found = compiled.get(entry.id, entry.context)
            assert found is not None
            assert found.string == entry.string
