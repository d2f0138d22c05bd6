import pytest
from django.test import Client

pytestmark = pytest.mark.urls("tests.server.pages")


def test_every_response_carries_the_headers_that_keep_a_page_to_itself() -> None:
    headers = Client().get("/").headers

    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "private, no-store"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_the_policy_lets_no_script_or_style_in_that_is_not_a_file_of_ours() -> None:
    policy = Client().get("/").headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
    assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.2"])
def test_a_name_that_only_points_here_is_refused(host: str) -> None:
    assert Client(headers={"host": host}).get("/").status_code == 400


def test_a_form_needs_its_token() -> None:
    assert Client(enforce_csrf_checks=True).post("/").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused_also_where_no_token_is_asked_for(
    headers: dict[str, str],
) -> None:
    assert Client().post("/api", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://testserver"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_our_own_pages_and_programs_without_a_browser_are_let_in(headers: dict[str, str]) -> None:
    response = Client().post("/api", headers=headers)

    assert response.status_code == 200
    assert response.text in ("", "http://testserver")


def test_reading_is_free_for_a_link_from_anywhere() -> None:
    assert Client().get("/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200
