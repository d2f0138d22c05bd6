"""How a delivery goes wrong: before it was handed over for now, for good, or with no way to know.

Each error carries a `Problem`, for which `wording` has a sentence that says what to do, and what
the other side said, in its own words.
"""

from enum import StrEnum

_LONGEST_REPLY = 300


class Problem(StrEnum):
    """What stood in the way."""

    HOST_UNKNOWN = "host_unknown"
    NO_CONNECTION = "no_connection"
    FORBIDDEN_HOST = "forbidden_host"
    FORBIDDEN_PORT = "forbidden_port"
    CERTIFICATE = "certificate"
    NO_ENCRYPTION = "no_encryption"
    LOGIN_REFUSED = "login_refused"
    LOGIN_NOT_OFFERED = "login_not_offered"
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    MESSAGE_REFUSED = "message_refused"
    BUSY = "busy"
    NO_REPLY = "no_reply"
    SUBSCRIPTION_GONE = "subscription_gone"
    SUBSCRIPTION_REFUSED = "subscription_refused"
    ADDRESS_NOT_UNDERSTOOD = "address_not_understood"
    SERVICE_NOT_ALLOWED = "service_not_allowed"
    SERVICE_REFUSED = "service_refused"
    NOT_INSTALLED = "not_installed"
    NO_CHANNEL = "no_channel"
    UNREADABLE = "unreadable"
    OUR_FAULT = "our_fault"


class DeliveryError(Exception):
    """A delivery that did not end well."""

    def __init__(self, problem: Problem, said: str = "") -> None:
        self.problem, self.said = problem, " ".join(said.split())[:_LONGEST_REPLY]
        super().__init__(f"{problem}: {self.said}" if said else str(problem))


class TryLaterError(DeliveryError):
    """Nothing was handed over; the same may succeed later."""


class RefusedError(DeliveryError):
    """Nothing was handed over, and the same will fail again until somebody changes something."""


class UnknownOutcomeError(DeliveryError):
    """It was handed over and no answer came: it may have arrived or not."""
