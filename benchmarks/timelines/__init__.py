"""Real waiting times, to learn from and to be judged on: `python -m benchmarks.timelines`.

Everything that knows the columns of the timelines lives here; the mathematics is `yokame.stats`.
"""
