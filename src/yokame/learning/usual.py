"""How far groups usually lie apart: what a taught fit expects of its levels before any report.

The priors' `low` and `high` say that employers differ by about .75 in log-odds in all; how that is
shared out among the levels is judgement, and data outweigh it.
"""

from yokame.learning.teaching_cells import CURVE_BLOCKS
from yokame.stats import Drift

# From a level to the sd of its effects in log-odds, and how many groups that knowledge is worth.
Usual = dict[str, tuple[float, float]]

OF_CHANCE: Usual = {
    "size": (0.2, 3.0),
    "industry": (0.3, 5.0),
    "employer": (0.5, 10.0),
    "stage × size": (0.15, 3.0),
    "stage × industry": (0.2, 5.0),
    "employer × stage": (0.35, 10.0),
    "season of employer": (0.2, 10.0),
}
# The change with silence moves less than the whole, and so do single parts of a delay curve.
OF_CHANGE: Usual = {name: (0.5 * sd, n) for name, (sd, n) in OF_CHANCE.items()}
_BLOCK_PARTS = dict(zip(CURVE_BLOCKS, (1.0, 0.4, 0.25), strict=True))
OF_CURVES: Usual = {
    prefix + name: (sd * part, n)
    for prefix, part in _BLOCK_PARTS.items()
    for name, (sd, n) in {**OF_CHANCE, "stage": (0.4, 5.0)}.items()
}
# The observations that the priors are worth hold a stage; its own strength only lets it go.
FREE_SD = 2.5
# A base that stays where the priors are: only levels move.
HELD_SD = 1e-6


def no_more_than_usual(usual: Usual) -> dict[str, float | Drift]:
    """Every level at its usual strength, and no drift: what is open before a report."""
    drifts = ("drift of all", "drift of stage", "drift of industry")
    return dict.fromkeys(drifts, Drift(0.0, 0.0)) | {name: sd for name, (sd, _) in usual.items()}
