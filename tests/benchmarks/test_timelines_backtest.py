"""Each season from the earlier ones, and the metrics it is scored by."""

import numpy as np
import pandas as pd

from benchmarks.timelines.backtest import macro, score_season


def test_a_season_is_scored_from_the_earlier_ones_only(timelines: pd.DataFrame) -> None:
    rows = timelines.assign(dataset="lsdata_t11")
    later = rows[rows.season == 2014].assign(outcome="accepted")
    turned = pd.concat([rows[rows.season < 2014], later])

    found = score_season(rows, "lsdata_t11", 2013)
    with_other_future = score_season(turned, "lsdata_t11", 2013)

    assert found == with_other_future
    assert found.live_log_loss < np.log(2)
    assert found.log_loss < np.log(2)
    assert 0.7 < found.coverage < 0.9  # 80 %, and four standard errors of 400 waits
    assert macro([found]) == found.log_loss
