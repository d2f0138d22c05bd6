from datetime import date

import pytest

from yokame.forecast import Question
from yokame.forecast.noticed import noticed_in
from yokame.forecast.others import others_in
from yokame.priors import read_priors
from yokame.reports import HeardByOthers, Outcome, Stage, Track

HELD, TODAY = date(2026, 11, 13), date(2026, 11, 20)


def heard(stage: Stage = Stage.FIRST, held: date = HELD, on: date = TODAY) -> HeardByOthers:
    return HeardByOthers(stage, held, Outcome.PASS, on, count=2)


@pytest.mark.parametrize(
    ("track", "entry", "counts"),
    [
        (Track.NEW_GRAD, heard(on=date(2026, 11, 19)), True),
        (Track.NEW_GRAD, heard(on=TODAY), False),
        (Track.NEW_GRAD, heard(Stage.FINAL, on=date(2026, 11, 19)), False),
        (Track.NEW_GRAD, heard(held=date(2026, 11, 12), on=date(2026, 11, 19)), False),
        (Track.PART_TIME, heard(Stage.FINAL, on=date(2026, 11, 19)), True),
    ],
    ids=["same slot", "heard today", "other stage", "other day", "part-time has one stage"],
)
def test_others_count_where_they_wait_for_the_same_word(
    track: Track, entry: HeardByOthers, counts: bool
) -> None:
    question = Question(Stage.FIRST, held=HELD, today=TODAY, track=track, others=(entry,))

    others = others_in(question, read_priors().others)
    noticed = noticed_in(question, others.same_slot, read_priors())

    assert (entry in others.same_slot) is counts
    assert (entry in others.left_out) is not counts
    assert [signal.origin.name for signal in noticed.peers] == (
        ["signals.lr.peer_same_slot_passed"] if counts else []
    )
