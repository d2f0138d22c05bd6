"""`docs/api.md` says what the API does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.api.program import FINAL, Program, content
from yokame.api import errors
from yokame.api.bodies import AnswerBody
from yokame.tracker.errors import TrackerError

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"curl http://127\.0\.0\.1:8000(\S+) .*? -d '(\{.*?\})'\n```\n\n```json\n(.*?)```",
    PAGE,
    re.DOTALL,
)


def holds(whole: Any, part: Any) -> bool:
    """Whether everything in `part` is in `whole`."""
    if isinstance(part, dict):
        return all(key in whole and holds(whole[key], part[key]) for key in part)
    return bool(whole == part)


@pytest.mark.parametrize(("path", "body", "shown"), EXAMPLES, ids=lambda value: value[:12])
def test_an_example_gives_what_is_written_under_it(
    program: Program, path: str, body: str, shown: str
) -> None:
    sent = content(program.post(path, json.loads(body)))

    assert holds(sent, json.loads(shown))


def test_there_is_an_example_of_each_operation() -> None:
    assert [path for path, _body, _shown in EXAMPLES] == ["/api/answer", "/api/promise"]


def test_the_example_of_an_error_is_one(program: Program) -> None:
    shown = re.search(r'```json\n(\{\n  "code".*?)```', PAGE, re.DOTALL)
    assert shown is not None

    sent = content(program.post("/api/answer", {**FINAL, "size": 0, "lang": "en"}))

    assert sent == json.loads(shown[1])


def test_every_key_and_every_code_is_described() -> None:
    described = set(re.findall(r"`(\w+)`", PAGE))

    assert set(AnswerBody.model_fields) <= described
    assert set(errors.CODES) <= described


def test_every_operation_of_the_ledger_and_every_refusal_is_described() -> None:
    document = json.loads(Client().get("/api/openapi.json").content)
    operations = {
        f"{method.upper()} {path}"
        for path, methods in document["paths"].items()
        for method in methods
    }
    described = set(re.findall(r"`((?:GET|POST) /api/\S+)`", PAGE))
    # A file is imported on a page only.
    errors_of_writing = [
        error
        for error in TrackerError.__subclasses__()
        if error.__module__ == "yokame.tracker.errors"
    ]
    refusals = {error.code for error in errors_of_writing}

    assert operations - {"POST /api/answer", "POST /api/promise"} == described
    # Of a signal the document tells as of any field that cannot be taken.
    assert refusals <= set(re.findall(r"`(\w+)`", PAGE))
