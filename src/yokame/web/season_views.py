"""The page of a season, and its picture to share."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yokame.reports import Track
from yokame.tracker.season import season as read_season
from yokame.web.care import CARE
from yokame.web.ledger import ledger_context, ledger_page, person_of
from yokame.web.season_picture import Picture
from yokame.web.season_sheet import SeasonSheet
from yokame.web.views import today_in_japan
from yokame.wording import Language


@require_safe
@ledger_page
def season(request: HttpRequest) -> HttpResponse:
    """What became of all applications, or of those of one track."""
    sheet = _sheet(request)
    query = f"?track={sheet.track}" if sheet.track else ""
    context = {
        **ledger_context(request, sheet.today),
        "sheet": sheet,
        "care": CARE,
        "picture_url": reverse("web:season_picture") + query,
    }
    return render(request, "web/season.html", context)


@require_safe
@ledger_page
def season_picture(request: HttpRequest) -> HttpResponse:
    """The streams as an SVG file of its own. 404 while there is nothing to draw."""
    sheet = _sheet(request)
    if not sheet.is_drawn:
        raise Http404
    picture = {"picture": Picture(sheet)}
    return render(request, "web/season_picture.svg", picture, content_type="image/svg+xml")


def _sheet(request: HttpRequest) -> SeasonSheet:
    asked = request.GET.get("track")
    track = Track(asked) if asked in set(Track) else None
    today = today_in_japan()
    lang = Language(get_language() or "ja")
    return SeasonSheet(read_season(person_of(request), today, track), track, lang, today)
