"""Connections to hosts that people name, made only where they may go.

On a server a person may name any mail host or push address, and yokame would connect from inside
the house's own network. So there a name is refused that stands for any address of no public use,
and the connection goes to the very address that was checked: a name that changes its mind in
between reaches nothing.
"""

import ipaddress
import socket
from dataclasses import dataclass

from yokame.outbound.errors import Problem, RefusedError, TryLaterError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Networks whose IPv6 addresses hold an IPv4 address that a gateway goes on to (RFC 6052).
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


@dataclass(frozen=True)
class Rules:
    """Where a connection may go. `ports` None: any."""

    only_public: bool
    ports: frozenset[int] | None = None


ANYWHERE = Rules(only_public=False)
PUBLIC_MAIL = Rules(only_public=True, ports=frozenset({465, 587, 2525}))
PUBLIC_WEB = Rules(only_public=True, ports=frozenset({443}))


def dial(host: str, port: int, *, rules: Rules, timeout: float) -> socket.socket:
    """A connection to the first address of `host` that answers. `timeout`: seconds.

    Raises RefusedError where the rules forbid it, TryLaterError where nobody answers.
    """
    last: OSError | None = None
    for address in checked_addresses(host, port, rules):
        try:
            return socket.create_connection((address, port), timeout=timeout)
        except OSError as error:
            last = error
    raise TryLaterError(Problem.NO_CONNECTION, _reason(last)) from last


def checked_addresses(host: str, port: int, rules: Rules) -> list[str]:
    """The addresses of `host`, in the order to be tried. One that is forbidden forbids the host.

    Raises RefusedError, or TryLaterError if the name is unknown (now, or because the network is
    down).
    """
    if rules.ports is not None and port not in rules.ports:
        raise RefusedError(Problem.FORBIDDEN_PORT, str(port))
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TryLaterError(Problem.HOST_UNKNOWN, host) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if rules.only_public and not all(is_public(ipaddress.ip_address(a)) for a in addresses):
        raise RefusedError(Problem.FORBIDDEN_HOST, host)
    return addresses


def is_public(address: Address) -> bool:
    """True for an address of the public internet, and for no other that is written inside it."""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None:
            return is_public(inside)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _reason(error: OSError | None) -> str:
    return (error.strerror or str(error)) if error else ""
