import gzip

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

pytestmark = pytest.mark.urls("tests.server.pages")
HTMX = "django_htmx/htmx-2.min.js"


def test_a_static_file_is_served_from_its_package_for_a_year_and_compressed() -> None:
    plain = Client().get(staticfiles_storage.url(HTMX))
    packed = Client().get(staticfiles_storage.url(HTMX), headers={"accept-encoding": "gzip"})
    whole, small = plain.getvalue(), packed.getvalue()

    assert plain.status_code == 200
    assert packed.headers["Cache-Control"] == "max-age=31536000, public"
    assert gzip.decompress(small) == whole
    assert len(small) < len(whole) / 2


def test_an_address_names_the_version_of_its_file() -> None:
    address, version = staticfiles_storage.url(HTMX).split("?v=")

    assert address == f"/static/{HTMX}"
    assert len(version) == 12
    assert staticfiles_storage.url("no/such.css") == "/static/no/such.css"


def test_a_part_of_a_file_stays_the_bytes_that_were_asked_for() -> None:
    headers = {"accept-encoding": "gzip", "range": "bytes=0-9"}

    part = Client().get(staticfiles_storage.url(HTMX), headers=headers)

    assert (part.status_code, len(part.getvalue())) == (206, 10)
    assert "Content-Encoding" not in part.headers


def test_pages_are_compressed_too() -> None:
    page = Client().get("/long", headers={"accept-encoding": "gzip"})

    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.content) < 1000


def test_another_site_may_not_read_static_files() -> None:
    response = Client().get(staticfiles_storage.url(HTMX))
    response.getvalue()  # read to its end, which closes the file

    assert "Access-Control-Allow-Origin" not in response.headers
