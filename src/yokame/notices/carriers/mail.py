"""By mail: a person's letters and notices through their own account, or notices by the house's."""

from collections.abc import Callable
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.utils import timezone

from yokame.letters import BadFactError, plain_mail
from yokame.notices.links import full_link
from yokame.notices.mail_account import MailAccount, mail_account
from yokame.notices.models import Channel, Delivery
from yokame.notices.notice import Kind
from yokame.notices.rules import mail_rules
from yokame.notices.sealing import unseal
from yokame.outbound import ANYWHERE, MailServer, Problem, RefusedError, Security, hand_over


def carry(delivery: Delivery, on_the_brink: Callable[[], None]) -> None:
    """Hand the mail to the server that takes mail from this sender."""
    assert delivery.channel is not None
    account = account_of(delivery.channel)
    is_house = delivery.channel.kind == Kind.HOUSE_MAIL
    to = delivery.payload["to"] if delivery.is_letter else own_address(delivery.channel, account)
    hand_over(
        message_of(delivery, account, to),
        sender=account.address,
        to=to,
        server=account.server,
        rules=ANYWHERE if is_house else mail_rules(),
        on_the_brink=on_the_brink,
    )


def message_of(delivery: Delivery, account: MailAccount, to: str) -> bytes:
    """The mail, to the byte. Its Message-ID is the delivery's for ever, so a repeat is known.

    Raises RefusedError if an address is none.
    """
    payload = delivery.payload
    body = payload["body"]
    if not delivery.is_letter and (link := full_link(payload["path"])):
        body = f"{body}\n\n{link}"
    try:
        message = plain_mail(
            payload["title"], body, sender=account.address, sender_name=account.name, to=to
        )
    except BadFactError as error:
        is_sender = error.fact == "sender"
        raise RefusedError(
            Problem.SENDER_REFUSED if is_sender else Problem.RECIPIENT_REFUSED, error.value
        ) from error
    message["Date"] = format_datetime(timezone.localtime(delivery.asked_at))
    message["Message-ID"] = payload["message_id"]
    if not delivery.is_letter:
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answer by a machine, please
    return message.as_bytes()


def own_address(channel: Channel, account: MailAccount) -> str:
    """Where a person's notices go: to their own account, or to the address they signed in with."""
    if channel.kind == Kind.OWN_MAIL:
        return account.address
    if not channel.owner.email:
        raise RefusedError(Problem.NO_CHANNEL)
    return channel.owner.email


def account_of(channel: Channel) -> MailAccount:
    """The account that this channel sends through. Raises RefusedError."""
    if channel.kind == Kind.OWN_MAIL:
        return mail_account(unseal(channel.owner_id, channel.sealed))
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    security = Security.TLS if settings.EMAIL_USE_SSL else Security.NONE
    server = MailServer(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        security=Security.STARTTLS if settings.EMAIL_USE_TLS else security,
        username=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
    )
    return MailAccount(address, name or "yokame", server)
