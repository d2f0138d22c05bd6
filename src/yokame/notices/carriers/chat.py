"""By an Apprise address."""

from collections.abc import Callable

from yokame.notices.links import full_link
from yokame.notices.models import Delivery
from yokame.notices.rules import web_rules
from yokame.notices.sealing import unseal
from yokame.outbound.chat import notify


def carry(delivery: Delivery, on_the_brink: Callable[[], None]) -> None:
    """Hand the notice to the service that the address names."""
    assert delivery.channel is not None
    fields = unseal(delivery.channel.owner_id, delivery.channel.sealed)
    payload = delivery.payload
    link = full_link(payload["path"])
    notify(
        payload["title"],
        f"{payload['body']}\n\n{link}" if link else payload["body"],
        str(fields["address"]),
        rules=web_rules(),
        on_the_brink=on_the_brink,
    )
