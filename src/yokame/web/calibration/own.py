"""One's own past answers as the page tells them: in counts first, in scores for who wants them."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from yokame.forecast import FEWEST_WAITS, DateScore, ReliabilityRow, Scores
from yokame.tracker.past_answers import PastAnswers
from yokame.web.drawings.reliability import Diagram, Said, diagram
from yokame.web.drawings.score_lines import ScoreLines, score_lines
from yokame.wording import Language, say_people

# What saying "even" each time would score.
_EVEN_BRIER, _EVEN_LOG_LOSS = 0.25, 0.6931


@dataclass(frozen=True)
class SaidRow:
    """Waits that were told a chance in this part: how many, how many passed, how many as told."""

    told: str
    n_waits: int
    n_passed: int
    as_told: int


@dataclass(frozen=True)
class MonthRow:
    """The scores of one month's answers."""

    month: str
    n_waits: int
    brier: str
    log_loss: str


@dataclass(frozen=True)
class Own:
    """What the page says of one's own answers."""

    past: PastAnswers
    lang: Language

    fewest = FEWEST_WAITS

    @property
    def n_waits(self) -> int:
        """Waits whose answers met their word."""
        return self.past.calibration.n_waits

    @property
    def n_passed(self) -> int:
        """Those of them that passed."""
        return self.past.calibration.n_passed

    @property
    def scores(self) -> Scores | None:
        """None while there are too few waits to speak of any."""
        return self.past.calibration.scores

    @property
    def dates(self) -> DateScore | None:
        """None while too few waits have a day of word that is known."""
        return self.past.calibration.dates

    @property
    def verdict(self) -> str:
        """How the share that passed stands to what was told, and how far one can tell."""
        if self.scores is None:
            return ""
        if self.scores.mean_prob < self.scores.low:
            return _("通ったのは、お伝えした見込みより多めでした。")
        if self.scores.mean_prob > self.scores.high:
            return _("通ったのは、お伝えした見込みより少なめでした。見込みのほうが高すぎたのです。")
        return _("いまのところ、お伝えした見込みと実際とのあいだに、ずれは見えません。")

    @property
    def told_people(self) -> str:
        """The mean chance that was told, as people out of 100."""
        return say_people(self.scores.mean_prob, self.lang) if self.scores else ""

    @property
    def passed_in_100(self) -> tuple[int, int]:
        """The 80 % interval of the share that passed, in waits out of 100."""
        return (_in_100(self.scores.low), _in_100(self.scores.high)) if self.scores else (0, 0)

    @cached_property
    def rows(self) -> list[SaidRow]:
        """The table behind the diagram."""
        return [_said_row(row) for row in self.scores.rows] if self.scores else []

    @property
    def example(self) -> SaidRow | None:
        """The part of the chances in which most waits were."""
        return max(self.rows, key=lambda row: row.n_waits, default=None)

    @cached_property
    def diagram(self) -> Diagram:
        """The reliability diagram."""
        rows = self.scores.rows if self.scores else ()
        return diagram([Said(r.prob, r.share, r.low, r.high, r.n_waits) for r in rows])

    @cached_property
    def months(self) -> list[MonthRow]:
        """The scores month by month."""
        return [
            MonthRow(
                f"{one.month.year}/{one.month.month}",
                one.n_waits,
                two_digits(one.brier),
                two_digits(one.log_loss),
            )
            for one in (self.scores.months if self.scores else ())
        ]

    @property
    def lines(self) -> list[tuple[str, str, ScoreLines]]:
        """Brier and log-loss over the months, each with an id and a name; from two months on."""
        months = self.scores.months if self.scores else ()
        if len(months) < 2:
            return []
        names = [f"{one.month.year}/{one.month.month}" for one in months]
        even = [_EVEN_BRIER] * len(months), [_EVEN_LOG_LOSS] * len(months)
        brier = score_lines(names, [one.brier for one in months], even[0])
        log_loss = score_lines(names, [one.log_loss for one in months], even[1])
        return [("brier", _("ブライア点"), brier), ("log-loss", _("対数損失"), log_loss)]

    @property
    def brier(self) -> str:
        """Mean Brier score."""
        return two_digits(self.scores.brier) if self.scores else ""

    @property
    def log_loss(self) -> str:
        """Mean log-loss."""
        return two_digits(self.scores.log_loss) if self.scores else ""

    @property
    def parts(self) -> tuple[tuple[str, str, str], ...]:
        """The parts of the Brier score: name, value, what it means."""
        if self.scores is None:
            return ()
        one = self.scores
        return (
            (_("ずれ"), two_digits(one.miscalibration), _("小さいほど、言った割合どおり")),
            (_("見分け"), two_digits(one.discrimination), _("大きいほど、通る待ちを見分けた")),
            (_("先の読めなさ"), two_digits(one.uncertainty), _("はじめからある、運のぶん")),
        )

    @property
    def days_in_100(self) -> int:
        """How many of 100 ranges of days held the day of word."""
        return _in_100(self.dates.coverage) if self.dates else 0

    @property
    def miss_days(self) -> int:
        """How far the middle day was off, in whole days."""
        return round(self.dates.mean_miss_days) if self.dates else 0


def two_digits(score: float) -> str:
    """A score as the tables show it, a point in every language."""
    return f"{score:.2f}"


def _in_100(share: float) -> int:
    return round(100 * share)


def _said_row(row: ReliabilityRow) -> SaidRow:
    told = _("100人中%(low)d〜%(high)d人") % {
        "low": _in_100(row.from_prob),
        "high": _in_100(row.to_prob),
    }
    return SaidRow(told, row.n_waits, row.n_passed, round(row.prob * row.n_waits))
