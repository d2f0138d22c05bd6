"""Presses the buttons of a page as a browser without scripts does."""

import re

from django.http import HttpResponse

from tests.web.applications.owner import Owner
from tests.web.visitor import field, html


def press(owner: Owner, page: HttpResponse, starts: str, **headers: str) -> HttpResponse:
    """Press the first button whose value starts so, with the hidden fields of its form."""
    found = re.search(rf'name="move" value="({starts}[^"]*)"', html(page))
    assert found is not None, starts
    names = ("csrfmiddlewaretoken", "change", "next")
    hidden = {name: field(part_with(page, "move"), name) for name in names}
    return owner.post("/moves/", {**hidden, "move": found[1]}, **headers)


def part_with(page: HttpResponse, name: str) -> HttpResponse:
    """The form of the page that has buttons of this name, as if it were the page."""
    forms = re.findall(r"<form.*?</form>", html(page), re.DOTALL)
    return HttpResponse(
        next(form for form in forms if f'<button type="submit" name="{name}"' in form)
    )


def take_back(owner: Owner, page: HttpResponse) -> HttpResponse:
    """Press 「元に戻す」 and go on to where it leads."""
    [form] = re.findall(r'<form class="done".*?</form>', html(page), re.DOTALL)
    names = ("csrfmiddlewaretoken", "undo", "change", "next")
    part = HttpResponse(form)
    return owner.follow(owner.post("/undo/", {name: field(part, name) for name in names}))
