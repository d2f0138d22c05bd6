"""A form as its template writes it: each field with the way it is tapped or typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from yokame.web.choices import Choice, SignalChoices, choices_of, signal_choices
from yokame.web.language import spoken_language


@dataclass(frozen=True)
class Row:
    """One field; `look` says how it is written out."""

    field: BoundField
    look: str

    @property
    def choices(self) -> list[Choice]:
        """Radio buttons."""
        offered: Any = self.field.field
        return choices_of(self.field, list(offered.choices))

    @property
    def signal_groups(self) -> Iterator[SignalChoices]:
        """Check boxes, grouped."""
        return signal_choices(self.field, spoken_language())


@dataclass(frozen=True)
class Fold:
    """Fields that most people leave out, behind a heading."""

    title: Any
    rows: tuple[Row, ...]

    @property
    def is_open(self) -> bool:
        """Whether something in it is filled or wrong."""
        return any(row.field.errors or _is_filled(row.field) for row in self.rows)


def rows_of(form: forms.Form, names: Iterable[str]) -> list[Row]:
    """These fields of a form, those that it has."""
    return [Row(form[name], _look(form[name])) for name in names if name in form.fields]


def fold_of(form: forms.Form, title: Any, names: Iterable[str]) -> list[Fold]:
    """These fields behind a heading; nothing if the form has none of them."""
    rows = tuple(rows_of(form, names))
    return [Fold(title, rows)] if rows else []


def _look(field: BoundField) -> str:
    match field.field.widget:
        case forms.CheckboxSelectMultiple():
            return "signals"
        case forms.RadioSelect():
            return "chips"
        case forms.CheckboxInput():
            return "tick"
        case forms.HiddenInput():
            return "hidden"
        case widget if "data-said" in widget.attrs:
            return "said"
    return "plain"


def _is_filled(field: BoundField) -> bool:
    value = field.value()
    return bool(value) and value != field.field.initial
