"""Regular expressions that are compiled when they are first needed.

Compiling all of them takes longer than reading a sentence, and the command line starts cold.
"""

import re
from functools import cached_property


class Pattern:
    """One regular expression, with the two ways in which the reader asks it."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def match(self, text: str, place: int = 0) -> re.Match[str] | None:
        """What stands at `place`."""
        return self._compiled.match(text, place)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it stands."""
        return self._compiled.search(text)
