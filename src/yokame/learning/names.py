"""The names of what was learned from, numbered, and how many reports each employer has."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from yokame.learning.spellings import Families
from yokame.reports.counts import Counts
from yokame.reports.table import Coded, Waits
from yokame.stats import FloatArray, IntArray

# Reports per season from which an employer counts as of the next class of volume.
_VOLUME_STEPS = (0.25, 0.75, 2.0, 5.0, 15.0, 50.0)


@dataclass(frozen=True, eq=False)
class Names:
    """Names in alphabetical order; a name's number is its place.

    `volume`, `family_volume`: reports a season of each employer and of each family of spellings;
    `least`: of an employer nobody told of.
    """

    families: Families
    employers: tuple[str, ...]
    volume: FloatArray
    family_names: tuple[str, ...]
    family_volume: FloatArray
    industries: tuple[str, ...]
    stages: tuple[str, ...]
    least: float

    @classmethod
    def of(cls, counts: Counts) -> "Names":
        """Number the names of counts."""
        n_seasons = float(np.unique(counts.season).size)
        weights = np.bincount(counts.employer.code, counts.count, len(counts.employer.names))
        by_name = {
            name: float(n) for name, n in zip(counts.employer.names, weights, strict=True) if n
        }
        families = Families.learn(by_name)
        by_family: dict[str, float] = {}
        for name, n in zip(families.of(list(by_name)), by_name.values(), strict=True):
            by_family[str(name)] = by_family.get(str(name), 0.0) + n
        employers, family_names = tuple(sorted(by_name)), tuple(sorted(by_family))
        return cls(
            families=families,
            employers=employers,
            volume=np.array([by_name[name] / n_seasons for name in employers]),
            family_names=family_names,
            family_volume=np.array([by_family[name] / n_seasons for name in family_names]),
            industries=tuple(sorted(_present(counts.industry))),
            stages=tuple(sorted(set(stages_of(counts)[0]))),
            least=1.0 / n_seasons,
        )

    def of_employers(self, names: Sequence[str]) -> dict[str, IntArray]:
        """Number, family and the classes of volume of employers by name, each (n_names,)."""
        employer = _numbers(names, self._employer)
        family = _numbers(self.families.of(names), self._family)
        return {
            "employer": employer,
            "family": family,
            "volume": self._volume_class(self.volume, employer),
            "family_volume": self._volume_class(self.family_volume, family),
        }

    def of_industries(self, names: Sequence[str]) -> IntArray:
        """The numbers of industries."""
        return _numbers(names, self._industry)

    def of_stages(self, names: Sequence[str]) -> IntArray:
        """The numbers of stages in their tracks."""
        return _numbers(names, self._stage)

    def _volume_class(self, volume: FloatArray, number: IntArray) -> IntArray:
        known = np.where(number >= 0, volume[np.maximum(number, 0)], self.least)
        return np.searchsorted(_VOLUME_STEPS, known, side="right").astype(np.int64)

    @cached_property
    def _employer(self) -> dict[str, int]:
        return _numbered(self.employers)

    @cached_property
    def _family(self) -> dict[str, int]:
        return _numbered(self.family_names)

    @cached_property
    def _industry(self) -> dict[str, int]:
        return _numbered(self.industries)

    @cached_property
    def _stage(self) -> dict[str, int]:
        return _numbered(self.stages)


def stages_of(rows: Waits | Counts) -> tuple[list[str], IntArray]:
    """The stages with their tracks, and which each row has."""
    joint, which = np.unique(
        rows.track.code * len(rows.stage.names) + rows.stage.code, return_inverse=True
    )
    tracks, stages = np.divmod(joint, len(rows.stage.names))
    names = [
        f"{rows.track.names[track]}.{rows.stage.names[stage]}"
        for track, stage in zip(tracks, stages, strict=True)
    ]
    return names, which.ravel()


def _numbered(names: Sequence[str]) -> dict[str, int]:
    return {name: index for index, name in enumerate(names)}


def _numbers(names: Sequence[str | None], numbered: dict[str, int]) -> IntArray:
    return np.array([-1 if name is None else numbered.get(name, -1) for name in names], np.int64)


def _present(column: Coded) -> list[str]:
    return [column.names[code] for code in np.unique(column.code)]
