"""Whatever few reports there are, an answer from them holds together."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.forecast.teaching import AOZORA, Told, trained
from yokame.forecast import Question
from yokame.reports import Stage, Track
from yokame.reports.table import Word

pytestmark = pytest.mark.slow

REPORTS = st.lists(
    st.builds(
        Told,
        word=st.sampled_from(Word),
        days=st.floats(0, 200),
        count=st.sampled_from([0.2, 1.0, 7.0, 5000.0]),
        followed=st.booleans(),
        employer=st.sampled_from(["青空商事", "花丸商事", ""]),
        industry=st.sampled_from(["商社", "IT", ""]),
        stage=st.sampled_from([str(stage) for stage in Stage]),
        size=st.sampled_from([0, 20, 300, 5000]),
        held=st.dates(date(2023, 1, 5), date(2026, 11, 20)),
        track=st.sampled_from([str(track) for track in Track]),
    ),
    min_size=1,
    max_size=12,
)
QUESTIONS = st.builds(
    lambda stage, track, days, employer, industry, size: replace(
        AOZORA,
        stage=stage,
        track=track,
        today=AOZORA.held + timedelta(days=days),
        employer=employer,
        industry=industry,
        size=size,
    ),
    st.sampled_from(Stage),
    st.sampled_from(Track),
    st.sampled_from([0, 1, 7, 30, 400]),
    st.sampled_from(["青空商事", "緑野システム", ""]),
    st.sampled_from(["商社", "漁業", ""]),
    st.sampled_from([None, 20, 5000]),
)


@given(REPORTS, st.lists(QUESTIONS, min_size=1, max_size=4))
# making a failing example smaller would take minutes: each asks for a fit
@settings(max_examples=25, phases=[Phase.generate])
def test_chances_are_chances_and_dates_are_in_order(
    told: list[Told], asked: list[Question]
) -> None:
    model = trained(told)

    for question in asked:
        answer = model.answer(question)

        assert 0 < answer.passed.low <= answer.passed.prob <= answer.passed.high < 1
        by_date = np.append(answer.word.today_prob, answer.word.by_date_prob)
        assert np.all((by_date >= 0) & (by_date <= 1))
        assert np.all(np.diff(by_date) >= 0)
        assert by_date[-1] + answer.word.never_prob <= 1 + 1e-9
        assert np.all((answer.path_prob > 0) & (answer.path_prob < 1))
        assert answer.word.low_on <= answer.word.median_on <= answer.word.high_on
        total = sum(row.points for row in answer.evidence)
        assert total == pytest.approx(100 * answer.passed.prob, abs=1e-9)
