"""To a browser that asked for it."""

import json
from collections.abc import Callable
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone

from yokame.notices.models import Delivery
from yokame.notices.rules import web_rules
from yokame.notices.sealing import push_secret, unseal
from yokame.outbound.web_push import Subscription, push, push_key

# Push services want to know whom to write to. Nobody reads mail to this one, and RFC 2606 keeps
# it from ever being somebody's; Apple refuses names that are no domain.
_NOBODY = "yokame@example.com"
_LONGEST_BODY = 1000  # characters; three bytes each still leave room in LONGEST_MESSAGE


def key_for_browsers() -> str:
    """The key that a browser wants to be given when it subscribes."""
    return push_key(push_secret()).for_browsers


def carry(delivery: Delivery, on_the_brink: Callable[[], None]) -> None:
    """Hand the notice to the browser's push service."""
    assert delivery.channel is not None
    fields = unseal(delivery.channel.owner_id, delivery.channel.sealed)
    payload = delivery.payload
    message = {
        "title": payload["title"],
        "body": payload["body"][:_LONGEST_BODY],
        "path": payload["path"],
        "tag": delivery.key,
    }
    left = delivery.good_until - timezone.now()
    _, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    push(
        json.dumps(message, ensure_ascii=False).encode(),
        Subscription(str(fields["endpoint"]), str(fields["p256dh"]), str(fields["auth"])),
        key=push_key(push_secret()),
        contact=sender if "." in sender.partition("@")[2] else _NOBODY,
        topic=f"{delivery.owner_id}:{delivery.key}",
        good_seconds=max(0, int(left.total_seconds())),
        rules=web_rules(),
        on_the_brink=on_the_brink,
    )
