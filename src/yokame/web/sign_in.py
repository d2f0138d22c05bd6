"""The way to sign in, for templates. Only a server has one."""

from django.http import HttpRequest
from django.urls import reverse


def sign_in_link(_request: HttpRequest) -> dict[str, str]:
    """Where one signs in."""
    return {"sign_in_url": reverse("account_login")}
