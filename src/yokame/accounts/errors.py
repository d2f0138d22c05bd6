"""What can go wrong with an account. Each has a `code`, kept by the API, and its values."""


class AccountError(ValueError):
    """Something that cannot be done with an account as it stands."""

    code = "account"


class AddressTakenError(AccountError):
    """Somebody already signs in with this address."""

    code = "address_taken"

    def __init__(self, *, email: str) -> None:
        self.email = email
        super().__init__(
            f"{email} already signs in here, with a ledger of its own. Let that person leave first "
            "(Settings, Leave), or claim for another address."
        )


class NobodyToClaimError(AccountError):
    """No data was kept here before people signed in, or it has been claimed."""

    code = "nobody_to_claim"

    def __init__(self) -> None:
        super().__init__("No data of one person's own machine is kept here. Nothing to claim.")


class NotAnAddressError(AccountError):
    """A text that is no e-mail address."""

    code = "not_an_address"

    def __init__(self, *, email: str) -> None:
        self.email = email
        super().__init__(f"{email!r} is not an e-mail address, such as hana@example.ac.jp.")
