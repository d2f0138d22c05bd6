"""Something that a person records about an application: a form that writes one change.

The same form corrects what was recorded: then it holds only what the event itself says.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django import forms

from yokame.tracker.actions import Pen
from yokame.tracker.application import ApplicationState, Round
from yokame.tracker.errors import TrackerError
from yokame.tracker.events import Event
from yokame.tracker.payloads import CorrectablePayload
from yokame.web.applications.rows import Fold, Row, fold_of, rows_of
from yokame.web.choices import troubles_of
from yokame.web.dates import TypedDateField
from yokame.web.tracker_errors import say_tracker_error

# The field that an error is about where it is not the day.
_FIELDS = {"unknown_signal": "signals", "too_many_inquiries": "situation"}


@dataclass(frozen=True)
class Scene:
    """What a deed is about: an application as it is, perhaps one of its rounds, on a day."""

    state: ApplicationState
    today: date
    one: Round | None = None

    @property
    def round_uid(self) -> UUID:
        """The round; asked for only by deeds that are about one."""
        assert self.one is not None
        return self.one.uid


class Deed(forms.Form):
    """One thing to record. `folds` are the fields behind a heading, the others stand open."""

    slug: ClassVar[str]
    title: ClassVar[Any]
    hint: ClassVar[Any] = ""
    button: ClassVar[Any]
    needs_round: ClassVar[bool] = False
    folds: ClassVar[tuple[tuple[Any, tuple[str, ...]], ...]] = ()

    def __init__(
        self,
        scene: Scene,
        typed: Mapping[str, Any] | None = None,
        corrects: Event | None = None,
    ) -> None:
        given = self.told_by(corrects) if corrects else self.supposed(scene)
        super().__init__(
            typed, initial=given, auto_id=f"{self.slug}-%s", use_required_attribute=False
        )
        self.scene, self.corrects = scene, corrects
        if corrects:
            for name in [name for name in self.fields if name not in given]:
                del self.fields[name]
        limit_days(self, scene.today)

    @classmethod
    def supposed(cls, scene: Scene) -> dict[str, Any]:
        """What a new form holds before anybody typed: most things are recorded on their day."""
        return {"on": scene.today}

    @classmethod
    def told_by(cls, event: Event) -> dict[str, Any]:
        """What the form holds to correct an event: all that the event says."""
        return {"on": event.happened_on, **event.payload.model_dump(exclude={"kind", "round"})}

    def content(self) -> dict[str, Any]:
        """What was typed besides the day, under the names of the payload and of the action."""
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}

    def day_of(self, event: Event) -> date:
        """The day on which a corrected event happened."""
        day: date = self.cleaned_data.get("on", event.happened_on)
        return day

    def record(self, pen: Pen) -> UUID:
        """Write it. Raises TrackerError."""
        raise NotImplementedError

    def corrected(self, event: Event) -> CorrectablePayload:
        """The event's payload as it should have been."""
        said = event.payload
        corrected: CorrectablePayload = type(said).model_validate(  # type: ignore[assignment]
            {**said.model_dump(), **self.content()}
        )
        return corrected

    def refuse(self, error: TrackerError) -> None:
        """Lay what the ledger refused at the field it is about."""
        self.add_error(self._field_of(error), say_tracker_error(error))

    def _field_of(self, error: TrackerError) -> str | None:
        day = getattr(error, "day", None)
        blamed = [name for name, value in self.cleaned_data.items() if day and value == day]
        named = [*blamed, _FIELDS.get(error.code, "on")]
        return next((name for name in named if name in self.fields), None)

    @property
    def on(self) -> date:
        """The day it happened."""
        day: date = self.cleaned_data["on"]
        return day

    @property
    def open_rows(self) -> list[Row]:
        """The fields that everybody sees."""
        folded = {name for _title, names in self.folds for name in names}
        return rows_of(self, [name for name in self.fields if name not in folded])

    @property
    def fold_rows(self) -> list[Fold]:
        """The fields that most people leave out."""
        return [fold for title, names in self.folds for fold in fold_of(self, title, names)]

    @property
    def troubles(self) -> Any:
        """Every mistake in the order of the form."""
        return troubles_of(self)


def limit_days(form: forms.Form, today: date) -> None:
    """Tell the fields for a day which day it is: most days are already over."""
    for field in form.fields.values():
        if isinstance(field, TypedDateField):
            field.today = today
            if not field.may_be_ahead:
                field.widget.attrs["max"] = today.isoformat()
