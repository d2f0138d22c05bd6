"""Words to tap, and whole questions to try."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import QueryDict
from django.utils.translation import gettext as _

from yokame.promise import on_or_after_business_day
from yokame.reports import Stage, Track
from yokame.web.links import page_url


@dataclass(frozen=True)
class Sample:
    """A question that somebody might have, as a link."""

    title: str
    url: str


def sayings() -> list[str]:
    """What employers say, to tap instead of typing."""
    return [
        _("1週間以内に連絡します"),
        _("合格者のみ1週間以内に連絡します"),
        _("合否にかかわらず5営業日以内に連絡します"),
        _("来週中にお電話します"),
        _("追って連絡します"),
    ]


def samples(today: date) -> list[Sample]:
    """Three waits to look at, dated so that they are always some days old."""
    return [
        _sample(_("最終面接から5日"), sayings()[0], today - timedelta(days=5), Stage.FINAL),
        _sample(_("合格者のみ、9日たった"), sayings()[1], today - timedelta(days=9), Stage.FIRST),
        _sample(_("アルバイトの面接から4日"), "", today - timedelta(days=4), None, Track.PART_TIME),
    ]


def _sample(
    title: str, said: str, held: date, stage: Stage | None, track: Track = Track.NEW_GRAD
) -> Sample:
    query = QueryDict(mutable=True)
    query.update({"said": said, "held": on_or_after_business_day(held).isoformat()})
    query.update({"track": track, "stage": stage or ""})
    return Sample(title, page_url(query))
