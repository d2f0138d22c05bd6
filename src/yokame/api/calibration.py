"""How right one's own past answers were, over HTTP."""

import json
from dataclasses import asdict
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from yokame.accounts.queries import person_of
from yokame.api.authentication import READS
from yokame.api.errors import JSON, only_keys
from yokame.api.shapes import ErrorShape, Share
from yokame.forecast import known_scores
from yokame.tracker.past_answers import past_answers

_ERRORS = dict.fromkeys((401, 403, 422, 429), ErrorShape)


class ReliabilityRowShape(Schema):
    """Waits that were told a chance from `from_prob` to `to_prob`, and how many had passed."""

    from_prob: Share
    to_prob: Share
    prob: Share
    n_waits: int
    n_passed: int
    share: Share
    low: Share
    high: Share


class MonthShape(Schema):
    """The answers of one month, named by its first day."""

    month: date
    n_waits: int
    brier: float
    log_loss: float


class ScoresShape(Schema):
    """Scores in which each wait counts once; `low` and `high` hold the share passed, 80 %."""

    mean_prob: Share
    low: Share
    high: Share
    brier: float
    log_loss: float
    ece: float
    miscalibration: float
    discrimination: float
    uncertainty: float
    rows: list[ReliabilityRowShape]
    months: list[MonthShape]


class DatesShape(Schema):
    """How well the days of word were met."""

    n_waits: int
    coverage: Share
    mean_miss_days: float
    pinball_days: float


class OwnShape(Schema):
    """One's own past answers. `scores` and `dates` are null with too few waits."""

    n_waits: int
    n_answers: int
    n_passed: int
    n_waiting: int
    n_never_told: int
    n_supposed: int
    scores: ScoresShape | None
    dates: DatesShape | None


class KnownRowShape(Schema):
    """Answers in a tenth of the chances."""

    chance: Share
    happened: Share
    n: int


class KnownSeasonShape(Schema):
    """One season, answered from the earlier ones; `base_*` says their share each time."""

    season: int
    n: int
    log_loss: float
    base_log_loss: float
    brier: float
    base_brier: float
    ece: float


class KnownSetShape(Schema):
    """One set of other people's waiting times."""

    name: str
    n: int
    n_waits: int
    log_loss: float
    base_log_loss: float
    brier: float
    base_brier: float
    ece: float
    seasons: list[KnownSeasonShape]
    reliability: list[KnownRowShape]


class ElsewhereShape(Schema):
    """How the estimator fared on other people's waiting times."""

    made_on: date
    what: str
    sets: list[KnownSetShape]


class CalibrationShape(Schema):
    """What the calibration page shows."""

    own: OwnShape
    elsewhere: ElsewhereShape


router = Router(tags=["ledger"])


@router.get(
    "/calibration",
    auth=READS,
    response={200: CalibrationShape, **_ERRORS},
    operation_id="calibration",
    summary="How right past answers were",
)
@only_keys()
def calibration(request: HttpRequest) -> HttpResponse:
    """One's own past answers against the word that came, and the estimator elsewhere."""
    past = past_answers(person_of(request))
    own = {
        **asdict(past.calibration),
        "n_waiting": past.n_waiting,
        "n_never_told": past.n_never_told,
        "n_supposed": past.n_supposed,
    }
    content = {"own": own, "elsewhere": asdict(known_scores())}
    text = json.dumps(content, ensure_ascii=False, cls=DjangoJSONEncoder)
    return HttpResponse(text, content_type=JSON)
