"""Where django-allauth meets yokame. Loaded on a server only."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter

from yokame.accounts.sealing import seal, unseal


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Speaks of an address and a password, the only two things that one signs in with by hand."""


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seals what authenticator apps and recovery codes are computed from."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
