"""What live posts are worth, by how many there are."""

import pandas as pd

from benchmarks.timelines.density import STEPS, worth_by_density


def test_every_question_is_in_one_class_of_density(timelines: pd.DataFrame) -> None:
    alone = timelines.assign(report_date=pd.NaT)

    found = worth_by_density(timelines.assign(t=0), seasons=(2013, 2014))
    unposted = worth_by_density(alone, seasons=(2014,))

    assert [row.posts for row in found] == sorted({row.posts for row in found})
    assert {row.posts for row in found} <= {0, *STEPS}
    # Nobody posted: all questions are in the first class, and nothing live is heard.
    assert [row.posts for row in unposted] == [0]
    assert unposted[0].without == unposted[0].with_live
