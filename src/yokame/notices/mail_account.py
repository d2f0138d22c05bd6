"""A person's own mail account: from which address, through which server."""

from dataclasses import dataclass

from yokame.outbound import MailServer, Security


@dataclass(frozen=True)
class MailAccount:
    """An address, the name beside it, and the server that takes its mail."""

    address: str
    name: str
    server: MailServer

    def fields(self) -> dict[str, str | int]:
        """As it is kept, encrypted."""
        server = self.server
        return {
            "address": self.address,
            "name": self.name,
            "host": server.host,
            "port": server.port,
            "security": server.security.value,
            "username": server.username,
            "password": server.password,
        }


def mail_account(fields: dict[str, str | int]) -> MailAccount:
    """The account again."""
    server = MailServer(
        host=str(fields["host"]),
        port=int(fields["port"]),
        security=Security(str(fields["security"])),
        username=str(fields["username"]),
        password=str(fields["password"]),
    )
    return MailAccount(str(fields["address"]), str(fields["name"]), server)
