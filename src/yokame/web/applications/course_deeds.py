"""What is recorded about an application as a whole: sent in, offered, answered, ended, noted."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from yokame.letters import Medium, Situation
from yokame.tracker import actions
from yokame.tracker.actions import Pen
from yokame.tracker.events import Event
from yokame.tracker.letters import round_to_write_about
from yokame.web.applications import fields
from yokame.web.applications.deed import Deed, Scene
from yokame.web.applications.names import MEDIA, SITUATIONS


class Apply(Deed):
    """The application was sent in."""

    slug = "apply"
    title, button = _("応募した"), _("書きとめる")

    on = fields.day(_("いつ応募しましたか"))
    awaits_documents = fields.tick(_("書類選考の結果を待つ"), initial=True)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """Today, and the documents are judged."""
        return {"on": scene.today, "awaits_documents": True}

    def record(self, pen: Pen) -> UUID:
        """Write the day."""
        return actions.apply(pen, self.scene.state.uid, on=self.on, **self.content())


class OfferDue(Deed):
    """The day until which the offer waits for an answer."""

    slug = "offer-due"
    title, button = _("内定の返事の期限"), _("書きとめる")

    answer_by = fields.day(_("いつまでに返事をしますか"), required=False, may_be_ahead=True)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """The day as it is known."""
        return {"answer_by": scene.state.offer.answer_by if scene.state.offer else None}

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """The day; when it became known does not matter."""
        return {"answer_by": event.payload.model_dump()["answer_by"]}

    def clean_answer_by(self) -> date | None:
        """A day that is known may be taken back; where none is, there is nothing to say."""
        day: date | None = self.cleaned_data["answer_by"]
        if (
            day is None
            and self.get_initial_for_field(self.fields["answer_by"], "answer_by") is None
        ):
            raise ValidationError(self.fields["answer_by"].error_messages["required"])
        return day

    def record(self, pen: Pen) -> UUID:
        """Write the day."""
        return actions.set_offer_due(pen, self.scene.state.uid, self.cleaned_data["answer_by"])


class Accept(Deed):
    """The offer was accepted."""

    slug = "accept"
    title, button = _("内定を承諾した"), _("承諾したことを書きとめる")
    hint = _("会社への連絡は、ここからは送られません。")

    on = fields.day(_("いつ返事をしましたか"))

    def record(self, pen: Pen) -> UUID:
        """Write the day."""
        return actions.accept_offer(pen, self.scene.state.uid, on=self.on)


class Decline(Deed):
    """The offer was declined."""

    slug = "decline"
    title, button = _("内定を辞退した"), _("辞退したことを書きとめる")
    hint = _("会社への連絡は、ここからは送られません。")

    on = fields.day(_("いつ返事をしましたか"))

    def record(self, pen: Pen) -> UUID:
        """Write the day."""
        return actions.decline_offer(pen, self.scene.state.uid, on=self.on)


class Withdraw(Deed):
    """The person withdrew from the selection."""

    slug = "withdraw"
    title, button = _("選考を辞退した"), _("辞退したことを書きとめる")
    hint = _("会社への連絡は、ここからは送られません。")

    on = fields.day(_("いつ辞退しましたか"))

    def record(self, pen: Pen) -> UUID:
        """Write the day."""
        return actions.withdraw(pen, self.scene.state.uid, on=self.on)


class Note(Deed):
    """A note of one's own, perhaps about a round."""

    slug = "note"
    title, button = _("メモ"), _("メモを残す")

    text = fields.lines(_("メモの中身"), required=True, rows=3)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:  # noqa: ARG003
        """An empty sheet."""
        return {}

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """The text; its day stays."""
        return {"text": event.payload.model_dump()["text"]}

    def record(self, pen: Pen) -> UUID:
        """Write the note."""
        one = self.scene.one
        return actions.note(
            pen,
            self.scene.state.uid,
            self.cleaned_data["text"],
            round_uid=one.uid if one else None,
        )


class Letter(Deed):
    """A letter went to the employer by another way than through these pages."""

    slug = "letter"
    title, button = _("会社に連絡した"), _("書きとめる")
    hint = _("問い合わせは、ひとつの選考につき2回までです。")
    folds = ((_("もっと詳しく"), ("to", "subject", "body")),)

    situation = fields.chips(_("何の連絡ですか"), Situation, lambda: list(SITUATIONS.items()))
    on = fields.day(_("いつ送りましたか"))
    medium = fields.chips(_("どうやって送りましたか"), Medium, lambda: list(MEDIA.items()))
    to = fields.line(_("宛先"), longest=254)
    subject = fields.line(_("件名"), longest=500)
    body = fields.lines(_("本文"), rows=6)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """A mail of today."""
        return {"on": scene.today, "medium": Medium.MAIL}

    def record(self, pen: Pen) -> UUID:
        """Write the letter; unless said otherwise it is about the round that counts."""
        one = self.scene.one or round_to_write_about(self.scene.state)
        return actions.letter_sent(
            pen,
            self.scene.state.uid,
            on=self.on,
            round_uid=one.uid if one else None,
            **self.content(),
        )


class Remove(Deed):
    """The application leaves every page."""

    slug = "remove"
    title, button = _("一覧から外す"), _("一覧から外す")
    hint = _("この応募は、どの一覧にも出なくなります。書きとめたことは残るので、元に戻せます。")

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:  # noqa: ARG003
        """Nothing to fill in."""
        return {}

    def record(self, pen: Pen) -> UUID:
        """Take it off."""
        return actions.remove(pen, self.scene.state.uid)
