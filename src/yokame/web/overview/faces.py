"""What a card or a row shows of an application: finished words, so that templates only place them.

A page has hundreds of them, and a template's every node costs: hence flat tuples of strings.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from yokame.reports import Stage
from yokame.tracker.application import State
from yokame.tracker.card import Card
from yokame.tracker.labels import StateLabel
from yokame.wording import Language, chance_in_brief, label, say_day, text

day_words = lru_cache(maxsize=4096)(say_day)


class Face(NamedTuple):
    """One application. What does not apply is empty; `mark` is a class for the stylesheet.

    `now`: where it stands; `day`: the next day that matters, and `next_on` the same to sort by;
    `do`: what to do; `chance` stands beside it, and a low one has no number.
    """

    uid: str
    employer: str
    course: str
    mark: str
    now: str
    day: str
    do: str
    chance: str
    days: int | str
    next_on: date | None
    prob: float | None


def for_template(faces: Iterable[Face]) -> list[dict[str, Any]]:
    """As dicts: a template asks for a key before an attribute, and each refusal costs it time."""
    return [face._asdict() for face in faces]


class _Words(NamedTuple):
    """What the state of an application adds to its face."""

    mark: str
    now: str
    day: str = ""
    do: str = ""
    chance: str = ""
    days: int | str = ""
    next_on: date | None = None
    prob: float | None = None


@dataclass(frozen=True)
class Reader:
    """For whom the words are: the day, the language, and whether numbers are shown."""

    today: date
    lang: Language
    shows_numbers: bool

    def face(self, one: Card) -> Face:
        """The application in words."""
        if one.application.state == State.IN_ROUND and one.round:
            parts = self._ahead(one) if one.is_ahead(self.today) else self._waiting(one)
        else:
            parts = _BY_STATE[one.application.state](self, one)
        return Face(
            str(one.application.uid), one.application.employer, one.application.course, *parts
        )

    def _day(self, on: date | None) -> str:
        return day_words(on, self.lang) if on else ""

    def _planned(self, one: Card) -> _Words:
        due = one.application.entry_due_on
        if due is None:
            return _Words("planned", _("気になる"))
        words = _("締切 %(day)s") if due >= self.today else _("締切は %(day)s でした")
        return _Words("planned", _("気になる"), words % {"day": self._day(due)}, next_on=due)

    def _applied(self, one: Card) -> _Words:
        since = _("応募 %(day)s") % {"day": self._day(one.application.applied_on)}
        return _Words("ahead", _("応募ずみ"), since, days=self._days(one.application.applied_on))

    def _ahead(self, one: Card) -> _Words:
        it = one.round
        assert it is not None
        when = self._day(it.on) or _("日程はこれから")
        if it.starts_at:
            when = f"{when} {it.starts_at:%H:%M}"
        return _Words("ahead", self.stage(one), when, next_on=it.on)

    def _waiting(self, one: Card) -> _Words:
        it, answer = one.round, one.answer
        assert it is not None
        n_days = self._days(it.on)
        now = _("%(stage)s %(n)s日待ち") if n_days else _("%(stage)s 今日")
        now %= {"stage": self.stage(one), "n": n_days}
        if answer is None:
            return _Words("waiting", now, days=n_days)
        day, on = self._day_of_wait(one)
        is_unsaid = not it.is_held and not it.said
        do = _("言われたことを書きとめる") if is_unsaid else _brief(answer.action, self.lang)
        chance = _chance(round(100 * answer.prob), self.lang, self.shows_numbers)
        mark = f"waiting do-{answer.action}"
        return _Words(mark, now, day, do, chance, n_days, on, answer.prob)

    def _day_of_wait(self, one: Card) -> tuple[str, date | None]:
        """The day the promise runs out, or after it the eighth."""
        answer = one.answer
        assert answer is not None
        if answer.deadline_on and answer.deadline_on >= self.today:
            words = _("期限 %(day)s") % {"day": self._day(answer.deadline_on)}
            return words, answer.deadline_on
        if answer.ask_from and one.round and not one.round.asked:
            return _("八日目 %(day)s") % {"day": self._day(answer.ask_from)}, answer.ask_from
        if one.round and one.round.asked:
            asked_on = date.fromisoformat(one.round.asked[-1])
            return _("問い合わせ %(day)s") % {"day": self._day(asked_on)}, None
        return "", None

    def _passed(self, one: Card) -> _Words:
        now = _("%(stage)sを通過") % {"stage": self.stage(one)} if one.round else _("通過")
        do = _("次の日程を書きとめる")
        return _Words("passed", now, self._day(one.application.state_on), do)

    def _offered(self, one: Card) -> _Words:
        if one.application.answer_by is None:
            return _Words("offer", _("内定"), do=_("返事の期限を書きとめる"))
        due = _("返事は%(day)sまで") % {"day": self._day(one.application.answer_by)}
        return _Words("offer", _("内定"), due, _("返事を考える"), next_on=one.application.answer_by)

    def _ended(self, one: Card) -> _Words:
        mark = "accepted" if one.application.state == State.ACCEPTED else "ended"
        words = str(StateLabel(one.application.state).label)
        return _Words(mark, words, self._day(one.application.state_on))

    def stage(self, one: Card) -> str:
        """The round by the person's own name for it, else by its stage."""
        return (one.round.name or _stage(one.round.stage, self.lang)) if one.round else ""

    def _days(self, since: date | None) -> int | str:
        return (self.today - since).days if since else ""


_BY_STATE: dict[str, Callable[[Reader, Card], _Words]] = {
    State.PLANNED: Reader._planned,
    State.APPLIED: Reader._applied,
    State.PASSED: Reader._passed,
    State.OFFERED: Reader._offered,
    State.ACCEPTED: Reader._ended,
    State.DECLINED: Reader._ended,
    State.WITHDRAWN: Reader._ended,
    State.FAILED: Reader._ended,
}


@lru_cache(maxsize=64)
def _stage(stage: str, lang: Language) -> str:
    return label(Stage(stage), lang)


@lru_cache(maxsize=64)
def _brief(action: str, lang: Language) -> str:
    return text(lang, f"action_brief.{action}")


@lru_cache(maxsize=512)
def _chance(percent: int, lang: Language, shows_numbers: bool) -> str:
    return chance_in_brief(percent / 100, lang, with_number=shows_numbers)
