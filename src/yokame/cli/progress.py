"""How far a long call has got, on stderr, where somebody is looking."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from yokame.cli.texts import say

Step = Callable[[str, int], None]


@contextmanager
def progress(lang: str, n_steps: int) -> Iterator[Step]:
    """Call what is given before each step with its name in [progress], and the steps done since.

    Nothing is printed where stderr is no terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _name, _done: None
        return
    with click.progressbar(length=n_steps, file=sys.stderr) as bar:

        def step(name: str, done: int) -> None:
            bar.label = say(lang, f"progress.{name}")
            bar.update(done)
            bar.render_progress()

        yield step
        step("done", n_steps - bar.pos)
