"""What a statistician would otherwise pick, beside yokame: `python -m benchmarks.timelines peers`.

A peer is a function that learns from the history of one set and gives a `Learned`, which answers
questions; each has a module of its own, whose docstring says what was tuned and how.
"""
