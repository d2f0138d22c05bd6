"""Which strength each level is to have: given, usual, or what the data make likeliest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from yokame.stats.fitted_odds import Strength
from yokame.stats.levels import Level, LevelSums
from yokame.stats.local_level import Drift, fit_drift
from yokame.stats.normal import FloatArray
from yokame.stats.strengths import best_strength
from yokame.stats.upward import LEAST_INFORMATION, coarser_vars, overlaps_by_row, upward

# The strength a level is expected to have before data, and how many groups that is worth.
Usual = tuple[Strength, float]


@dataclass(eq=False)
class Choice:
    """The strengths of a fit, those `given` and those chosen so far."""

    given: Mapping[str, Strength]
    usual: Mapping[str, Usual]
    strengths: dict[str, Strength] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.strengths = dict(self.given)

    def sd(self, level: Level, z: FloatArray, var: FloatArray, *, anew: bool) -> float:
        """The sd of a lasting level's effects, given z ~ N(effect, var), (n_rows, n_blocks)."""
        before = self.strengths.get(level.name)
        if before is None or (anew and level.name not in self.given):
            near = None if before is None else as_sd(before)
            self.strengths[level.name] = best_strength(z, var, near)
        return as_sd(self.strengths[level.name])

    def marginal_sd(
        self, level: Level, z: FloatArray, var: FloatArray, coarser_var: FloatArray
    ) -> float:
        """The same where finer effects are integrated out and coarser ones known but for a var."""
        usual = self.usual.get(level.name)
        if level.name not in self.strengths and usual is not None:
            self.strengths[level.name] = usual[0]  # until the effects are known roughly
        elif level.name not in self.given:
            expected = None if usual is None else (as_sd(usual[0]), usual[1])
            self.strengths[level.name] = best_strength(z, var, None, expected, coarser_var)
        return as_sd(self.strengths[level.name])

    def drift(self, level: Level, z: FloatArray, var: FloatArray, *, anew: bool) -> Drift:
        """The drift of a level, given z ~ N(effect, var), (n_groups * n_blocks, n_periods)."""
        if level.name not in self.strengths or (anew and level.name not in self.given):
            usual = self.usual.get(level.name)
            expected = None if usual is None else (as_drift(usual[0]), usual[1] * level.n_blocks)
            self.strengths[level.name] = fit_drift(z, var, expected)
        return as_drift(self.strengths[level.name])


class Marginal:
    """Strengths by the likelihood of each level alone, all other levels integrated out.

    Where finer effects are held at their estimates a level seems weaker than it is, for they have
    taken a part of it; and so it does where the coarser ones are, for they follow its mean.
    """

    def __init__(self, sums: Sequence[LevelSums], choice: Choice, at_risk: FloatArray) -> None:
        """`sums` come from coarse to fine."""
        self.sums, self.choice = sums, choice
        self.overlap = overlaps_by_row(sums, at_risk)
        self.coarser_var = [np.zeros((add.n_rows, add.level.n_blocks)) for add in sums]

    def choose(
        self,
        effects: Sequence[FloatArray],
        score: FloatArray,
        information: FloatArray,
        base_precision: FloatArray,
        *,
        drifts: bool,
    ) -> None:
        """Choose every strength that is not given, from the finest level on."""
        coarser = dict(zip(self.sums, self.coarser_var, strict=True))

        def chosen(add: LevelSums, z: FloatArray, var: FloatArray) -> Strength:
            level, inside = add.level, np.ones(len(z), bool)
            inside[add.outside] = False
            if level.period is not None:
                of_series = inside[:: add.n_periods].repeat(level.n_blocks)
                series, series_var = add.by_series(z)[of_series], add.by_series(var)[of_series]
                return self.choice.drift(level, series, series_var, anew=drifts)
            absorbed = coarser[add][inside]
            return self.choice.marginal_sd(level, z[inside], var[inside], absorbed)

        seen, known = upward(
            *(self.sums, effects, score, information), overlap=self.overlap, chosen=chosen
        )
        base_var = 1 / np.maximum(base_precision + known, LEAST_INFORMATION)
        self.coarser_var = coarser_vars(self.sums, seen, base_var, information, self.overlap)


def as_sd(strength: Strength) -> float:
    """The strength of a level without periods."""
    assert not isinstance(strength, Drift), "a level without periods has an sd"
    return strength


def as_drift(strength: Strength) -> Drift:
    """The strength of a level with periods."""
    assert isinstance(strength, Drift), "a level with periods has a Drift"
    return strength
