from yokame.reports import Outcome
from yokame.reports.time_to_word import TimeToWord, ToldBy, Waited, time_to_word


def after(*waits: tuple[int, Outcome]) -> TimeToWord:
    return time_to_word([Waited(days, word) for days, word in waits])


def test_those_who_still_wait_move_the_median() -> None:
    told = [(3, Outcome.PASS), (5, Outcome.FAIL), (6, Outcome.PASS)]

    alone = after(*told)
    among_others = after(*told, (9, Outcome.NONE), (12, Outcome.NONE))

    assert alone.median_days == 5
    assert among_others.median_days == 6
    assert (among_others.n_waits, among_others.n_with_word) == (5, 3)


def test_a_median_not_reached_yet_is_told_apart_from_too_little_word() -> None:
    one = after((3, Outcome.PASS), (9, Outcome.NONE))
    three = after(*[(3, Outcome.PASS)] * 3, *[(9, Outcome.NONE)] * 5)

    assert (one.is_enough, one.median_days) == (False, None)
    assert (three.is_enough, three.is_reached) == (True, False)


def test_an_end_of_the_range_that_is_not_known_is_none() -> None:
    found = after((3, Outcome.PASS), (5, Outcome.FAIL), (7, Outcome.PASS))

    assert found.median_days == 5
    assert found.low_days == 3
    assert found.high_days is None


def test_each_day_on_which_word_came_says_how_all_waits_stood() -> None:
    found = after((3, Outcome.PASS), (5, Outcome.FAIL), (7, Outcome.NONE), (7, Outcome.NONE))

    assert [row.days for row in found.by_day] == [3, 5]
    last = found.by_day[-1]
    assert (last.passed_prob, last.failed_prob, last.silent_prob) == (0.25, 0.25, 0.5)


def test_no_wait_is_no_mistake() -> None:
    assert after() == TimeToWord(0, 0, None, None, None, (), 0)


def test_how_the_waits_stood_is_told_as_far_as_any_wait_has_gone() -> None:
    found = after((3, Outcome.PASS), (10, Outcome.NONE))

    assert found.told_by(2) == ToldBy(2, 0.0, 0.0, 1.0)
    assert found.told_by(7) == ToldBy(7, 0.5, 0.0, 0.5)
    assert found.told_by(11) is None
