import pytest

from tests.api.program import FINAL, Program, content
from yokame.api.errors import say
from yokame.wording import Language


@pytest.mark.parametrize(
    ("further", "field", "code"),
    [
        ({"nonsense": 1}, "nonsense", "unknown_key"),
        ({"stage": None}, "stage", "type"),
        ({"stage": "fourth"}, "stage", "type"),
        ({"held": 0}, "held", "date"),
        ({"held": "2026-02-30"}, "held", "date"),
        ({"held": "13/11"}, "held", "date"),
        ({"size": 0}, "size", "out_of_range"),
        ({"size": "500"}, "size", "type"),
        ({"size": True}, "size", "type"),
        ({"size": 12.5}, "size", "type"),
        ({"public_sector": "yes"}, "public_sector", "type"),
        ({"said": "あ" * 1_001}, "said", "too_long"),
        ({"signals": ["x"]}, "signals.0", "unknown_signal"),
        ({"asked": ["2026-11-18"] * 11}, "asked", "too_long"),
        ({"others": [{**dict.fromkeys(("held", "on"), "2026-11-13"), "count": 1}]},
         "others.0.stage", "missing"),
        ({"lang": "fr"}, "lang", "type"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named(
    program: Program, further: dict[str, object], field: str, code: str
) -> None:
    response = program.post("/api/answer", {**FINAL, **further})

    assert response.status_code == 422
    error = content(response)
    assert error["code"] == "invalid"
    assert (error["mistakes"][0]["field"], error["mistakes"][0]["code"]) == (field, code)


@pytest.mark.parametrize("track", [{}, {"track": "new_grad"}, {"track": "mid_career"}])
def test_a_stage_is_missing_where_the_track_needs_it(
    program: Program, track: dict[str, str]
) -> None:
    response = program.post("/api/answer", {"held": "2026-11-13", "lang": "en", **track})

    assert response.status_code == 422
    assert content(response)["mistakes"] == [
        {"field": "stage", "code": "missing", "message": "is required"}
    ]


def test_a_track_that_is_wrong_is_the_only_mistake(program: Program) -> None:
    error = content(program.post("/api/answer", {"held": "2026-11-13", "track": "x"}))

    assert [mistake["field"] for mistake in error["mistakes"]] == ["track"]


@pytest.mark.parametrize(
    ("further", "code"),
    [
        ({"held": "2026-11-21"}, "held_in_future"),
        ({"held": "1900-01-01"}, "date_out_of_range"),
        ({"contact": "phone"}, "contact_incomplete"),
        ({"contact_on": "2026-11-18"}, "contact_incomplete"),
        ({"contact": "mail", "contact_on": "2026-11-01"}, "contact_outside_wait"),
        ({"asked": ["2026-12-01"]}, "asked_outside_wait"),
        ({"others": [{"stage": "final", "held": "2026-11-13", "word": "pass",
                      "on": "2026-11-12", "count": 1}]}, "others"),
    ],
)  # fmt: skip
def test_values_that_contradict_each_other_are_a_conflict(
    program: Program, further: dict[str, object], code: str
) -> None:
    response = program.post("/api/answer", {**FINAL, **further})

    assert response.status_code == 409
    assert content(response)["code"] == code


@pytest.mark.parametrize("body", ["{", b"\xff", "[1", "nan,"])
def test_a_body_that_is_no_json_is_refused(program: Program, body: str | bytes) -> None:
    response = program.post("/api/answer", body)

    assert response.status_code == 400
    assert content(response)["code"] == "not_json"


@pytest.mark.parametrize("body", ["[]", "null", "1", '"a"'])
def test_json_that_is_no_object_is_refused(program: Program, body: str) -> None:
    assert program.post("/api/answer", body).status_code == 422


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_only_json_is_taken_so_that_no_other_sites_form_can_send_it(
    program: Program, content_type: str
) -> None:
    response = program.post("/api/answer", '{"stage": "final"}', content_type=content_type)

    assert response.status_code == 415
    assert content(response)["code"] == "not_json_type"


def test_another_sites_page_is_refused(program: Program) -> None:
    response = program.client.post(
        "/api/answer",
        FINAL,
        content_type="application/json",
        headers={"Origin": "https://other.example", "Sec-Fetch-Site": "cross-site"},
    )

    assert response.status_code == 403


def test_a_body_beyond_the_limit_is_refused(program: Program, settings: object) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000  # type: ignore[attr-defined]

    response = program.post("/api/answer", {**FINAL, "employer": "a" * 2_000})

    assert response.status_code == 413
    assert content(response)["code"] == "too_large"


def test_errors_are_told_in_the_language_asked_for(program: Program) -> None:
    wrong = {**FINAL, "size": 0, "lang": "en"}

    error = content(program.post("/api/answer", wrong))

    assert error["message"] == say("invalid", Language.EN)
    assert error["mistakes"][0]["message"] == "is a number out of range"


@pytest.mark.parametrize("path", ["/api/", "/api/none", "/api/answer/", "/api/answer/1"])
def test_an_address_that_is_none_has_the_shape_too(program: Program, path: str) -> None:
    for response in (program.post(path, FINAL), program.client.get(path)):
        error = content(response)  # type: ignore[arg-type]
        assert (response.status_code, error["code"]) == (404, "not_found")
        assert error["mistakes"] == []


@pytest.mark.parametrize("method", ["get", "put", "delete", "options"])
def test_another_method_has_the_shape_and_is_told_the_right_one(
    program: Program, method: str
) -> None:
    response = getattr(program.client, method)("/api/answer")

    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert content(response)["code"] == "method_not_allowed"
