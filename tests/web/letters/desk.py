"""A desk in a test: its form opened, its hidden fields and fields read, its buttons pressed."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html import unescape
from uuid import UUID

from django.http import HttpResponse

from tests.web.applications.owner import Owner
from tests.web.visitor import html

_INPUT = re.compile(r"<input ([^>]*)>")
_AREA = re.compile(r'<textarea [^>]*name="(\w+)"[^>]*>\n?(.*?)</textarea>', re.DOTALL)
_NAME, _VALUE = re.compile(r'name="(\w+)"'), re.compile(r'value="([^"]*)"')


def desk_url(uid: UUID, situation: str, **query: str) -> str:
    """The address of a desk."""
    more = "".join(f"&{name}={value}" for name, value in query.items())
    return f"/applications/{uid}/letters/new/?situation={situation}{more}"


def fields(page: HttpResponse) -> dict[str, str]:
    """What a browser would send of the desk's form, before anybody typed."""
    form = re.search(r'<form class="(?:letter-desk|review)".*?</form>', html(page), re.DOTALL)
    assert form is not None
    sent = {}
    for attributes in _INPUT.findall(form[0]):
        name, is_radio = _NAME.search(attributes), re.search(r'type="(radio|checkbox)"', attributes)
        if name and (not is_radio or " checked" in attributes):
            value = _VALUE.search(attributes)
            sent[name[1]] = unescape(value[1]) if value else ""
    sent |= {name: unescape(text) for name, text in _AREA.findall(form[0])}
    return sent


def press(owner: Owner, url: str, page: HttpResponse, do: str, /, **typed: str) -> HttpResponse:
    """Press a button of the desk, with something typed before."""
    return owner.post(url, {**fields(page), **typed, "do": do})


def swap(owner: Owner, url: str, page: HttpResponse, do: str, /, **typed: str) -> HttpResponse:
    """The same with htmx, which gets a part of the page."""
    return owner.post(url, {**fields(page), **typed, "do": do}, **{"HX-Request": "true"})


def body_of(page: HttpResponse) -> str:
    """The text in the field of the desk."""
    return fields(page)["body"]


def read_mail(message: bytes) -> EmailMessage:
    """A mail as a mail program reads it."""
    mail: EmailMessage = message_from_bytes(message, policy=default)
    return mail


def mail_text(mail: EmailMessage) -> str:
    """Its text, with the line ends of a page."""
    text: str = mail.get_content()
    return text.replace("\r\n", "\n").rstrip("\n")
