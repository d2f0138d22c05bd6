"""What is known of an application besides its rounds."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from yokame.forecast import LARGEST_SIZE
from yokame.tracker import actions
from yokame.tracker.actions import Facts, Pen
from yokame.tracker.events import Event
from yokame.tracker.payloads import Added, CorrectablePayload, Described
from yokame.web.applications import fields
from yokame.web.applications.deed import Deed, Scene
from yokame.web.choices import NOT_OFFERED

PRIORITIES = {0: _("決めていない"), 1: _("低い"), 2: _("ふつう"), 3: _("高い")}


def priority_field() -> Any:
    """How much one wants to work there."""
    return forms.TypedChoiceField(
        label=_("志望度"),
        required=False,
        choices=list(PRIORITIES.items()),
        coerce=int,
        empty_value=0,  # type: ignore[arg-type]  # what nothing tapped becomes, of any type
        initial=0,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": NOT_OFFERED},
    )


class FactsDeed(Deed):
    """The facts of an application, all of them anew."""

    slug = "facts"
    title, button = _("応募の内容"), _("保存する")
    folds = (
        (_("連絡先"), ("department", "person", "mail", "phone")),
        (_("会社のこと"), ("size", "public_sector", "industry", "url")),
        (_("エージェント"), ("via_agent", "agency", "agent")),
        (_("出した書類"), ("documents",)),
    )

    employer = fields.line(
        _("会社"), required=True, hint=_("正式な名前だと、連絡文にそのまま使えます。")
    )
    course = fields.line(_("コース・職種"), hint=_("例：総合職、夏インターン"))
    track = fields.track()
    priority = priority_field()
    entry_due_on = fields.day(_("応募の締切"), required=False, may_be_ahead=True)
    department = fields.line(_("部署"))
    person = fields.line(_("担当の方の名前"))
    mail = fields.line(_("メールアドレス"), longest=254, inputmode="email")
    phone = fields.line(_("電話番号"), longest=40, inputmode="tel")
    size = fields.count(_("社員の人数（だいたいで）"), most=LARGEST_SIZE)
    public_sector = fields.tick(_("官公庁・自治体・公的な団体"))
    industry = fields.line(_("業界"))
    url = fields.line(_("求人やマイページのURL"), longest=1000, inputmode="url")
    via_agent = fields.tick(_("エージェントを通して応募した"))
    agency = fields.line(_("エージェントの会社"))
    agent = fields.line(_("エージェントの担当者"))
    documents = fields.lines(_("書類の名前（1行にひとつ）"), rows=3)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """The facts as they are known."""
        return told(scene.state.facts)

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """The facts as the event has them; when they became known stays."""
        assert isinstance(event.payload, Added | Described)
        return told(event.payload.facts)

    def clean_documents(self) -> tuple[str, ...]:
        """One name to a line."""
        return names_in(self.cleaned_data["documents"])

    def record(self, pen: Pen) -> UUID:
        """Write all of them."""
        return actions.describe(pen, self.scene.state.uid, Facts(**self.content()))

    def corrected(self, event: Event) -> CorrectablePayload:
        """The same event with these facts."""
        assert isinstance(event.payload, Added | Described)
        return event.payload.model_copy(update={"facts": Facts(**self.content())})


def told(facts: Facts) -> dict[str, Any]:
    """Facts as the form holds them."""
    return {**facts.model_dump(), "documents": "\n".join(facts.documents)}


def names_in(typed: str) -> tuple[str, ...]:
    """The names in a text of one to a line."""
    return tuple(
        name for line in typed.splitlines() if (name := line.strip()[: fields.LONGEST_TEXT])
    )
