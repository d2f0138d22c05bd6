"""What was noticed, as a shift of the log-odds of a pass."""

from dataclasses import dataclass

import numpy as np

from yokame.stats.normal import FloatArray


@dataclass(frozen=True)
class LogOddsShift:
    """Sum of ln likelihood ratios: one part kept within a cap, one that counts whole.

    Each part is normal with the given mean and sd before the cap. Many independent ratios add
    up to this: sums of normals are normal.
    """

    capped_mean: float
    capped_sd: float
    cap_low: float
    cap_high: float
    whole_mean: float
    whole_sd: float

    def draws(self, capped_z: FloatArray, whole_z: FloatArray) -> FloatArray:
        """The shift under each pair of standard normal draws, shape (n_draws,)."""
        capped = np.clip(self.capped_mean + self.capped_sd * capped_z, self.cap_low, self.cap_high)
        return capped + self.whole_mean + self.whole_sd * whole_z


def shifted(pass_prob: FloatArray, shift: FloatArray) -> FloatArray:
    """logit^-1(logit p + shift), elementwise."""
    odds = pass_prob / (1 - pass_prob) * np.exp(shift)
    return odds / (1 + odds)
