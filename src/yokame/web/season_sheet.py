"""What the page of a season says and draws. Counts of one's own, never a rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from yokame.reports import Track
from yokame.reports.time_to_word import FEWEST_WITH_WORD, TimeToWord, ToldBy
from yokame.tracker.season import STAGES, Season, StageCount, Standing
from yokame.web.drawings.sankey import Direction, Sankey, sankey
from yokame.web.drawings.streams import Flow, Node, Tone
from yokame.web.season_words import helps, stage_names, standing_names
from yokame.wording import Language, label

_APPLIED = "applied"
_TONES = {
    Standing.OFFERED: Tone.GOOD,
    Standing.AHEAD: Tone.AHEAD,
    Standing.WAITING: Tone.WAITING,
    Standing.LEFT: Tone.LEFT,
    Standing.OVER: Tone.OVER,
}
_TOLD_AFTER_DAYS = (7, 14, 30)
# One application alone makes no stream.
_FEWEST_DRAWN = 2


@dataclass(frozen=True)
class Part:
    """A piece of a stage's bar: from `x`, as shares of all who applied."""

    tone: Tone
    name: str
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class StageRow:
    """One stage: how many ever came to it, where they are now, how long word took, what helps.

    `time` is empty until there is word enough to speak of it.
    """

    name: str
    n_reached: int
    parts: tuple[Part, ...]
    time: str
    helps: str


@dataclass(frozen=True)
class ToldRow:
    """How 100 waits stood by the end of a day."""

    days: int
    passed: int
    failed: int
    silent: int


@dataclass(frozen=True)
class SeasonSheet:
    """The page. `track` is the one that is counted; None for all."""

    season: Season
    track: Track | None
    lang: Language
    today: date

    @property
    def is_empty(self) -> bool:
        """Whether nothing was sent in yet."""
        return self.season.n_applied == 0

    @property
    def tracks(self) -> list[tuple[str, str, bool]]:
        """Value, name and whether it is chosen: to look at one track; none where there is one."""
        if len(self.season.tracks) < 2:
            return []
        one_by_one = [
            (str(one), label(one, self.lang), one is self.track) for one in self.season.tracks
        ]
        return [("", _("すべて"), self.track is None), *one_by_one]

    @cached_property
    def standings(self) -> list[tuple[Standing, str, int]]:
        """Where everybody stands, the open ends first; what nobody stands at is left out."""
        names = standing_names()
        counted = ((one, names[one], self.season.count(one)) for one in Standing)
        return [row for row in counted if row[2]]

    @cached_property
    def rows(self) -> list[StageRow]:
        """The stages that anyone came to."""
        return [self._row(stage) for stage in self.season.stages]

    def _row(self, stage: StageCount) -> StageRow:
        hint = helps(stage.stage) if stage.n_over else ""
        parts = tuple(self._parts(stage))
        return StageRow(
            label(stage.stage, self.lang),
            stage.n_reached,
            parts,
            _say_time(stage.time) if stage.time.is_enough else "",
            hint,
        )

    @property
    def legend(self) -> list[tuple[Tone, str]]:
        """The pieces of the bars that there are, each once."""
        names = {part.tone: part.name for row in self.rows for part in row.parts}
        return [(tone, names[tone]) for tone in Tone if tone in names]

    def _parts(self, stage: StageCount) -> Iterator[Part]:
        names, x = standing_names(), 0.0
        for tone, name, count in (
            (Tone.STAGE, _("先へ進んだ"), stage.n_went_on),
            (Tone.AHEAD, names[Standing.AHEAD], stage.n_ahead),
            (Tone.WAITING, names[Standing.WAITING], stage.n_waiting),
            (Tone.LEFT, names[Standing.LEFT], stage.n_left),
            (Tone.OVER, names[Standing.OVER], stage.n_over),
        ):
            if count:
                width = 100 * count / self.season.n_applied
                yield Part(tone, name, count, round(x, 2), round(width, 2))
                x += width

    @property
    def is_drawn(self) -> bool:
        """Whether there is enough to draw as streams."""
        return self.season.n_applied >= _FEWEST_DRAWN

    @cached_property
    def streams_down(self) -> Sankey:
        """The streams for a phone."""
        return self._streams(Direction.DOWN)

    @cached_property
    def streams_across(self) -> Sankey:
        """The streams for a desk, and for the picture to share."""
        return self._streams(Direction.ACROSS)

    def _streams(self, direction: Direction) -> Sankey:
        taken = [stage for stage in STAGES if stage in {row.stage for row in self.season.stages}]
        names, ends = stage_names(), standing_names()
        nodes = [
            Node(_APPLIED, _("応募"), 0, Tone.STAGE),
            *(Node(one, names[one], n, Tone.STAGE) for n, one in enumerate(taken, start=1)),
            *(Node(one, ends[one], len(taken) + 1, _TONES[one]) for one in Standing),
        ]
        flows = [Flow(step.start or _APPLIED, step.end, step.count) for step in self.season.steps]
        return sankey(nodes, flows, direction)

    @property
    def streams_said(self) -> str:
        """The drawing in one sentence, for those who do not see it."""
        ends = _("、").join(f"{name} {count}" for _standing, name, count in self.standings)
        stages = _("、").join(f"{row.name} {row.n_reached}" for row in self.rows)
        return _("応募%(n)d。進んだ選考：%(stages)s。いま：%(ends)s。") % {
            "n": self.season.n_applied,
            "stages": stages,
            "ends": ends,
        }

    @property
    def time(self) -> str:
        """How long word took over all stages."""
        return _say_time(self.season.time)

    @property
    def told(self) -> list[ToldRow]:
        """How all waits stood after some days, as far as any wait has gone."""
        if not self.season.time.is_enough:
            return []
        found = (self.season.time.told_by(days) for days in _TOLD_AFTER_DAYS)
        return [_told_row(row) for row in found if row]


def _told_row(row: ToldBy) -> ToldRow:
    """Whole counts that add up to a hundred."""
    passed, failed = round(100 * row.passed_prob), round(100 * row.failed_prob)
    return ToldRow(row.days, passed, failed, 100 - passed - failed)


def _say_time(time: TimeToWord) -> str:
    """The median with its range, or plainly that there is none yet."""
    n_waiting = time.n_waits - time.n_with_word
    if not time.is_enough:
        return _("連絡が%(n)d件たまると、かかった日数のまん中をお見せします。") % {
            "n": FEWEST_WITH_WORD
        }
    counted = {"n": time.n_waits, "waiting": n_waiting}
    if time.median_days is None:
        return _("まだ半分に届いていません（%(n)d件のうち%(waiting)d件が連絡なし）。") % counted
    median = _("連絡までの日数のまん中は%(days)d日") % {"days": time.median_days}
    return median + _range(time) + _counted(n_waiting)


def _range(time: TimeToWord) -> str:
    low = time.median_days if time.low_days is None else time.low_days
    if time.high_days is None:
        return _("（幅は%(low)d日から。上はまだわかりません）") % {"low": low}
    if low == time.high_days:
        return ""
    return _("（幅は%(low)d〜%(high)d日）") % {"low": low, "high": time.high_days}


def _counted(n_waiting: int) -> str:
    if not n_waiting:
        return _("。")
    return _("。まだ連絡のない%(n)d件も数えています。") % {"n": n_waiting}
