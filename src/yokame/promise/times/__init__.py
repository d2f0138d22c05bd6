"""From words to times: the grammar of days, counts and ranges, and what stands behind them."""
