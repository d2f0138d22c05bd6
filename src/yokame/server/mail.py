"""The house's own mail, such as the code that proves an address: through which server it goes."""

import contextlib
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from yokame.server.environment import SettingError

TIMEOUT_SECONDS = 15
_PORTS = {"starttls": 587, "tls": 465, "none": 25}


def mail_settings(url: str) -> dict[str, Any]:
    """Django's settings for the server at `url`; without one, none. Raises SettingError.

    Like the database's address, this one holds a password and is never repeated in a message.
    """
    if not url:
        return {}
    with contextlib.suppress(ValueError):  # brackets that hold no host, a port that is no number
        address = urlsplit(url)
        options = dict(parse_qsl(address.query, keep_blank_values=True))
        security = options.pop("tls", "starttls")
        if address.scheme == "smtp" and address.hostname and security in _PORTS and not options:
            return _through(address, address.port or _PORTS[security], security)
    raise SettingError(
        "YOKAME_SMTP_URL must look like smtp://user:password@host:587?tls=starttls, where tls is "
        "starttls (unless said), tls (from the first byte, port 465) or none; in a user or "
        "password, write @ as %40, / as %2F, # as %23."
    )


def _through(address: SplitResult, port: int, security: str) -> dict[str, Any]:
    return {
        "EMAIL_HOST": address.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(address.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(address.password or ""),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": TIMEOUT_SECONDS,
    }
