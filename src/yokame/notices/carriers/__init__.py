"""One module a way out, each loaded when it is first needed: its libraries weigh some megabytes.

Each has `carry(delivery, on_the_brink)`, which hands the delivery over or raises DeliveryError.
"""

from collections.abc import Callable
from typing import cast

from django.utils.module_loading import import_string

from yokame.notices.models import Delivery
from yokame.notices.notice import Kind
from yokame.outbound import Problem, RefusedError

Carry = Callable[[Delivery, Callable[[], None]], None]
_MODULES = {Kind.OWN_MAIL: "mail", Kind.HOUSE_MAIL: "mail", Kind.PUSH: "push", Kind.CHAT: "chat"}


def carry(delivery: Delivery, on_the_brink: Callable[[], None]) -> None:
    """Hand a delivery over by its channel. Raises DeliveryError."""
    if delivery.channel is None:
        raise RefusedError(Problem.NO_CHANNEL)
    module = _MODULES[Kind(delivery.channel.kind)]
    cast("Carry", import_string(f"{__name__}.{module}.carry"))(delivery, on_the_brink)
