"""What other people's waiting times say of the estimator, as the page tells it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from yokame.forecast import KnownSet
from yokame.web.calibration.own import two_digits
from yokame.web.drawings.reliability import Diagram, Said, diagram
from yokame.web.drawings.score_lines import ScoreLines, score_lines

# Of the tenths that were said, the page speaks of the one nearest to this.
_SPOKEN_OF = 0.7


@dataclass(frozen=True)
class SeasonRow:
    """One season's scores; each is followed by that of saying the earlier seasons' share."""

    season: int
    n: int
    brier: str
    base_brier: str
    log_loss: str
    base_log_loss: str


@dataclass(frozen=True)
class Elsewhere:
    """One set of waiting times."""

    known: KnownSet

    @property
    def name(self) -> str:
        """What was waited for."""
        names = {
            "gradcafe": _("大学院の合否（おもにアメリカ）"),
            "lsdata_t11": _("ロースクールの合否（アメリカ）"),
            "apa_journals": _("哲学の学術誌の査読"),
            "visa_i140": _("就労のための移民申請（アメリカ）"),
        }
        return names.get(self.known.name, self.known.name)

    @property
    def said_in_100(self) -> int:
        """The chance that the example speaks of, in people out of 100."""
        return round(100 * self._example.chance)

    @property
    def happened_in_100(self) -> int:
        """How many of a hundred it was."""
        return round(100 * self._example.share)

    @cached_property
    def _example(self) -> Said:
        return min(self._said, key=lambda one: abs(one.chance - _SPOKEN_OF))

    @cached_property
    def _said(self) -> list[Said]:
        return [
            Said(row.chance, row.happened, row.happened, row.happened, row.n)
            for row in self.known.reliability
        ]

    @cached_property
    def diagram(self) -> Diagram:
        """The reliability diagram."""
        return diagram(self._said)

    @property
    def said_rows(self) -> list[tuple[int, int, int]]:
        """The table behind it: said and happened out of 100, and how many answers."""
        return [(round(100 * s.chance), round(100 * s.share), s.n) for s in self._said]

    @property
    def log_loss(self) -> str:
        """Mean log-loss."""
        return two_digits(self.known.log_loss)

    @property
    def base_log_loss(self) -> str:
        """That of saying the earlier seasons' share each time."""
        return two_digits(self.known.base_log_loss)

    @property
    def seasons(self) -> list[SeasonRow]:
        """The scores season by season."""
        return [
            SeasonRow(
                one.season,
                one.n,
                two_digits(one.brier),
                two_digits(one.base_brier),
                two_digits(one.log_loss),
                two_digits(one.base_log_loss),
            )
            for one in self.known.seasons
        ]

    @property
    def lines(self) -> ScoreLines | None:
        """Log-loss over the seasons; from two seasons on."""
        seasons = self.known.seasons
        if len(seasons) < 2:
            return None
        return score_lines(
            [str(one.season) for one in seasons],
            [one.log_loss for one in seasons],
            [one.base_log_loss for one in seasons],
        )
