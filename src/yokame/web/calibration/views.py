"""The page that tells how right the numbers were."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from yokame.forecast import known_scores
from yokame.tracker.past_answers import past_answers
from yokame.web.calibration.elsewhere import Elsewhere
from yokame.web.calibration.own import Own
from yokame.web.care import CARE
from yokame.web.ledger import ledger_context, ledger_page, person_of
from yokame.web.views import today_in_japan
from yokame.wording import Language


@require_safe
@ledger_page
def calibration(request: HttpRequest) -> HttpResponse:
    """One's own past answers against the word that came, and the estimator elsewhere."""
    known = known_scores()
    context = {
        **ledger_context(request, today_in_japan()),
        "own": Own(past_answers(person_of(request)), Language(get_language() or "ja")),
        "elsewhere": [Elsewhere(one) for one in known.sets],
        "made_on": known.made_on,
        "care": CARE,
    }
    return render(request, "web/calibration.html", context)
