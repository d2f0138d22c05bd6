"""The streams of a season as a picture to share: one file, its own ground, no employer's name."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from yokame.web.drawings.sankey import Bar
from yokame.web.drawings.streams import Tone
from yokame.web.season_sheet import SeasonSheet
from yokame.wording import say_day

WIDTH = 1200
_MARGIN, _HEAD, _FOOT = 40, 128, 64
_LARGEST_SCALE = 1.5
# The page's own colours by day: of a stream, and of the bar it leads to.
_COLOURS = {
    Tone.STAGE: ("#cdd6e8", "#2d4676"),
    Tone.GOOD: ("#f2d7a4", "#b3731b"),
    Tone.AHEAD: ("#b9c7e2", "#4a66a0"),
    Tone.WAITING: ("#e6ebf4", "#7489b3"),
    Tone.LEFT: ("#efe6d6", "#a3977f"),
    Tone.OVER: ("#e4e0d9", "#8c8677"),
}


@dataclass(frozen=True)
class PaintedStream:
    """A stream and its colour."""

    path: str
    fill: str


@dataclass(frozen=True)
class PaintedBar:
    """A bar and its colour."""

    bar: Bar
    fill: str


@dataclass(frozen=True)
class Picture:
    """What the file shows."""

    sheet: SeasonSheet

    @property
    def title(self) -> str:
        """The heading."""
        return _("シーズンのあゆみ")

    @property
    def subtitle(self) -> str:
        """How many, and of which day."""
        day = say_day(self.sheet.today, self.sheet.lang, with_year=True)
        return _("応募%(n)d社・%(day)s") % {"n": self.sheet.season.n_applied, "day": day}

    @property
    def scale(self) -> float:
        """How much larger than on the page."""
        room = WIDTH - 2 * _MARGIN
        return round(min(_LARGEST_SCALE, room / self.sheet.streams_across.width), 3)

    @property
    def left(self) -> float:
        """Where the streams begin, so that they stand in the middle."""
        return round((WIDTH - self.scale * self.sheet.streams_across.width) / 2, 1)

    @property
    def top(self) -> int:
        """Where the streams begin below the heading."""
        return _HEAD

    @property
    def height(self) -> int:
        """Of the whole picture."""
        return round(_HEAD + self.scale * self.sheet.streams_across.height + _FOOT)

    @property
    def streams(self) -> list[PaintedStream]:
        """Every stream."""
        drawn = self.sheet.streams_across.ribbons
        return [PaintedStream(ribbon.path, _COLOURS[ribbon.tone][0]) for ribbon in drawn]

    @property
    def bars(self) -> list[PaintedBar]:
        """Every bar."""
        drawn = self.sheet.streams_across.bars
        return [PaintedBar(bar, _COLOURS[bar.node.tone][1]) for bar in drawn]
