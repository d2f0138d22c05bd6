"""The packaged facts, each with its grade and its sources."""

from yokame.priors.errors import PriorsError
from yokame.priors.reading import Priors, read_help_lines, read_priors
from yokame.priors.values import (
    Delay,
    HelpLine,
    Inquiry,
    LikelihoodRatio,
    Lognormal,
    Origin,
    OthersRule,
    PassRate,
    Share,
    SignalRule,
    SlowSeason,
    Tail,
)

__all__ = [
    "Delay",
    "HelpLine",
    "Inquiry",
    "LikelihoodRatio",
    "Lognormal",
    "Origin",
    "OthersRule",
    "PassRate",
    "Priors",
    "PriorsError",
    "Share",
    "SignalRule",
    "SlowSeason",
    "Tail",
    "read_help_lines",
    "read_priors",
]
