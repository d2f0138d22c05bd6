"""Settings, API tokens, and leaving."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_not_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from yokame.accounts import actions, leaving, queries
from yokame.accounts.tokens import Scope
from yokame.web.language import in_their_language, remember
from yokame.web.ledger import ledger_context, ledger_page
from yokame.web.settings_forms import PAGES, SENDER, TIMES, LeaveForm, SettingsForm, TokenForm
from yokame.web.views import today_in_japan

ARCHIVE_NAME = "yokame-{day}.zip"
_page = require_http_methods(["GET", "HEAD", "POST"])


@_page
@ledger_page
def settings(request: HttpRequest) -> HttpResponse:
    """What a person chose; sent, it is kept."""
    person = queries.person_of(request)
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=person)
    if form.is_valid():
        actions.change_settings(person, **form.cleaned_data)
        response: HttpResponse = redirect(f"{reverse('web:settings')}?saved=1")
        remember(response, request, person.language)
        return response
    named = {"sender": SENDER, "pages": PAGES, "times": TIMES}
    parts = {part: [form[name] for name in names] for part, names in named.items()}
    context = {"form": form, "parts": parts, "is_saved": "saved" in request.GET}
    return _rendered(request, "web/settings.html", context, form)


@_page
@ledger_page
def tokens(request: HttpRequest) -> HttpResponse:
    """A person's API tokens; a new one is shown here, once."""
    person = queries.person_of(request)
    form, made = TokenForm(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        made = actions.make_token(
            person,
            name=form.cleaned_data["name"],
            scope=Scope(form.cleaned_data["scope"]),
            today=today_in_japan(),
        )
        form = TokenForm()
    context = {"form": form, "made": made, "tokens": queries.tokens_of(person)}
    return _rendered(request, "web/settings_tokens.html", context, form)


@require_POST
def revoke_token(request: HttpRequest, token_id: int) -> HttpResponse:
    """Make a token useless, at once and for good."""
    token = get_object_or_404(queries.tokens_of(queries.person_of(request)), pk=token_id)
    actions.revoke_token(token)
    return redirect("web:tokens")


@require_GET
def take_along(request: HttpRequest) -> HttpResponse:
    """Everything that is a person's, as one file."""
    packed = leaving.archive(queries.person_of(request))
    name = ARCHIVE_NAME.format(day=today_in_japan().isoformat())
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(
        packed, content_type="application/zip", headers={"Content-Disposition": disposition}
    )


@_page
@ledger_page
def leave(request: HttpRequest) -> HttpResponse:
    """Take everything along; then, if it is sent with its box ticked, remove everything."""
    person = queries.person_of(request)
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.leave(person)
        return redirect("web:left")
    return _rendered(request, "web/settings_leave.html", {"form": form}, form)


@login_not_required
@require_GET
@in_their_language
def left(request: HttpRequest) -> HttpResponse:
    """Nothing of the person is left."""
    return render(request, "web/settings_left.html")


def _rendered(
    request: HttpRequest, template: str, context: Mapping[str, object], form: BaseForm
) -> HttpResponse:
    """A page of the settings; 422 where its form was sent with a mistake."""
    layout = ledger_context(request, today_in_japan())
    return render(request, template, {**layout, **context}, status=422 if form.errors else 200)
