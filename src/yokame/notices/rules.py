"""Where this house may connect to: anywhere on one's own machine, in public only on a server."""

from django.conf import settings

from yokame.outbound import ANYWHERE, PUBLIC_MAIL, PUBLIC_WEB, Rules


def mail_rules() -> Rules:
    """For a mail server that a person named."""
    return PUBLIC_MAIL if settings.ONLY_PUBLIC_HOSTS else ANYWHERE


def web_rules() -> Rules:
    """For a push service or another address of the web that a person named."""
    return PUBLIC_WEB if settings.ONLY_PUBLIC_HOSTS else ANYWHERE


def allows_every_host() -> bool:
    """Whether this is a person's own machine."""
    return not settings.ONLY_PUBLIC_HOSTS
