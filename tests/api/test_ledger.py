"""A person's ledger over HTTP: read, recorded and taken back, each under its own token."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.api.program import content
from tests.tracker.writing import held_interview, pen
from yokame.accounts import actions as accounts
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.api.ledger_shapes import (
    ApplicationShape,
    ApplicationsShape,
    ChangedShape,
    EventsShape,
)
from yokame.tracker import actions
from yokame.tracker.payloads import Said

TODAY = date(2026, 11, 20)
Send = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon of Friday 20 November 2026."""
    moment = datetime(2026, 11, 20, 3, tzinfo=UTC)
    monkeypatch.setattr("yokame.api.ledger.timezone.now", lambda: moment)


def sender(person: Person, scope: Scope = Scope.WRITE) -> Send:
    """Sends as a program of this person's."""
    _token, secret = accounts.make_token(person, name="n", scope=scope, today=TODAY)
    client = Client(enforce_csrf_checks=True)

    def send(path: str, body: object = None, **query: object) -> HttpResponse:
        headers = {"Authorization": f"Bearer {secret}"}
        if body is None:
            return client.get(f"/api{path}", query, headers=headers)  # type: ignore[return-value,arg-type]
        return client.post(  # type: ignore[return-value]
            f"/api{path}", body, content_type="application/json", headers=headers
        )

    return send


@pytest.fixture
def send(hana: Person) -> Send:
    """Sends as Hana's program."""
    return sender(hana)


FACTS = {"employer": "株式会社みほん", "course": "総合職"}
APPLIED = {"facts": FACTS, "applied_on": "2026-11-18"}


def happened(send: Send, uid: UUID, event: dict[str, Any], **further: object) -> HttpResponse:
    return send(f"/applications/{uid}/events", {"event": event, **further})


def test_an_application_is_added_and_read_back(send: Send) -> None:
    held = {
        "stage": "first",
        "on": "2026-11-13",
        "said": "1週間以内に",
        "signals": ["own_feeling_good"],
    }

    added = content(send("/applications", {"facts": FACTS, "held": held}))
    read = content(send(f"/applications/{added['application']}", lang="en"))

    assert ChangedShape.model_validate(added, extra="forbid").model_dump(mode="json") == added
    assert ApplicationShape.model_validate(read, extra="forbid").model_dump(mode="json") == read
    [one] = read["application"]["rounds"]
    assert (one["promise"]["said"], one["signals"]) == ("1週間以内に", ["own_feeling_good"])
    assert read["current_round"] == one["uid"]
    assert read["answer"]["advice"]["action"] == "check"


def test_what_is_sent_twice_is_written_once(send: Send) -> None:
    body = {"facts": FACTS, "applied_on": "2026-11-18", "change": str(uuid4())}

    first, second = (content(send("/applications", body)) for _ in range(2))

    assert first == second
    assert content(send("/applications"))["total"] == 1


def test_a_season_is_told_event_by_event(send: Send) -> None:
    uid = content(send("/applications", {"facts": FACTS}))["application"]
    one = str(uuid4())
    told: list[tuple[dict[str, Any], str | None]] = [
        ({"kind": "applied"}, "2026-11-01"),
        ({"kind": "round_scheduled", "round": one, "stage": "first", "on": "2026-11-13",
          "starts_at": "13:00"}, None),
        ({"kind": "round_held", "round": one, "stage": "first"}, "2026-11-13"),
        ({"kind": "promise_heard", "round": one, "said": "来週中に"}, "2026-11-13"),
        ({"kind": "others_heard", "round": one, "said": "none", "count": 2}, "2026-11-18"),
        ({"kind": "letter_sent", "round": one, "situation": "thanks"}, "2026-11-14"),
        ({"kind": "word_came", "round": one, "said": "offer", "answer_by": "2026-12-01"}, None),
        ({"kind": "offer_accepted"}, None),
    ]  # fmt: skip

    for event, on in told:
        response = happened(send, uid, event, **({"on": on} if on else {}))
        assert response.status_code == 200, response.content
    state = content(send(f"/applications/{uid}"))["application"]
    story = content(send(f"/applications/{uid}/events", limit=200))

    assert state["state"] == "accepted"
    assert state["offer"] == {
        "made_on": "2026-11-20", "answer_by": "2026-12-01", "answered_on": "2026-11-20"
    }  # fmt: skip
    assert state["rounds"][0]["others"][0]["count"] == 2
    assert [event["kind"] for event in story["events"]][1:] == [event["kind"] for event, _ in told]
    assert EventsShape.model_validate(story, extra="forbid")


def test_a_change_is_undone_and_done_again(send: Send) -> None:
    uid = content(send("/applications", {"facts": FACTS}))["application"]
    change = content(happened(send, uid, {"kind": "withdrew"}))["change"]

    undone = content(send(f"/changes/{change}/undo", {}))
    back = content(send(f"/applications/{uid}"))["application"]["state"]
    send(f"/changes/{undone['change']}/undo", {})
    again = content(send(f"/applications/{uid}"))["application"]["state"]

    assert (back, again) == ("planned", "withdrawn")
    events = content(send(f"/applications/{uid}/events"))["events"]
    assert [event["is_undone"] for event in events] == [False, False]


def test_an_event_is_corrected(send: Send) -> None:
    uid = content(send("/applications", {"facts": FACTS, "applied_on": "2026-11-18"}))[
        "application"
    ]
    correction = {"kind": "corrected", "event": 2, "to": {"kind": "applied"}}

    corrected = content(happened(send, uid, correction, on="2026-11-10"))

    assert corrected["current"]["applied_on"] == "2026-11-10"


@pytest.mark.parametrize(
    "correction",
    [{"event": 99, "to": {"kind": "applied"}}, {"event": 2, "to": {"kind": "withdrew"}}],
)
def test_what_is_not_there_cannot_be_corrected(send: Send, correction: dict[str, Any]) -> None:
    uid = content(send("/applications", {"facts": FACTS, "applied_on": "2026-11-18"}))[
        "application"
    ]

    response = happened(send, uid, {"kind": "corrected", **correction}, lang="en")

    assert (response.status_code, content(response)["code"]) == (409, "no_such_event")


def test_a_removed_application_is_gone_until_that_is_undone(send: Send) -> None:
    uid = content(send("/applications", {"facts": FACTS}))["application"]

    removed = content(happened(send, uid, {"kind": "removed"}))
    gone = send(f"/applications/{uid}")
    send(f"/changes/{removed['change']}/undo", {})

    assert removed["current"] is None
    assert gone.status_code == 404
    assert send(f"/applications/{uid}").status_code == 200


@pytest.mark.parametrize(
    ("event", "on", "status", "code"),
    [
        ({"kind": "withdrew"}, "2026-11-21", 409, "not_yet"),
        ({"kind": "withdrew"}, "1950-01-01", 409, "day_out_of_range"),
        ({"kind": "offer_accepted"}, None, 409, "no_offer"),
        ({"kind": "word_came", "round": str(uuid4()), "said": "pass"}, None, 409, "no_such_round"),
    ],
)
def test_what_the_ledger_refuses_is_a_conflict_that_changes_nothing(
    send: Send, event: dict[str, Any], on: str | None, status: int, code: str
) -> None:
    uid = content(send("/applications", {"facts": FACTS}))["application"]

    response = happened(send, uid, event, **({"on": on} if on else {}), lang="en")

    assert (response.status_code, content(response)["code"]) == (status, code)
    assert content(response)["message"].isascii()
    assert content(send(f"/applications/{uid}/events"))["total"] == 1


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"event": {"kind": "noted", "text": "x", "mood": "good"}}, "event.mood", "unknown_key"),
        ({"event": {"kind": "noted", "text": "x"}, "by": "me"}, "by", "unknown_key"),
        ({"event": {"kind": "noted"}}, "event.text", "missing"),
        ({"event": {"kind": "noted", "text": 3}}, "event.text", "type"),
        ({"event": {"kind": "noted", "text": "a\x00b"}}, "event.text", "type"),
        ({"event": {"kind": "added", "facts": FACTS}}, "event", "type"),
        ({"event": {"kind": "withdrew"}, "on": 0}, "on", "date"),
        ({"event": {"kind": "withdrew"}, "on": "11/13"}, "on", "date"),
        ({"event": {"kind": "others_heard", "round": str(uuid4()), "said": "pass", "count": "2"}},
         "event.count", "type"),
        ({"event": {"kind": "others_heard", "round": str(uuid4()), "said": "pass", "count": 0}},
         "event.count", "out_of_range"),
        ({"event": {"kind": "described", "facts": {"employer": ""}}}, "event.facts.employer",
         "too_short"),
        ({"event": {"kind": "round_scheduled", "round": str(uuid4()), "stage": "first",
                    "starts_at": "13:00+09:00"}}, "event.starts_at", "type"),
    ],
)  # fmt: skip
def test_a_body_that_is_wrong_names_its_field(
    send: Send, body: dict[str, Any], field: str, code: str
) -> None:
    uid = content(send("/applications", {"facts": FACTS}))["application"]

    response = send(f"/applications/{uid}/events", body)

    assert response.status_code == 422
    [mistake] = content(response)["mistakes"]
    assert (mistake["field"], mistake["code"]) == (field, code)


def test_a_list_is_cut_and_counted(hana: Person, send: Send) -> None:
    for employer in ("見本商事", "見本製作所", "見本銀行本店"):
        held_interview(hana, employer=employer)

    part = content(send("/applications", limit=1, offset=1))

    assert (part["total"], len(part["applications"])) == (3, 1)
    assert ApplicationsShape.model_validate(part, extra="forbid").model_dump(mode="json") == part
    assert part["applications"][0]["answer"]["action"] == "check"


def test_a_list_can_be_of_one_state(hana: Person, send: Send) -> None:
    uid, round_uid = held_interview(hana)
    held_interview(hana, employer="見本製作所")
    actions.record_word(pen(hana, TODAY), uid, round_uid, said=Said.FAIL, on=TODAY)

    part = content(send("/applications", state="failed"))

    assert [one["uid"] for one in part["applications"]] == [str(uid)]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"limit": 0}, "out_of_range"),
        ({"limit": 201}, "out_of_range"),
        ({"offset": -1}, "out_of_range"),
        ({"state": "lost"}, "type"),
        ({"order": "name"}, "unknown_key"),
    ],
)
def test_a_list_has_bounds(send: Send, query: dict[str, object], code: str) -> None:
    response = send("/applications", **query)

    assert response.status_code == 422
    [mistake] = content(response)["mistakes"]
    assert (mistake["field"], mistake["code"]) == (next(iter(query)), code)


def test_a_list_takes_the_same_queries_however_long_it_is(
    hana: Person, send: Send, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        held_interview(hana, employer="見本" + "商" * n)
    send("/applications")

    with django_assert_max_num_queries(6):
        send("/applications")


def test_a_token_that_may_only_read_writes_nothing(hana: Person) -> None:
    uid, _round = held_interview(hana)
    reads = sender(hana, Scope.READ)

    assert reads(f"/applications/{uid}").status_code == 200
    assert reads("/applications", {"facts": FACTS}).status_code == 403
    assert happened(reads, uid, {"kind": "withdrew"}).status_code == 403
    assert reads(f"/changes/{uuid4()}/undo", {}).status_code == 403


def test_a_stranger_finds_nothing_and_changes_nothing(hana: Person, ren: Person) -> None:
    uid, _round = held_interview(hana)
    change = actions.note(pen(hana, TODAY), uid, "x")
    ren_sends = sender(ren)

    assert ren_sends(f"/applications/{uid}").status_code == 404
    assert ren_sends(f"/applications/{uid}/events").status_code == 404
    assert happened(ren_sends, uid, {"kind": "withdrew"}).status_code == 404
    assert ren_sends(f"/changes/{change}/undo", {}).status_code == 404
    assert content(ren_sends("/applications"))["total"] == 0
