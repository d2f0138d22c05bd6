"""What leaves the house by wire: dialled only where it may go, and known to have arrived or not."""

from yokame.outbound.dialling import ANYWHERE, PUBLIC_MAIL, PUBLIC_WEB, Rules, checked_addresses
from yokame.outbound.errors import (
    DeliveryError,
    Problem,
    RefusedError,
    TryLaterError,
    UnknownOutcomeError,
)
from yokame.outbound.smtp import MailServer, Security, hand_over

__all__ = [
    "ANYWHERE",
    "PUBLIC_MAIL",
    "PUBLIC_WEB",
    "DeliveryError",
    "MailServer",
    "Problem",
    "RefusedError",
    "Rules",
    "Security",
    "TryLaterError",
    "UnknownOutcomeError",
    "checked_addresses",
    "hand_over",
]
