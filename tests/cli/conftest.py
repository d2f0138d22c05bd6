"""The command line at hand."""

import pytest

from tests.cli.calls import Caller


@pytest.fixture
def yokame(capsys: pytest.CaptureFixture[str]) -> Caller:
    """Call it like the program: `yokame("promise", "1週間以内", "--held", "11/13")`."""
    return Caller(capsys)
