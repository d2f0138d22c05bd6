"""Where django-allauth meets yokame. Loaded on a server only."""

from allauth.mfa.adapter import DefaultMFAAdapter

from yokame.accounts.sealing import seal, unseal


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """Seals what authenticator apps and recovery codes are computed from."""

    def encrypt(self, text: str) -> str:
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)
