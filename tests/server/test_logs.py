import logging

from yokame.server.logs import WithoutQueries


def formatted(message: str, *arguments: object) -> str:
    record = logging.LogRecord("x", logging.ERROR, "x.py", 1, message, arguments, None)
    return WithoutQueries("%(message)s").format(record)


def test_a_query_is_never_written_whatever_carried_it() -> None:
    assert formatted("Error handling request %s", "/?said=secret&held=1") == (
        "Error handling request /?…"
    )
    assert "secret" not in formatted("Invalid line: 'GET /?said=secret HTTP/9'")


def test_what_is_no_query_is_written_whole() -> None:
    assert formatted("Why? Not Found: %s", "/page") == "Why? Not Found: /page"
