"""Why something cannot be sent at all, known before it is tried."""


class NoticesError(ValueError):
    """Nothing was changed."""

    code = "notices"


class NoMailAccountError(NoticesError):
    """A letter can be sent only from its writer's own address."""

    code = "no_mail_account"

    def __init__(self) -> None:
        super().__init__("There is no mail account to send from. Set one up under settings.")


class BadAddressError(NoticesError):
    """No mail can be written to this address."""

    code = "bad_address"

    def __init__(self, *, address: str) -> None:
        self.address = address
        super().__init__(f"{address!r} is not an e-mail address.")


class AlreadySentError(NoticesError):
    """This letter went out, or may have, or is about to."""

    code = "already_sent"

    def __init__(self) -> None:
        super().__init__("This letter was sent already; it is not sent a second time.")


class NoSuchDeliveryError(NoticesError):
    """There is no such letter, or its state leaves nothing to decide."""

    code = "no_such_delivery"

    def __init__(self) -> None:
        super().__init__("There is no such letter to decide about.")
