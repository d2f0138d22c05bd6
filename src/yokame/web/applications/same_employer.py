"""Two names that are one employer: joined on a person's word, and taken apart again by undo."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from yokame.tracker import actions, queries
from yokame.web.applications.akin import other_names
from yokame.web.choices import NOT_OFFERED, Choice, choices_of
from yokame.web.ledger import go_on, ledger_context, ledger_page, pen_of


class SameEmployerForm(forms.Form):
    """Which of the other employers is the same, the likeliest first."""

    into = forms.ChoiceField(
        label=_("どの会社と同じですか"),
        widget=forms.RadioSelect,
        error_messages={"required": _("どれかを選んでください。"), "invalid_choice": NOT_OFFERED},
    )

    def __init__(self, typed: Any, offered: list[tuple[str, str]]) -> None:
        super().__init__(typed, use_required_attribute=False)
        self._offered = offered
        into = self.fields["into"]
        assert isinstance(into, forms.ChoiceField)
        into.choices = offered

    @property
    def choices(self) -> list[Choice]:
        """Radio buttons."""
        return choices_of(self["into"], self._offered)


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def same_employer(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose the other name of this application's employer, or write the choice."""
    pen = pen_of(request)
    row = queries.application(pen.owner, uid)
    if row is None:
        raise Http404
    known = queries.employers(pen.owner)
    likely = {other.key: other.name for other in other_names(row.employer, known)}
    offered = {**likely, **known}
    offered.pop(row.employer_key, None)
    form = SameEmployerForm(
        request.POST if request.method == "POST" else None, list(offered.items())
    )
    if form.is_valid():
        change = actions.join_employers(pen, row.employer_key, form.cleaned_data["into"])
        return go_on(reverse("web:application", args=[uid]), change)
    context = {
        **ledger_context(request, pen.today),
        "row": row,
        "form": form,
        "form_change": pen.change,
    }
    return render(request, "web/same_employer.html", context)
