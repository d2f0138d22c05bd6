"""What can go wrong with an account. Each has a `code`, kept by the API, and its values."""


class AccountError(ValueError):
    """Something that cannot be done with an account as it stands."""

    code = "account"
