"""What a form lets one tap, and what is wrong in it, as the templates write them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from yokame.wording import Language, signal_groups

NOT_OFFERED = _("選べないものが入っています。選び直してください。")
# What is said about word is read from the words themselves, so these signals have no box.
_READ_FROM_WORDS = "promise"


@dataclass(frozen=True)
class Choice:
    """One radio button or check box. Written out by the template: sixty widgets take 12 ms."""

    id: str
    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class SignalChoices:
    """Check boxes under one heading."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Trouble:
    """One mistake: the field it is in, and what to do about it."""

    field_id: str
    name: str
    message: str


def choices_of(field: BoundField, offered: Sequence[tuple[str, Any]]) -> list[Choice]:
    """What can be chosen in a field, and what is."""
    value = field.value()
    several = isinstance(value, list | tuple)
    chosen = [str(one) for one in (value if several else [value or ""])]
    return [
        Choice(f"{field.auto_id}_{n}", str(key), str(words), str(key) in chosen)
        for n, (key, words) in enumerate(offered)
    ]


def signal_choices(field: BoundField, lang: Language) -> Iterator[SignalChoices]:
    """The check boxes of what was noticed, grouped by what they tell about."""
    groups = [group for group in signal_groups(lang) if group.name != _READ_FROM_WORDS]
    pairs = [pair for group in groups for pair in group.signals]
    choices = {choice.value: choice for choice in choices_of(field, pairs)}
    for group in groups:
        names = (name for name, _words in group.signals)
        yield SignalChoices(group.heading, tuple(choices[name] for name in names))


def troubles_of(form: forms.Form) -> Iterator[Trouble]:
    """Every mistake in the order of the form."""
    for name in form.fields:
        field: BoundField = form[name]
        for message in field.errors:
            yield Trouble(_first_id(field), str(field.label), str(message))


def _first_id(field: BoundField) -> str:
    """The id of what can be focused: of a group, its first member."""
    return field.id_for_label or f"{field.auto_id}_0"
