import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.test.client import ClientHandler

from yokame.server.static_files import fingerprint

# Closing a response looks after the connection to the database, though none is used.
pytestmark = [pytest.mark.urls("tests.server.pages"), pytest.mark.django_db]
CSS = "web/yokame.css"


def ask(method: str, path: str, encoding: str) -> HttpResponse | StreamingHttpResponse:
    """The response as the server gets it: the test client would take the body away by itself."""
    handler = ClientHandler()
    handler.load_middleware()
    request = RequestFactory(headers={"accept-encoding": encoding}).generic(method, path)
    response = handler.get_response(request)
    assert isinstance(response, HttpResponse | StreamingHttpResponse)
    return response


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", ["/long", "/none", "static"])
def test_head_gets_no_body(path: str, encoding: str) -> None:
    assert fingerprint(CSS)
    address = staticfiles_storage.url(CSS) if path == "static" else path

    response = ask("HEAD", address, encoding)
    body = b"".join(response)
    response.close()

    assert body == b""


def test_head_tells_the_length_that_get_has() -> None:
    head, get = (ask(method, "/long", "identity") for method in ("HEAD", "GET"))

    assert head.headers["Content-Length"] == str(len(b"".join(get)))
