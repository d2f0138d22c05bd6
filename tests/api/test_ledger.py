"""A person's own ledger over the API: read with any token of theirs, written with one that may."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.api.program import content
from tests.tracker.writing import held_interview, pen
from yokame.accounts import actions
from yokame.accounts.queries import Person
from yokame.accounts.tokens import Scope
from yokame.tracker import actions as tracker
from yokame.tracker import queries
from yokame.tracker.actions import Facts

pytestmark = pytest.mark.django_db
MONDAY_2 = date(2026, 11, 2)


class Holder:
    """A program with a token of a person's."""

    def __init__(self, person: Person, scope: Scope = Scope.WRITE) -> None:
        _token, secret = actions.make_token(person, name="n", scope=scope, today=MONDAY_2)
        self.client, self.headers = Client(), {"Authorization": f"Bearer {secret}"}

    def get(self, path: str) -> HttpResponse:
        return self.client.get(path, headers=self.headers)  # type: ignore[return-value]

    def post(self, path: str, **body: Any) -> HttpResponse:
        return self.client.post(  # type: ignore[return-value]
            path, body, content_type="application/json", headers=self.headers
        )


def test_a_wait_is_listed_with_its_answer(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    found = content(Holder(hana, Scope.READ).get("/api/applications"))

    assert found["count"] == 1
    [one] = found["applications"]
    assert (one["uid"], one["state"]) == (str(uid), "in_round")
    assert one["round"]["uid"] == str(round_uid)
    assert one["round"]["word"] is None
    assert one["answer"]["deadline_on"] == "2026-11-20"


def test_who_wants_words_only_gets_no_number(hana: Person) -> None:
    hana.shows_numbers = False
    hana.save()
    held_interview(hana)

    [one] = content(Holder(hana).get("/api/applications"))["applications"]

    assert one["answer"]["prob"] is None
    assert one["answer"]["words"]


def test_a_list_comes_in_parts(hana: Person) -> None:
    for name in ("見本商事", "見本銀行", "見本食品"):
        tracker.add(pen(hana, MONDAY_2), Facts(employer=name))

    found = content(Holder(hana).get("/api/applications?limit=1&offset=1"))

    assert found["count"] == 3
    assert [one["employer"] for one in found["applications"]] == ["見本銀行"]


def test_a_name_in_the_address_that_means_nothing_is_refused(hana: Person) -> None:
    refused = Holder(hana).get("/api/applications?state=offered")

    assert refused.status_code == 422
    assert content(refused)["mistakes"][0]["field"] == "state"


def test_a_season_is_written_and_taken_back(hana: Person) -> None:
    holder = Holder(hana)
    added = content(
        holder.post("/api/applications", employer="見本商事", applied_on="2026-10-01", priority=2)
    )
    uid = added["application"]
    round_uid = str(uuid4())
    about = {"application": uid, "round": round_uid}
    holder.post("/api/rounds", **about, stage="first", on="2026-11-02", said="1週間以内に")
    word = content(holder.post("/api/words", **about, said="fail", on="2026-11-09"))
    holder.post("/api/notes", application=uid, text="志望動機を聞かれた")

    undone = holder.post("/api/undo", undo=word["change"])

    assert undone.status_code == 200
    events = content(holder.get(f"/api/applications/{uid}"))["events"]
    assert [one["is_undone"] for one in events if one["kind"] == "word_came"] == [True]
    row = queries.application(hana, UUID(uid))
    assert row is not None
    assert (row.state, row.priority) == ("in_round", 2)


def test_what_is_sent_twice_is_written_once(hana: Person) -> None:
    holder, change = Holder(hana), str(uuid4())

    first, again = (
        content(holder.post("/api/applications", employer="見本商事", change=change))
        for _ in range(2)
    )

    assert first == again
    assert content(holder.get("/api/applications"))["count"] == 1


def test_a_token_that_may_read_writes_nothing(hana: Person) -> None:
    holder = Holder(hana, Scope.READ)
    paths = ("/api/applications", "/api/rounds", "/api/words", "/api/notes", "/api/undo")

    refused = [holder.post(path, employer="見本商事").status_code for path in paths]

    assert refused == [403] * len(paths)
    assert not queries.has_applications(hana)


def test_a_stranger_finds_and_changes_nothing(hana: Person, ren: Person) -> None:
    uid, round_uid = held_interview(hana)
    events = content(Holder(hana).get(f"/api/applications/{uid}"))["events"]
    stranger = Holder(ren)
    about = {"application": str(uid), "round": str(round_uid), "on": "2026-11-14"}

    answers = [
        stranger.get(f"/api/applications/{uid}"),
        stranger.post("/api/rounds", **about, stage="final"),
        stranger.post("/api/words", **about, said="pass"),
        stranger.post("/api/notes", application=str(uid), text="見た"),
        stranger.post("/api/undo", undo=events[0]["change"]),
    ]

    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert content(Holder(hana).get(f"/api/applications/{uid}"))["events"] == events


def test_what_the_ledger_refuses_is_said_in_the_asked_language(hana: Person) -> None:
    uid, round_uid = held_interview(hana)

    refused = Holder(hana).post(
        "/api/words",
        application=str(uid),
        round=str(round_uid),
        said="pass",
        on="2026-11-12",
        lang="en",
    )

    assert refused.status_code == 409
    assert content(refused)["code"] == "word_before_round"
    assert "comes before its round" in content(refused)["message"]


def test_the_list_asks_the_database_as_often_for_many_as_for_one(
    hana: Person, django_assert_num_queries: Any
) -> None:
    for n in range(30):
        tracker.add(pen(hana, MONDAY_2), Facts(employer=f"見本{n}社"))
    holder = Holder(hana)
    holder.get("/api/applications")

    with django_assert_num_queries(3):  # the token, waits without an answer, the rows
        found = content(holder.get("/api/applications"))

    assert found["count"] == 30
