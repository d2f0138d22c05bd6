"""The kinds of field that the ledger's forms are made of."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from yokame.reports import Channel, Policy, Stage, Track
from yokame.web.choices import NOT_OFFERED
from yokame.web.dates import TypedDateField
from yokame.web.language import spoken_language
from yokame.wording import label, signal_groups

LONGEST_TEXT, LONGEST_SAYING, LONGEST_NOTE = 200, 1000, 10_000
_TOO_LONG = _("長すぎます（%(show_value)d字）。%(limit_value)d字までにしてください。")
_MISSING = _("ここを入れてください。")
# A sentence, usually one that is translated when it is shown.
Words = Any
Pairs = Callable[[], list[tuple[str, Any]]]


def day(name: Words, *, required: bool = True, may_be_ahead: bool = False, hint: Words = "") -> Any:
    """A day; one that may not be ahead is already over."""
    return TypedDateField(label=name, required=required, may_be_ahead=may_be_ahead, help_text=hint)


def clock(name: Words) -> forms.TimeField:
    """A time of day that may be left out."""
    return forms.TimeField(
        label=name,
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H:%M:%S"],
        error_messages={"invalid": _("時刻を 13:00 のように入れてください。")},
    )


def line(
    name: Words,
    *,
    required: bool = False,
    longest: int = LONGEST_TEXT,
    hint: Words = "",
    **attrs: str,
) -> forms.CharField:
    """One line of text. Not `max_length`: with it a browser cuts off what is pasted."""
    return forms.CharField(
        label=name,
        required=required,
        help_text=hint,
        validators=[MaxLengthValidator(longest, _TOO_LONG)],
        widget=forms.TextInput(attrs={"autocomplete": "off", **attrs}),
        error_messages={"required": _MISSING},
    )


def lines(
    name: Words,
    *,
    required: bool = False,
    longest: int = LONGEST_NOTE,
    hint: Words = "",
    rows: int = 2,
) -> forms.CharField:
    """Text of several lines."""
    return forms.CharField(
        label=name,
        required=required,
        help_text=hint,
        validators=[MaxLengthValidator(longest, _TOO_LONG)],
        widget=forms.Textarea(attrs={"rows": rows, "cols": False, "autocomplete": "off"}),
        error_messages={"required": _MISSING},
    )


def saying(name: Words) -> forms.CharField:
    """What was said about word; read aloud below the field while it is typed."""
    field = lines(name, longest=LONGEST_SAYING)
    field.widget.attrs["data-said"] = ""
    return field


def count(name: Words, *, most: int, required: bool = False) -> forms.IntegerField:
    """A number of people."""
    return forms.IntegerField(
        label=name,
        required=required,
        min_value=1,
        max_value=most,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _MISSING,
            "invalid": _("人数を数字で入れてください。例：300"),
            "min_value": _("1以上の数にしてください。"),
            "max_value": _("%(limit_value)sまでの数にしてください。"),
        },
    )


def tick(name: Words, *, initial: bool = False) -> forms.BooleanField:
    """Something that is so or not."""
    return forms.BooleanField(label=name, required=False, initial=initial)


def chips(
    name: Words,
    kind: type[StrEnum],
    pairs: Pairs | None = None,
    *,
    required: bool = True,
    otherwise: StrEnum | None = None,
    hint: Words = "",
) -> forms.TypedChoiceField:
    """One member of an enum, to tap. Where it may be left out, nothing tapped is `otherwise`."""
    return forms.TypedChoiceField(
        label=name,
        required=required,
        help_text=hint,
        choices=pairs or (lambda: labelled(kind)),
        coerce=kind,
        empty_value=otherwise,
        initial=otherwise,
        widget=forms.RadioSelect,
        error_messages={"required": _("どれかを選んでください。"), "invalid_choice": NOT_OFFERED},
    )


def signals() -> forms.MultipleChoiceField:
    """All that was noticed."""
    return forms.MultipleChoiceField(
        label=_("気づいたこと"),
        required=False,
        help_text=_("面接の印象はあまり当てにならないので、見込みは少ししか動きません。"),
        choices=_signal_pairs,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": NOT_OFFERED},
    )


def stage(name: Words) -> forms.TypedChoiceField:
    """Which stage."""
    return chips(name, Stage)


def track() -> forms.TypedChoiceField:
    """Which kind of hiring."""
    return chips(_("どの採用ですか"), Track)


def policy() -> forms.TypedChoiceField:
    """Who is told, where it is known from elsewhere than the words."""
    name = _("通知のしかた（求人票やメールにあれば）")
    return chips(name, Policy, _policies, required=False, otherwise=Policy.UNKNOWN)


def channel(name: Words) -> forms.TypedChoiceField:
    """By which way something came, where one cares to say."""
    return chips(name, Channel, required=False)


def labelled(members: Iterable[StrEnum]) -> list[tuple[str, Any]]:
    """Pairs of value and short name, in the language of the page."""
    lang = spoken_language()
    return [(member.value, label(member, lang)) for member in members]


def _policies() -> list[tuple[str, Any]]:
    told = [each for each in Policy if each is not Policy.UNKNOWN]
    return [(Policy.UNKNOWN.value, _("わからない")), *labelled(told)]


def _signal_pairs() -> list[tuple[str, Any]]:
    return [pair for group in signal_groups(spoken_language()) for pair in group.signals]
