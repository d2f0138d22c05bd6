"""How far groups usually lie apart: what a taught fit expects of its levels before any report.

The priors' `low` and `high` say that employers differ by about .75 in log-odds in all; how that is
shared out among the levels is judgement, and data outweigh it. Drift is expected to be slow: what
lies off the priors in every period belongs to a stage, which the priors' own observations hold, and
must not pass them by as a drift.
"""

from yokame.learning.teaching_cells import CURVE_BLOCKS
from yokame.stats import Drift

# From a level to the sd of its effects in log-odds, and how many groups (of a drift: periods) that
# knowledge is worth.
Usual = dict[str, tuple[float | Drift, float]]

_LASTING = {
    "size": (0.2, 3.0),
    "industry": (0.3, 5.0),
    "employer": (0.5, 10.0),
    "stage × size": (0.15, 3.0),
    "stage × industry": (0.2, 5.0),
    "employer × stage": (0.35, 10.0),
    "season of employer": (0.2, 10.0),
}
_DRIFTING = {
    "drift of stage": (Drift(0.04, 0.1), 20.0),
    "drift of industry": (Drift(0.02, 0.0), 20.0),
}
OF_CHANCE: Usual = {**_DRIFTING, **_LASTING}
# The change with silence moves less than the whole, and so do single parts of a delay curve.
_CHANGE_PART = 0.5
_BLOCK_PARTS = dict(zip(CURVE_BLOCKS, (1.0, 0.4, 0.25), strict=True))
OF_CHANGE: Usual = {
    **dict.fromkeys(_DRIFTING, (Drift(0.02, 0.0), 20.0)),
    **{name: (_CHANGE_PART * sd, n) for name, (sd, n) in _LASTING.items()},
}
OF_CURVES: Usual = {
    **{CURVE_BLOCKS[0] + name: usual for name, usual in _DRIFTING.items()},
    **{
        prefix + name: (sd * part, n)
        for prefix, part in _BLOCK_PARTS.items()
        for name, (sd, n) in {**_LASTING, "stage": (0.4, 5.0)}.items()
    },
}
# The observations that the priors are worth hold a stage; its own strength only lets it go.
FREE_SD = 2.5
# A base that stays where the priors are: only levels move.
HELD_SD = 1e-6


def no_more_than_usual(usual: Usual) -> dict[str, float | Drift]:
    """Every level at its usual strength, and no drift: what is open before a report."""
    return {
        name: Drift(0.0, 0.0) if isinstance(strength, Drift) else strength
        for name, (strength, _) in usual.items()
    }
