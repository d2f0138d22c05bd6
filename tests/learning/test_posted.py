"""Posts of a running season as evidence: of one's own group, from before one's day."""

import numpy as np
import pytest

from tests.learning.made_reports import made_reports
from yokame.learning.grid import Grid
from yokame.learning.groups import Codes
from yokame.learning.posted import Evidence, usable
from yokame.reports.counts import count_in_memory, delay_counts
from yokame.reports.table import Reports, Waits

REPORTS = made_reports()
BEFORE = REPORTS.take(REPORTS.season < 2024)
DURING = usable(REPORTS.take(REPORTS.season == 2024))


def codes_of(reports: Reports) -> Codes:
    return Codes.learn(count_in_memory(reports, Grid.of(*delay_counts(reports)).edges))


def asked(days: float, n: int = 40) -> Waits:
    """The first waits of the season, silent for so long."""
    waits = {name: getattr(DURING.take(np.arange(n)), name) for name in Waits.__annotations__}
    return Waits(**waits | {"days": np.full(n, days)})


def test_nothing_is_said_of_a_group_that_nobody_ever_reported() -> None:
    east = BEFORE.employer.names.index("east trading")
    without = BEFORE.take(BEFORE.employer.code != east)
    evidence = Evidence.of(without, codes_of(without))
    waits = asked(30)
    of_east = waits.employer.code == waits.employer.names.index("east trading")

    features = evidence.features(waits, DURING)

    assert of_east.any()
    assert (features[of_east] == 0).all()
    assert features[~of_east].any(axis=1).all()


def test_posts_of_the_day_and_later_are_not_seen() -> None:
    evidence = Evidence.of(BEFORE, codes_of(BEFORE))
    earlier = DURING.take((DURING.reported - DURING.held).astype(int) < 10)

    seen = evidence.features(asked(10), DURING)

    assert 0 < len(earlier) < len(DURING)
    assert seen == pytest.approx(evidence.features(asked(10), earlier))


def test_evidence_is_finite_where_no_earlier_season_had_a_day_of_post() -> None:
    undated = Reports(**vars(BEFORE) | {"reported": np.full_like(BEFORE.reported, "NaT")})
    evidence = Evidence.of(undated, codes_of(undated))

    assert np.isfinite(evidence.features(asked(30), DURING)).all()
