"""Forms of django-allauth, where its own leave a field without words. Loaded on a server only."""

from typing import Any

from allauth.mfa.webauthn import forms
from django.utils.translation import gettext_lazy as _

_NAME = _("このパスキーの名前")


class SignupKeyForm(forms.SignupWebAuthnForm):  # type: ignore[misc]  # allauth carries no types
    """The passkey with which an account begins."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _NAME


class AddKeyForm(forms.AddWebAuthnForm):  # type: ignore[misc]
    """One more. It signs in by itself unless one says otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _NAME
        self.fields["passwordless"].label = _("これだけでログインできるようにする")
        self.fields["passwordless"].help_text = _("外すと、パスワードのあとに使う鍵になります。")
        self.fields["passwordless"].initial = True


class EditKeyForm(forms.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _NAME
