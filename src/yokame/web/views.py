"""The one page: the question, and beside it the answer."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from yokame.accounts.queries import Person
from yokame.forecast import Model
from yokame.reports import Stage, Track
from yokame.tracker.model_in_use import model_in_use
from yokame.tracker.queries import has_applications
from yokame.web.examples import samples, sayings
from yokame.web.form import AskForm
from yokame.web.language import LANGUAGES, in_their_language
from yokame.web.links import carries_question, page_url
from yokame.web.sheet import Sheet
from yokame.wording import Language

_JAPAN = ZoneInfo("Asia/Tokyo")
_A_WEEK = timedelta(days=7)


def today_in_japan() -> date:
    """The day it is where the employers are."""
    return timezone.localdate(timezone=_JAPAN)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def ask(request: HttpRequest) -> HttpResponse:
    """Show the form; answer what was posted, or what the link carries. Nothing is kept.

    Whoever keeps a ledger and asks nothing is sent to their day.
    """
    if request.method != "POST" and not request.GET and _keeps_a_ledger(request):
        return redirect("web:today")
    today = today_in_japan()
    lang = Language(get_language() or "ja")
    typed = _typed(request)
    model = model_in_use()
    form = AskForm(
        typed or None,
        initial=_defaults(today),
        today=today,
        lang=lang,
        trades=model.lessons.industries if model.lessons else None,
    )
    # htmx swaps the part that the full page includes, and the links to the other language.
    template = "web/_swap.html" if request.headers.get("HX-Request") else "web/page.html"
    other_lang = next(code for code in LANGUAGES if code != lang)
    context = {
        "form": form,
        "sheet": _sheet(form, typed, lang, model) if typed else None,
        "lang": lang,
        "other_lang": other_lang,
        "other_language_url": page_url(typed, lang=other_lang),
        "sayings": sayings(),
        "samples": samples(today),
        "priors_made_on": model.priors.made_on,
    }
    return render(request, template, context)


def _keeps_a_ledger(request: HttpRequest) -> bool:
    person = request.user
    return isinstance(person, Person) and has_applications(person)


def _typed(request: HttpRequest) -> QueryDict:
    """What was asked; empty for a first visit. A tapped example takes the place of the words."""
    if request.method == "POST":
        typed = request.POST.copy()
        if example := typed.get("example"):
            typed["said"] = example
    elif carries_question(request.GET):
        typed = request.GET.copy()
    else:
        return QueryDict(mutable=True)
    typed.setdefault("track", Track.NEW_GRAD)
    typed.setdefault("stage", Stage.INTERVIEW)
    return typed


def _defaults(today: date) -> dict[str, Any]:
    """A wait of a week for a new graduate's interview: what most people come with."""
    return {"held": today - _A_WEEK, "track": Track.NEW_GRAD, "stage": Stage.INTERVIEW}


def _sheet(form: AskForm, typed: QueryDict, lang: Language, model: Model) -> Sheet | None:
    if not form.is_valid() or form.question is None:
        return None
    return Sheet(
        question=form.question,
        answer=model.answer(form.question),
        lang=lang,
        said=form.cleaned_data["said"],
        link=page_url(typed),
        shows_numbers=not form.cleaned_data["hide_numbers"],
    )
