"""A notice by an Apprise address (Discord, Slack, Telegram and a hundred others).

Apprise is an extra, imported at the first use. It connects by itself, so on a server only such
addresses are let through as name an account at one of a few public services, and no host.
"""

import importlib
import logging
import re
from collections.abc import Callable
from typing import Any

from yokame.outbound.dialling import Rules
from yokame.outbound.errors import Problem, RefusedError, TryLaterError, UnknownOutcomeError

# Each of these services has one fixed host; a test asks Apprise itself.
PUBLIC_SERVICES = ("discord", "gchat", "line", "pbul", "pover", "slack", "tgram")
# No query: by options, some services can be made to read a file or fetch another address.
_PLAIN_ADDRESS = re.compile(r"([a-z]+)://[\w.:@#/+=~-]+", re.ASCII)
# Apprise says yes or no, and only its log says why. It waits a few seconds for an answer.
_SILENT = re.compile(r"read timed out|remote end closed|connection aborted", re.IGNORECASE)
_UNREACHED = re.compile(r"connection error|socket exception", re.IGNORECASE)


def check_address(address: str, *, rules: Rules) -> None:
    """Raises RefusedError if Apprise cannot use this address, or the rules do not let it."""
    _service(address, rules)


def notify(
    title: str, body: str, address: str, *, rules: Rules, on_the_brink: Callable[[], None]
) -> None:
    """Hand a notice to the service. `on_the_brink` is called before anything is sent.

    Raises DeliveryError.
    """
    service = _service(address, rules)
    with _Listening() as heard:
        on_the_brink()
        if service.notify(title=title, body=body):
            return
    said = " ".join(heard.lines)
    if _SILENT.search(said):
        raise UnknownOutcomeError(Problem.NO_REPLY)
    if _UNREACHED.search(said):
        raise TryLaterError(Problem.NO_CONNECTION)
    raise RefusedError(Problem.SERVICE_REFUSED)


def _service(address: str, rules: Rules) -> Any:
    """Apprise's object for this address."""
    if rules.only_public:
        plain = _PLAIN_ADDRESS.fullmatch(address)
        if plain is None or plain[1] not in PUBLIC_SERVICES:
            raise RefusedError(Problem.SERVICE_NOT_ALLOWED, ", ".join(PUBLIC_SERVICES))
    try:
        apprise = importlib.import_module("apprise")
    except ImportError as error:
        raise RefusedError(Problem.NOT_INSTALLED) from error
    service = apprise.Apprise.instantiate(address)
    if service is None:
        raise RefusedError(Problem.ADDRESS_NOT_UNDERSTOOD)
    return service


class _Listening(logging.Handler):
    """Hears Apprise's log, which goes nowhere else: it may repeat an address and its token."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []
        self.logger = logging.getLogger("apprise")

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())

    def __enter__(self) -> "_Listening":
        self.before = (self.logger.level, self.logger.propagate)
        self.logger.setLevel(logging.DEBUG)
        self.logger.propagate = False
        self.logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self)
        level, self.logger.propagate = self.before
        self.logger.setLevel(level)
