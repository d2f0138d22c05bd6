"""yokame as an app on a phone: its manifest, its service worker, its page without a network."""

import functools
import hashlib
import json
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from yokame.accounts.queries import Person
from yokame.web.language import in_their_language

PERSON_HEADER = "Yokame-Person"
# Pages that can be read without a network, as they were last seen.
PAGES = ("/today/", "/board/", "/calendar/")
# Pages after which this browser may be somebody else's: signing in and out, and having left.
_ENDS = ("/account/", "/left/")
_SOURCE = Path(__file__).with_name("service_worker.js")
_PUSH = "web/push.js"


def person_key(person: Person) -> str:
    """What a page says of its owner to the service worker: nothing but that it is the same."""
    return salted_hmac("yokame.person", str(person.pk), algorithm="sha256").hexdigest()[:16]


@require_safe
@login_not_required
def service_worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The script, for every page of the house; it changes whenever a file that it keeps does."""
    facts = {
        "version": _version(),
        "files": static(""),
        "offline": reverse("web:offline"),
        "pages": PAGES,
        "ends": _ENDS,
    }
    lines = [f"const FACTS = {json.dumps(facts)};"]
    if finders.find(_PUSH):
        lines.append(f"importScripts({json.dumps(static(_PUSH))});")
    script = "\n".join([*lines, _SOURCE.read_text(encoding="utf-8")])
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@functools.cache
def _version() -> str:
    """Of all files that pages are made of, and of the script itself."""
    files = sorted((_SOURCE.parent / "static" / "web").rglob("*.*"))
    digest = hashlib.sha256()
    for file in [_SOURCE, *files]:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@require_safe
@login_not_required
@in_their_language
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """What a phone needs to put yokame beside its other apps."""
    icons = [
        {"src": static("web/mark.svg"), "sizes": "any", "type": "image/svg+xml"},
        *(_icon(size) for size in (192, 512)),
        {**_icon(512, "icon-maskable"), "purpose": "maskable"},
    ]
    shortcuts = [(_("ボード"), "/board/"), (_("暦"), "/calendar/"), (_("シーズン"), "/season/")]
    return JsonResponse(
        {
            "id": "/",
            "name": _("八日目 yokame"),
            "short_name": "yokame",
            "description": _("選考のあと、連絡を待つあいだに。"),
            "lang": "ja",
            "start_url": "/today/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#f8f3e9",
            "theme_color": "#f6f0e4",
            "icons": icons,
            "shortcuts": [{"name": name, "url": url} for name, url in shortcuts],
        },
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )


def _icon(size: int, name: str = "icon") -> dict[str, str]:
    file = static(f"web/{name}-{size}.png")
    return {"src": file, "sizes": f"{size}x{size}", "type": "image/png"}


@require_safe
@login_not_required
@in_their_language
def offline(request: HttpRequest) -> HttpResponse:
    """What is shown without a network, where nothing was kept."""
    return render(request, "web/offline.html")
