"""A new application: one short form, the rest folded; a question's link fills it in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from yokame.employers import key_of
from yokame.forecast import LARGEST_SIZE, Contact, ContactBy
from yokame.reports import Stage
from yokame.tracker import actions, queries
from yokame.tracker.actions import Facts, Held, Pen
from yokame.tracker.errors import TrackerError
from yokame.web.applications import fields
from yokame.web.applications.akin import akin_to
from yokame.web.applications.deed import limit_days
from yokame.web.applications.facts_deed import priority_field
from yokame.web.applications.rows import Fold, Row, fold_of, rows_of
from yokame.web.choices import NOT_OFFERED, troubles_of
from yokame.web.examples import sayings
from yokame.web.ledger import go_on, ledger_context, ledger_page, pen_of
from yokame.web.links import KEYS, carries_question
from yokame.web.tracker_errors import say_tracker_error


class Begun(StrEnum):
    """How far an application is when it enters the ledger."""

    PLANNED = "planned"
    APPLIED = "applied"
    HELD = "held"


_BEGUN = {
    Begun.PLANNED: _("気になる"),
    Begun.APPLIED: _("応募した"),
    Begun.HELD: _("もう選考を受けた"),
}
_NEEDED: dict[Begun | None, str] = {Begun.APPLIED: "applied_on", Begun.HELD: "held"}
_HELD = ("stage", "held", "said")
_MORE = ("priority", "entry_due_on", "size", "industry", "public_sector", "via_agent", "url")
_SINCE = ("policy", "contact", "contact_on", "asked", "asked_again")


class AddForm(forms.Form):
    """An application and how far it is. The names of a question's link fill the same fields."""

    employer = fields.line(_("会社"), required=True, list="employers")
    course = fields.line(
        _("コース・職種"), hint=_("例：総合職、夏インターン。なくてもかまいません。")
    )
    begun = fields.chips(_("どこまで進みましたか"), Begun, lambda: list(_BEGUN.items()))
    applied_on = fields.day(_("いつ応募しましたか"), required=False)
    stage = fields.chips(_("どの選考でしたか"), Stage, required=False)
    held = fields.day(_("いつ受けましたか"), required=False)
    said = fields.saying(_("なんと言われましたか"))
    signal = fields.signals()
    track = fields.track()
    priority = priority_field()
    entry_due_on = fields.day(_("応募の締切"), required=False, may_be_ahead=True)
    size = fields.count(_("社員の人数（だいたいで）"), most=LARGEST_SIZE)
    industry = fields.line(_("業界"))
    public_sector = fields.tick(_("官公庁・自治体・公的な団体"))
    via_agent = fields.tick(_("エージェントを通して応募した"))
    url = fields.line(_("求人やマイページのURL"), longest=1000, inputmode="url")
    policy = fields.policy()
    contact = fields.chips(_("まだ中身のわからない連絡"), ContactBy, required=False)
    contact_on = fields.day(_("連絡のあった日"), required=False)
    asked = fields.day(_("1回目に問い合わせた日"), required=False)
    asked_again = fields.day(_("2回目に問い合わせた日"), required=False)
    same = forms.ChoiceField(required=False, error_messages={"invalid_choice": NOT_OFFERED})

    def __init__(
        self, typed: Any, *, initial: dict[str, Any], today: date, known: Mapping[str, str]
    ) -> None:
        super().__init__(typed, initial=initial, use_required_attribute=False)
        limit_days(self, today)
        same = self.fields["same"]
        assert isinstance(same, forms.ChoiceField)
        same.choices = list(known.items())

    def clean(self) -> dict[str, Any]:
        """What the answer to `begun` needs must be there."""
        given = self.cleaned_data
        needed = _NEEDED.get(given.get("begun"))
        if needed and not given.get(needed) and needed not in self.errors:
            self.add_error(needed, self.fields[needed].error_messages["required"])
        if given.get("contact") and not given.get("contact_on") and "contact_on" in given:
            self.add_error("contact_on", _("連絡のあった日を入れてください。"))
        return given

    def record(self, pen: Pen) -> UUID:
        """Write the application; returns its uid. Raises TrackerError.

        That its employer goes by another name too is a change of its own, to be undone alone.
        """
        uid = self._add(pen)
        if into := self.cleaned_data["same"]:
            join = replace(pen, change=uuid5(pen.change, "employers"))
            actions.join_employers(join, key_of(self.cleaned_data["employer"]), into)
        return uid

    def _add(self, pen: Pen) -> UUID:
        given = self.cleaned_data
        is_held = given["begun"] is Begun.HELD
        applied_on = given["applied_on"] if given["begun"] is Begun.APPLIED else None
        facts = {name: given[name] for name in Facts.model_fields if name in given}
        by, contact_on = given["contact"], given["contact_on"]
        return actions.add(
            pen,
            Facts(**facts),
            applied_on=applied_on,
            held=self._held() if is_held else None,
            contact=Contact(by, contact_on) if is_held and by else None,
            asked=[given[name] for name in ("asked", "asked_again") if is_held and given[name]],
            application=uuid5(pen.change, "application"),
        )

    def _held(self) -> Held:
        given = self.cleaned_data
        return Held(
            stage=given["stage"] or Stage.INTERVIEW,
            on=given["held"],
            said=given["said"],
            policy=given["policy"],
            signals=tuple(given["signal"]),
        )

    def refuse(self, error: TrackerError) -> None:
        """Lay what the ledger refused at the day it is about."""
        day = getattr(error, "day", None) or getattr(error, "on", None)
        named = (name for name, value in self.cleaned_data.items() if value and value == day)
        self.add_error(next(named, None), say_tracker_error(error))

    @property
    def begun_rows(self) -> list[Row]:
        """How far it is."""
        return rows_of(self, ("begun",))

    @property
    def applied_rows(self) -> list[Row]:
        """What is asked of one who has applied."""
        return rows_of(self, ("applied_on",))

    @property
    def held_rows(self) -> list[Row]:
        """What is asked of one who has been in a round."""
        return rows_of(self, _HELD)

    @property
    def held_folds(self) -> list[Fold]:
        """What most leave out of a round."""
        return [
            *fold_of(self, _("気づいたこと"), ("signal",)),
            *fold_of(self, _("着信・問い合わせ・通知のしかた"), _SINCE),
        ]

    @property
    def last_rows(self) -> list[Row]:
        """What everybody is asked at the end."""
        return rows_of(self, ("course", "track"))

    @property
    def more_folds(self) -> list[Fold]:
        """What most leave out."""
        return fold_of(self, _("もっと詳しく"), _MORE)

    @property
    def troubles(self) -> Any:
        """Every mistake in the order of the form."""
        return troubles_of(self)


@require_http_methods(["GET", "HEAD", "POST"])
@ledger_page
def add(request: HttpRequest) -> HttpResponse:
    """Show the form; write what was sent, unless the employer is known and nobody said so yet."""
    pen = pen_of(request)
    uid = uuid5(pen.change, "application")
    is_sent = request.method == "POST"
    if is_sent and queries.change_summary(pen.owner, pen.change):
        return go_on(reverse("web:application", args=[uid]), pen.change)
    typed = request.POST.copy() if is_sent else None
    if typed and (example := typed.get("example")):
        typed["said"] = example
    known = queries.employers(pen.owner)
    form = AddForm(typed, initial=_initial(request, pen), today=pen.today, known=known)
    akin = akin_to(pen, (typed or request.GET).get("employer", ""), known)
    is_meant = is_sent and "example" not in request.POST
    if is_meant and form.is_valid() and (not akin or "known" in request.POST):
        try:
            form.record(pen)
            return go_on(reverse("web:application", args=[uid]), pen.change)
        except TrackerError as error:
            form.refuse(error)
    context = {
        **ledger_context(request, pen.today),
        "form": form,
        "form_change": pen.change,
        "employers": known.values(),
        "akin": akin,
        "asks_whether_known": is_meant and not form.errors,
        "sayings": sayings(),
    }
    return render(request, "web/add.html", context)


@require_safe
@ledger_page
def before(request: HttpRequest) -> HttpResponse:
    """What there is with this employer already, while its name is typed."""
    pen = pen_of(request)
    akin = akin_to(pen, request.GET.get("employer", ""), queries.employers(pen.owner))
    return render(request, "web/_before.html", {"akin": akin})


def _initial(request: HttpRequest, pen: Pen) -> dict[str, Any]:
    """What a link carries; else an application of today, of the kind one had last."""
    asked = request.GET
    begun = Begun.HELD if carries_question(asked) else Begun.APPLIED
    supposed = {"begun": begun, "applied_on": pen.today, "stage": Stage.INTERVIEW}
    carried: dict[str, Any] = {name: asked[name] for name in KEYS if asked.get(name)}
    carried |= {name: asked[name] for name in ("employer", "course") if asked.get(name)}
    if "signal" in carried:
        carried["signal"] = asked.getlist("signal")
    return {"track": queries.usual_track(pen.owner), **supposed, **carried}
