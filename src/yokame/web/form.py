"""The form of the first page: five inputs, and more for those who want it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from yokame.forecast import Contact, ContactBy, Question, QuestionError
from yokame.promise import read_promise
from yokame.reports import Policy, Stage, Track
from yokame.web.choices import (
    NOT_OFFERED,
    Choice,
    SignalChoices,
    Trouble,
    choices_of,
    signal_choices,
    troubles_of,
)
from yokame.web.dates import TypedDateField
from yokame.web.links import LONGEST_VALUE
from yokame.wording import Language, label, say_error, signal_groups

TOO_LONG_SAYING = _(
    "長すぎます（%(show_value)d字）。連絡について言われたところだけを、"
    "%(limit_value)d字までで入れてください。"
)


LONGEST_NAME = 200
TOO_LONG_NAME = _("長すぎます（%(show_value)d字）。%(limit_value)d字までで入れてください。")


class AskForm(forms.Form):
    """One wait, typed on a page or carried by a link. Field names are those of the link.

    Who the employer is, and in what trade, is asked for only where reports were learned from:
    elsewhere it moves nothing. `trades` are those that reports tell of, None where there are none.
    """

    said = forms.CharField(
        label=_("なんと言われましたか"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "cols": False, "autocomplete": "off"}),
        # Not `max_length`: with it a browser would cut off what is pasted, and say nothing.
        validators=[MaxLengthValidator(LONGEST_VALUE, TOO_LONG_SAYING)],
    )
    held = TypedDateField(label=_("いつ受けましたか"))
    track = forms.ChoiceField(label=_("どの採用ですか"), required=False, widget=forms.RadioSelect)
    stage = forms.ChoiceField(label=_("どの選考でしたか"), required=False, widget=forms.RadioSelect)
    signal = forms.MultipleChoiceField(
        label=_("気づいたこと"), required=False, widget=forms.CheckboxSelectMultiple
    )
    contact = forms.ChoiceField(
        label=_("まだ中身のわからない連絡"), required=False, widget=forms.RadioSelect
    )
    contact_on = TypedDateField(label=_("連絡のあった日"), required=False)
    employer = forms.CharField(
        label=_("会社名"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        validators=[MaxLengthValidator(LONGEST_NAME, TOO_LONG_NAME)],
    )
    industry = forms.CharField(
        label=_("業界"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "trades"}),
        validators=[MaxLengthValidator(LONGEST_NAME, TOO_LONG_NAME)],
    )
    size = forms.IntegerField(
        label=_("社員の人数"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("人数を数字で入れてください。例：300")},
    )
    public_sector = forms.BooleanField(required=False)
    via_agent = forms.BooleanField(required=False)
    policy = forms.ChoiceField(label=_("通知のしかた"), required=False)
    asked = TypedDateField(label=_("1回目に問い合わせた日"), required=False)
    asked_again = TypedDateField(label=_("2回目に問い合わせた日"), required=False)
    hide_numbers = forms.BooleanField(required=False)

    def __init__(
        self,
        typed: Mapping[str, Any] | None,
        *,
        today: date,
        lang: Language,
        trades: tuple[str, ...] | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(typed, initial=initial)
        self.today, self.lang, self.trades = today, lang, trades
        if trades is None:
            del self.fields["employer"], self.fields["industry"]
        self.question: Question | None = None
        self._offered = _offered(lang)
        for name, pairs in self._offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = pairs
            field.error_messages["invalid_choice"] = NOT_OFFERED
        for field in self.fields.values():
            if isinstance(field, TypedDateField):
                field.today = today
                field.widget.attrs["max"] = today.isoformat()

    def clean(self) -> dict[str, Any]:
        """Build the question, and lay each of its errors at the field it is in."""
        given = self.cleaned_data
        if given.get("contact") and not given.get("contact_on") and "contact_on" in given:
            self.add_error("contact_on", _("連絡のあった日を入れてください。"))
        if "held" not in given:
            return given
        wait = {
            "stage": Stage(given.get("stage") or Stage.INTERVIEW),
            "held": given["held"],
            "today": self.today,
        }
        rest = list(self._parts(given))
        for name, part in [("held", {}), *rest]:
            try:
                Question(**wait, **part)
            except QuestionError as error:
                self.add_error(name, say_error(error, self.lang))
                if name == "held":
                    break
        if not self.errors:
            self.question = self._question(wait, given)
        return given

    def _parts(self, given: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """What can be wrong in itself, each with the field it was typed in."""
        if given.get("contact") and given.get("contact_on"):
            contact = Contact(ContactBy(given["contact"]), given["contact_on"])
            yield "contact_on", {"contact": contact}
        for name in ("asked", "asked_again"):
            if given.get(name):
                yield name, {"asked": (given[name],)}
        if given.get("size") is not None:
            yield "size", {"size": given["size"]}

    def _question(self, wait: dict[str, Any], given: dict[str, Any]) -> Question:
        contact = given["contact"]
        return Question(
            **wait,
            track=Track(given["track"] or Track.NEW_GRAD),
            promise=read_promise(given["said"], held=given["held"]) if given["said"] else None,
            policy=Policy(given["policy"] or Policy.UNKNOWN),
            employer=given.get("employer", ""),
            industry=given.get("industry", ""),
            size=given["size"],
            public_sector=given["public_sector"],
            via_agent=given["via_agent"],
            signals=tuple(given["signal"]),
            contact=Contact(ContactBy(contact), given["contact_on"]) if contact else None,
            asked=tuple(day for name in ("asked", "asked_again") if (day := given[name])),
        )

    @property
    def track_choices(self) -> list[Choice]:
        """Radio buttons for the track."""
        return self._choices("track")

    @property
    def stage_choices(self) -> list[Choice]:
        """Radio buttons for the stage."""
        return self._choices("stage")

    @property
    def contact_choices(self) -> list[Choice]:
        """Radio buttons for a contact, the first of them for none."""
        return self._choices("contact")

    @property
    def signal_groups(self) -> Iterator[SignalChoices]:
        """The check boxes, grouped by what they tell about."""
        return signal_choices(self["signal"], self.lang)

    def _choices(self, name: str) -> list[Choice]:
        return choices_of(self[name], self._offered[name])

    @property
    def has_noticed(self) -> bool:
        """Whether the part with signals must be open: something is ticked or wrong in it."""
        return self._is_used("signal")

    @property
    def has_more(self) -> bool:
        """Whether 「もっと詳しく」 must be open."""
        names = ("contact", "contact_on", "employer", "industry", "size", "public_sector")
        rest = ("via_agent", "policy", "asked", "asked_again")
        return any(self._is_used(name) for name in (*names, *rest) if name in self.fields)

    def _is_used(self, name: str) -> bool:
        return bool(self.errors.get(name) or self[name].value())

    @property
    def troubles(self) -> Iterator[Trouble]:
        """Every mistake in the order of the form."""
        return troubles_of(self)


def _offered(lang: Language) -> dict[str, list[tuple[str, Any]]]:
    """What can be chosen in each field, as pairs of value and words."""
    told = [policy for policy in Policy if policy is not Policy.UNKNOWN]
    signals = [signal for group in signal_groups(lang) for signal in group.signals]
    return {
        "track": [(str(track), label(track, lang)) for track in Track],
        "stage": [(str(stage), label(stage, lang)) for stage in Stage],
        "contact": [("", _("ない")), *((str(by), label(by, lang)) for by in ContactBy)],
        "policy": [("", _("わからない")), *((str(who), label(who, lang)) for who in told)],
        "signal": list(signals),
    }
