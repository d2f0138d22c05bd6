"""What a person takes along of their channels and of what was sent; secrets stay behind."""

import json
from collections.abc import Iterator

from django.core.serializers.json import DjangoJSONEncoder

from yokame.accounts.queries import Person
from yokame.notices.models import Channel, Delivery


def files_of(person: Person) -> Iterator[tuple[str, bytes]]:
    """One file, `notices.json`."""
    channels = Channel.objects.filter(owner=person).order_by("pk")
    deliveries = Delivery.objects.filter(owner=person).order_by("pk")
    told = {
        "channels": list(channels.values("kind", "name", "is_on", "shows_names", "added_at")),
        "deliveries": list(
            deliveries.values("key", "target", "payload", "state", "asked_at", "changed_at")
        ),
    }
    text = json.dumps(told, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    yield "notices.json", text.encode()
