"""A round as the application's page shows it: what was said, noticed and heard."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from yokame.promise import Promise, read_promise
from yokame.reports import Policy
from yokame.tracker.application import Round
from yokame.tracker.labels import SaidLabel
from yokame.tracker.payloads import OthersHeard
from yokame.web.applications.round_deeds import ABOUT_ROUND
from yokame.web.applications.telling import Telling, say_clock, tell
from yokame.web.language import spoken_language
from yokame.wording import label, say_signal


@dataclass(frozen=True)
class RoundCard:
    """One round. `is_current`: the application hangs on it."""

    one: Round
    today: date
    is_current: bool

    @property
    def title(self) -> str:
        """What the employer calls it, else what everybody calls it."""
        return self.one.name or label(self.one.stage, spoken_language())

    @property
    def clock(self) -> str:
        """Its hours."""
        return say_clock(self.one.starts_at, self.one.ends_at)

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come, or its day is not known."""
        one = self.one
        return not one.is_held and one.word is None and (one.on is None or one.on > self.today)

    @property
    def is_to_be_told(self) -> bool:
        """Whether its day has come and nobody has said yet how it went."""
        return not self.one.is_held and not self.is_ahead and self.one.word is None

    @property
    def waits(self) -> bool:
        """Whether it was held and there is no word."""
        return self.one.is_held and self.one.is_open

    @property
    def said(self) -> str:
        """What word said."""
        return str(SaidLabel(self.one.word.said.value).label) if self.one.word else ""

    @property
    def channel(self) -> str:
        """By which way word came."""
        word = self.one.word
        return label(word.channel, spoken_language()) if word and word.channel else ""

    @cached_property
    def promise(self) -> Promise | None:
        """What was said about word, read from the day on which it was said."""
        told = self.one.promise
        return read_promise(told.said, held=told.heard_on) if told and told.said else None

    @property
    def policy(self) -> str:
        """Who is told, where the person knows it from elsewhere than the words."""
        told = self.one.promise
        if told is None or told.policy is Policy.UNKNOWN:
            return ""
        return label(told.policy, spoken_language())

    @property
    def signals(self) -> list[str]:
        """What was noticed."""
        return [say_signal(name, spoken_language()) for name in self.one.signals]

    @property
    def contact(self) -> str:
        """A contact that nobody has heard or read yet."""
        return label(self.one.contact.by, spoken_language()) if self.one.contact else ""

    @property
    def ways(self) -> list[tuple[str, str]]:
        """What can be recorded about it, as names of deeds and their titles."""
        return [(deed.slug, str(deed.title)) for deed in ABOUT_ROUND]

    @property
    def others(self) -> list[tuple[date, Telling]]:
        """What others heard, each with its day."""
        return [
            (
                heard.on,
                tell(
                    OthersHeard(
                        round=self.one.uid,
                        said=heard.said,
                        count=heard.count,
                        held_on=heard.held_on,
                        source=heard.source,
                        trust=heard.trust,
                    )
                ),
            )
            for heard in self.one.others
        ]
