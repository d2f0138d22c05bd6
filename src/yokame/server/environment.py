"""What the person who runs yokame may set: `YOKAME_` variables, each told in docs/settings.md."""

import base64
import ipaddress
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

DEFAULT_PORT = 8000


class SettingError(Exception):
    """A variable holds what yokame cannot use; the message names it and says what would do."""


@dataclass(frozen=True)
class Environment:
    """The variables, read and checked. An empty text means that the variable is not set."""

    data_dir: Path
    host: str
    port: int
    allowed_hosts: tuple[str, ...]
    database_url: str
    secret_key: str
    encryption_keys: tuple[str, ...]
    smtp_url: str
    mail_from: str
    model: Path | None

    @property
    def is_local(self) -> bool:
        """True on one's own machine, where nobody signs in; naming a host to others ends that."""
        return all(is_loopback(name.strip("[]")) for name in self.allowed_hosts)

    @property
    def own_address(self) -> str:
        """Under which address people open yokame, for links in mails; empty if it is not known."""
        if self.is_local:
            host = f"[{self.host}]" if ":" in self.host else self.host
            return f"http://{host}:{self.port}" if self.port else ""
        names = [name for name in self.allowed_hosts if not is_loopback(name.strip("[]"))]
        plain = [name for name in names if name[0] not in ".*"]
        return f"https://{plain[0]}" if plain else ""


# Each variable that yokame knows; a test keeps docs/settings.md equal to this.
VARIABLES = (
    "YOKAME_ALLOWED_HOSTS",
    "YOKAME_DATABASE_URL",
    "YOKAME_DATA_DIR",
    "YOKAME_ENCRYPTION_KEY",
    "YOKAME_HOST",
    "YOKAME_MAIL_FROM",
    "YOKAME_MODEL",
    "YOKAME_PORT",
    "YOKAME_SECRET_KEY",
    "YOKAME_SMTP_URL",
)


def read_environment(variables: Mapping[str, str]) -> Environment:
    """Read the `YOKAME_` variables. Raises SettingError."""
    data_dir, model = variables.get("YOKAME_DATA_DIR"), variables.get("YOKAME_MODEL")
    host = variables.get("YOKAME_HOST") or "127.0.0.1"
    environment = Environment(
        data_dir=Path(data_dir).expanduser().absolute() if data_dir else usual_data_dir(variables),
        host=host,
        port=_port(variables.get("YOKAME_PORT") or str(DEFAULT_PORT)),
        allowed_hosts=_allowed_hosts(host, variables.get("YOKAME_ALLOWED_HOSTS", "")),
        database_url=variables.get("YOKAME_DATABASE_URL", ""),
        secret_key=variables.get("YOKAME_SECRET_KEY", ""),
        encryption_keys=_encryption_keys(variables.get("YOKAME_ENCRYPTION_KEY", "")),
        smtp_url=variables.get("YOKAME_SMTP_URL", ""),
        mail_from=variables.get("YOKAME_MAIL_FROM", ""),
        model=Path(model).expanduser().absolute() if model else None,
    )
    _check_mail(environment)
    return environment


def unknown_variables(variables: Mapping[str, str]) -> list[str]:
    """Names that look like settings of yokame and are none, such as a misspelt one."""
    return sorted(set(filter(lambda name: name.startswith("YOKAME_"), variables)) - set(VARIABLES))


def usual_data_dir(variables: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The folder in which this platform keeps a person's data (XDG Base Directory, Apple)."""
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "yokame"
    xdg = variables.get("XDG_DATA_HOME", "")
    # The specification says that a relative path is to be ignored.
    base = Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".local" / "share"
    return base / "yokame"


def is_loopback(host: str) -> bool:
    """True if only this machine can reach an address at `host`."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise SettingError(f"YOKAME_PORT is {text!r}. It must be a number from 0 to 65535.")
    return int(text)


def _encryption_keys(text: str) -> tuple[str, ...]:
    """Keys of 32 bytes each. The message does not repeat what it cannot use: it is nearly a key."""
    keys = tuple(key for key in text.replace(",", " ").split() if key)
    for key in keys:
        try:
            good = len(base64.b64decode(key, altchars=b"-_", validate=True)) == 32
        except ValueError:
            good = False
        if not good:
            raise SettingError(
                "YOKAME_ENCRYPTION_KEY must be 32 random bytes in base64 (head -c32 /dev/urandom | "
                "base64), or several such apart by commas, the newest first."
            )
    return tuple(key.replace("+", "-").replace("/", "_") for key in keys)


def _allowed_hosts(host: str, text: str) -> tuple[str, ...]:
    """Names under which yokame answers. Loopback's own always; others only when they are said."""
    named = tuple(name for name in text.replace(",", " ").split() if name)
    if not named and not is_loopback(host):
        raise SettingError(
            f"YOKAME_HOST={host} lets other machines in. Say under which name they may ask: "
            "YOKAME_ALLOWED_HOSTS=yokame.example.ac.jp"
        )
    return ("127.0.0.1", "localhost", "[::1]", *named)


def _check_mail(environment: Environment) -> None:
    """Who signs in proves an e-mail address first, so a server that cannot send mail is no use."""
    if environment.mail_from and not is_address(environment.mail_from):
        raise SettingError(
            f"YOKAME_MAIL_FROM is {environment.mail_from!r}. It must be one e-mail address, such "
            "as yokame@example.ac.jp or 'yokame <yokame@example.ac.jp>'."
        )
    if environment.is_local or (environment.smtp_url and environment.mail_from):
        return
    raise SettingError(
        "YOKAME_ALLOWED_HOSTS lets others in; they sign in, and prove their e-mail address first. "
        "Say how mail is sent, YOKAME_SMTP_URL=smtp://user:password@smtp.example.ac.jp:587, and "
        "from whom, YOKAME_MAIL_FROM=yokame@example.ac.jp"
    )


def is_address(text: str) -> bool:
    """True for one e-mail address, with or without a name before it."""
    name, address = parseaddr(text)
    local, at, domain = address.rpartition("@")
    return bool(at and local and domain) and "\n" not in text and not (name and "<" not in text)
