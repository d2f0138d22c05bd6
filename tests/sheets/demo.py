"""Sheets as people and programs write them. Every employer and person in them is made up."""

import io
import json
from collections.abc import Iterable, Sequence
from datetime import date

from openpyxl import Workbook

from yokame.sheets import Choices, SheetRow, Table, read_table

TODAY = date(2026, 11, 23)

STUDENT = (
    ["2027卒 就活管理表（デモ）"],
    [
        "No.", "企業名", "職種", "業界", "志望度", "ES締切", "応募日", "選考状況", "一次面接日",
        "一次結果", "二次面接日", "二次結果", "最終面接日", "最終結果", "連絡予定", "内定承諾期限",
        "マイページPW", "備考",
    ],
)  # fmt: skip
_STATUSES = (
    "気になる",
    "応募済み",
    "一次結果待ち",
    "一次通過",
    "お祈り",
    "内定",
    "辞退",
    "サイレント",
)


def student_sheet(n_rows: int = 40) -> bytes:
    """A student's own sheet as Excel in Japan saves it: a title, Shift_JIS, days without years."""
    rows = [*STUDENT, *(student_row(n) for n in range(1, n_rows + 1))]
    return csv_text(rows).encode("cp932")


def student_row(n: int) -> list[str]:
    status = _STATUSES[n % len(_STATUSES)]
    met = status in ("一次結果待ち", "一次通過", "お祈り", "内定", "サイレント")
    passed = status in ("一次通過", "内定")
    return [
        str(n),
        f"デモ商事第{n}株式会社" if n % 2 else f"㈱見本製作所{n}",
        "総合職" if n % 3 else "エンジニア職（データ）",
        "商社" if n % 2 else "メーカー",
        "ABC"[n % 3],
        f"{9 + n % 2}/{1 + n % 28}",
        "" if status == "気になる" else f"10月{1 + n % 28}日",
        status,
        f"11/{2 + n % 12} 10:00〜" if met else "",
        "○" if passed else "×" if status == "お祈り" else "",
        "11/19(木) 14時" if status == "内定" else "12/1" if passed else "",
        "通過" if status == "内定" else "",
        "",
        "",
        "1週間以内に連絡します" if status == "一次結果待ち" else "",
        "12/18" if status == "内定" else "",
        f"demo-secret-{n}",
        f'デモデータ、"{n}"行目' if n % 5 else "改行の\nあるメモ",
    ]


def csv_text(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """CSV as a program writes it, each cell in quotation marks."""
    return "\r\n".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows
    )


def workbook(rows: Iterable[Sequence[object]], *, title: str = "就活") -> bytes:
    """An XLSX with an empty first sheet, and the rows in the second."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "使い方"
    book.active.append(["この表の使い方（デモ）"])
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_json(value: object) -> bytes:
    """JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False).encode()


def read(text: str | bytes, *, name: str = "demo.csv", choices: Choices | None = None) -> Table:
    """The table in a text, on 23 November 2026."""
    data = text.encode() if isinstance(text, str) else text
    return read_table(data, name, today=TODAY, choices=choices)


def only(text: str | bytes, **more: object) -> SheetRow:
    """The one application of a sheet."""
    [row] = read(text, **more).rows  # type: ignore[arg-type]
    return row
