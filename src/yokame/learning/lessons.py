"""What a model found out, level by level: how far employers lie apart, what drifts."""

from collections.abc import Iterator
from dataclasses import dataclass

from yokame.learning.model import LearnedModel
from yokame.learning.taught import Taught
from yokame.stats import PooledOdds
from yokame.stats.local_level import Drift

_CURVE = "curve, "
_DRIFT, _SEASON = "drift of ", "season of "
_BY_PRIORS = ("lasting", ("stage",))


@dataclass(frozen=True)
class Lesson:
    """How far the groups of a level lie apart, as the sd of their effects in log-odds.

    `about`: `chance` of a pass, or `delay` of word. `level`: the keys of the level. `kind`:
    `lasting`; `season` for what is a season's own; `drift` for a step from one to the next.
    """

    about: str
    kind: str
    level: tuple[str, ...]
    sd: float


def lessons_of(model: LearnedModel | Taught) -> tuple[Lesson, ...]:
    """All levels that were looked at, in the order of the fit.

    How far stages lie apart is no lesson where the priors say it.
    """
    if isinstance(model, Taught):
        fits = [("chance", model.chance.often), ("delay", model.delay)]
        found = [lesson for about, fit in fits for lesson in _lessons(about, fit)]
        return tuple(lesson for lesson in found if (lesson.kind, lesson.level) != _BY_PRIORS)
    # the members differ in their clocks alone
    chance, delay = model.chance.pooled.members[0], model.delay.members[0]
    fits = [("chance", chance.fit), ("delay", delay.fits[0])]
    return tuple(lesson for about, fit in fits for lesson in _lessons(about, fit))


def _lessons(about: str, fit: PooledOdds) -> Iterator[Lesson]:
    for name, strength in fit.strengths.items():
        whole = name.removeprefix(_CURVE)
        if ", " in whole:  # a part of a delay curve
            continue
        sd = strength.step_sd if isinstance(strength, Drift) else strength
        kind = "lasting"
        for prefix, its_kind in ((_DRIFT, "drift"), (_SEASON, "season")):
            if whole.startswith(prefix):
                kind, whole = its_kind, whole.removeprefix(prefix)
        yield Lesson(about, kind, tuple(whole.split(" × ")), float(sd))
