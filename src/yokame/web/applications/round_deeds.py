"""What is recorded about a round: that it is planned or held, what was said, what came."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from yokame.forecast import ContactBy
from yokame.reports import Outcome, Stage, Trust
from yokame.tracker import actions
from yokame.tracker.actions import Held, Pen
from yokame.tracker.application import Round
from yokame.tracker.events import Event
from yokame.tracker.labels import SaidLabel, SourceLabel, TrustLabel
from yokame.tracker.payloads import Said, Source
from yokame.web.applications import fields
from yokame.web.applications.deed import Deed, Scene
from yokame.web.language import spoken_language
from yokame.wording import label

_NEXT = {
    Stage.DOCUMENT: Stage.FIRST,
    Stage.WEB_TEST: Stage.FIRST,
    Stage.GROUP_DISCUSSION: Stage.FIRST,
    Stage.FIRST: Stage.MIDDLE,
    Stage.MIDDLE: Stage.FINAL,
}
_CALLED = _("会社での呼び名")


def next_stage(scene: Scene) -> Stage:
    """The stage that usually follows on the last one."""
    rounds = scene.state.rounds
    return _NEXT.get(rounds[-1].stage, Stage.INTERVIEW) if rounds else Stage.DOCUMENT


def _waits_on(scene: Scene) -> Round | None:
    """The round that was held and has no word."""
    one = scene.state.current_round
    return one if one and one.is_held and one.is_open else None


class Hold(Deed):
    """A round was held; with what was said it begins a wait."""

    slug = "hold"
    title, button = _("選考を受けた"), _("書きとめる")
    folds = ((_("気づいたこと"), ("signals",)), (_("もっと詳しく"), ("name", "policy")))

    stage = fields.stage(_("どの選考でしたか"))
    on = fields.day(_("いつ受けましたか"))
    said = fields.saying(_("なんと言われましたか"))
    signals = fields.signals()
    name = fields.line(_CALLED, hint=_("例：二次面接、マッチング面談"))
    policy = fields.policy()

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """A round that was planned is held as planned."""
        one = scene.one
        if one is None:
            return {"on": scene.today, "stage": next_stage(scene)}
        on = min(one.on, scene.today) if one.on else scene.today
        return {"on": on, "stage": one.stage, "name": one.name}

    def record(self, pen: Pen) -> UUID:
        """Write the round, and what was said and noticed in it."""
        given = self.content()
        held = Held(
            stage=given["stage"],
            on=self.on,
            name=given["name"],
            said=given["said"],
            policy=given["policy"],
            signals=tuple(given["signals"]),
            round=self.scene.one.uid if self.scene.one else None,
        )
        return actions.hold_round(pen, self.scene.state.uid, held)


class Schedule(Deed):
    """A round is to come, or is moved to another day."""

    slug = "schedule"
    title, button = _("次の選考の予定"), _("予定を書きとめる")
    hint = _("日にちがまだ決まっていなければ、空のままで。")
    folds = ((_("もっと詳しく"), ("ends_at", "place", "name")),)

    passed = fields.tick("")
    stage = fields.stage(_("どの選考ですか"))
    on = fields.day(_("日にち"), required=False, may_be_ahead=True)
    starts_at = fields.clock(_("始まる時刻"))
    ends_at = fields.clock(_("終わる時刻"))
    place = fields.line(_("場所"), hint=_("例：本社3階、オンライン"))
    name = fields.line(_CALLED, hint=_("例：二次面接、マッチング面談"))

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """What is known of a round that moves; else the stage that usually comes next.

        One who waits for word and hears of a next round has passed.
        """
        one = scene.one
        if one is None:
            return {"stage": next_stage(scene), "passed": True}
        names = ("stage", "on", "starts_at", "ends_at", "place", "name")
        return {name: getattr(one, name) for name in names}

    def __init__(self, scene: Scene, *args: Any) -> None:
        super().__init__(scene, *args)
        waits = _waits_on(scene) if scene.one is None else None
        if waits is None:
            self.fields.pop("passed", None)
        elif "passed" in self.fields:
            stage = waits.name or label(waits.stage, spoken_language())
            self.fields["passed"].label = _("%(stage)sは通過した") % {"stage": stage}

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """Its day is part of what it says, not the day it was recorded."""
        return event.payload.model_dump(exclude={"kind", "round"})

    def day_of(self, event: Event) -> date:
        """The day it was planned on stays."""
        return event.happened_on

    def content(self) -> dict[str, Any]:
        """All of it, the day among it."""
        return dict(self.cleaned_data)

    def record(self, pen: Pen) -> UUID:
        """Write the plan."""
        one, given = self.scene.one, self.content()
        waits = _waits_on(self.scene) if given.pop("passed", False) else None
        return actions.schedule_round(
            pen,
            self.scene.state.uid,
            round_uid=one.uid if one else None,
            passed=waits.uid if waits else None,
            **given,
        )


class Promise(Deed):
    """What was said about word, heard after the round."""

    slug, needs_round = "promise", True
    title, button = _("連絡について言われたこと"), _("書きとめる")
    hint = _("「1週間以内に」のような日数は、言われた日から数えます。")
    folds = ((_("もっと詳しく"), ("policy",)),)

    said = fields.saying(_("なんと言われましたか"))
    on = fields.day(_("いつ言われましたか"))
    policy = fields.policy()

    def record(self, pen: Pen) -> UUID:
        """Write the words and the day they count from."""
        scene = self.scene
        return actions.hear_promise(
            pen, scene.state.uid, scene.round_uid, on=self.on, **self.content()
        )


class Signals(Deed):
    """All that was noticed in a round."""

    slug, needs_round = "signals", True
    title, button = _("気づいたこと"), _("書きとめる")

    signals = fields.signals()

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """What was ticked before stays ticked."""
        return {"signals": list(scene.one.signals) if scene.one else []}

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """The signals; their day is that of the recording."""
        return {"signals": list(event.payload.model_dump()["signals"])}

    def content(self) -> dict[str, Any]:
        """The signals, in the order of the form."""
        return {"signals": tuple(self.cleaned_data["signals"])}

    def record(self, pen: Pen) -> UUID:
        """Write them in the place of those before."""
        scene = self.scene
        return actions.notice_signals(pen, scene.state.uid, scene.round_uid, **self.content())


class Contact(Deed):
    """The employer was in touch, and what it wants to say is not known yet."""

    slug, needs_round = "contact", True
    title, button = _("着信・未読のメールがあった"), _("書きとめる")

    by = fields.chips(_("どちらですか"), ContactBy)
    on = fields.day(_("いつですか"))

    def record(self, pen: Pen) -> UUID:
        """Write the contact."""
        scene = self.scene
        return actions.contact_came(
            pen, scene.state.uid, scene.round_uid, on=self.on, **self.content()
        )


class Word(Deed):
    """Word came."""

    slug, needs_round = "word", True
    title, button = _("連絡が来た"), _("書きとめる")
    folds = ((_("もっと詳しく"), ("channel", "answer_by")),)

    said = fields.chips(_("どんな連絡でしたか"), Said, lambda: list(SaidLabel.choices))
    on = fields.day(_("いつ来ましたか"))
    channel = fields.channel(_("どうやって来ましたか"))
    answer_by = fields.day(_("内定なら、いつまでに返事ですか"), required=False, may_be_ahead=True)

    def clean(self) -> dict[str, Any]:
        """An offer waits from its day on."""
        on, answer_by = self.cleaned_data.get("on"), self.cleaned_data.get("answer_by")
        if on and answer_by and answer_by < on:
            self.add_error("answer_by", _("連絡が来た日より前です。どちらかを直してください。"))
        return self.cleaned_data

    def record(self, pen: Pen) -> UUID:
        """Write the word."""
        scene = self.scene
        return actions.record_word(
            pen, scene.state.uid, scene.round_uid, on=self.on, **self.content()
        )


class Reply(Deed):
    """The employer answered an inquiry, and it was not word yet."""

    slug, needs_round = "reply", True
    title, button = _("返信が来た（結果はまだ）"), _("書きとめる")
    folds = ((_("もっと詳しく"), ("channel", "text")),)

    said = fields.saying(_("連絡について、新しく言われたこと"))
    on = fields.day(_("いつ来ましたか"))
    channel = fields.channel(_("どうやって来ましたか"))
    text = fields.lines(_("返信の文面"), rows=4)

    def record(self, pen: Pen) -> UUID:
        """Write the reply, and a new promise where there is one in it."""
        scene = self.scene
        return actions.reply_came(
            pen, scene.state.uid, scene.round_uid, on=self.on, **self.content()
        )


class Others(Deed):
    """What others who wait for the same word have heard."""

    slug, needs_round = "others", True
    title, button = _("ほかの人のようす"), _("書きとめる")
    hint = _("去年のこの会社のことなら、去年受けた日と、去年連絡が来た日を入れてください。")
    folds = ((_("もっと詳しく"), ("held_on", "source", "trust")),)

    said = fields.chips(_("その人たちへの連絡"), Outcome)
    on = fields.day(
        _("いつのことですか"), hint=_("連絡が来た日。まだの人なら、まだだとわかった日。")
    )
    count = fields.count(_("何人ですか"), most=100_000, required=True)
    held_on = fields.day(
        _("その人たちが受けた日"), required=False, hint=_("自分と同じ日なら、空のままで。")
    )
    source = fields.chips(
        _("どこで知りましたか"),
        Source,
        lambda: list(SourceLabel.choices),
        required=False,
        otherwise=Source.OTHER,
    )
    trust = fields.chips(
        _("どのくらい確かですか"),
        Trust,
        lambda: list(TrustLabel.choices),
        required=False,
        otherwise=Trust.LIKELY,
    )

    def clean(self) -> dict[str, Any]:
        """Nobody hears before the round."""
        on, held_on = self.cleaned_data.get("on"), self.cleaned_data.get("held_on")
        if on and held_on and on < held_on:
            self.add_error("held_on", _("連絡の日より後です。どちらかを直してください。"))
        return self.cleaned_data

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """One person, today."""
        return {"on": scene.today, "count": 1}

    def record(self, pen: Pen) -> UUID:
        """Write it."""
        scene = self.scene
        return actions.others_heard(
            pen, scene.state.uid, scene.round_uid, on=self.on, **self.content()
        )


# What can be added to a round that was held, the likeliest first.
ABOUT_ROUND: tuple[type[Deed], ...] = (Word, Contact, Promise, Signals, Others, Reply)
