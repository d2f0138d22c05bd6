"""What a person sets: who letters come from, how pages speak, when nothing may ring."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yokame.accounts.labels import scope_labels
from yokame.accounts.queries import Person
from yokame.web.one_line import ONE_LINE

SENDER = ("name", "reading", "university", "faculty", "year", "phone", "reply_mail", "address")
PAGES = ("language", "shows_numbers")
TIMES = ("digest_at", "quiet_from", "quiet_to")
_AUTOCOMPLETE = {
    "name": "name",
    "university": "organization",
    "phone": "tel",
    "reply_mail": "email",
    "address": "street-address",
}


class SettingsForm(forms.ModelForm[Person]):
    """Everything on the settings page. `actions.change_settings` keeps it."""

    digest_at = forms.TypedChoiceField(
        label=_("一日のまとめ"),
        required=False,
        coerce=time.fromisoformat,
        empty_value=None,
        help_text=_("今日することを、この時刻に1通だけお知らせします（日本時間）。"),
    )

    class Meta:
        model = Person
        fields = (*SENDER, *PAGES, *TIMES)
        help_texts = {  # noqa: RUF012  # read by Django, changed by nobody
            "year": _("4年、修士1年のように"),
            "reply_mail": _("空なら、ログインに使うアドレスを書きます。"),
            "quiet_to": _("同じ時刻にすると、休みなく届きます。"),
            "shows_numbers": _("外すと、ことばと今日することだけになります。"),
        }
        widgets = {  # noqa: RUF012
            name: forms.TimeInput(format="%H:%M", attrs={"type": "time"}) for name in TIMES[1:]
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hours = [(time(hour).isoformat("minutes"), f"{hour}:00") for hour in range(24)]
        digest_at = self.fields["digest_at"]
        assert isinstance(digest_at, forms.TypedChoiceField)
        digest_at.choices = [("", _("送らない")), *hours]
        if self.instance.digest_at:
            self.initial["digest_at"] = self.instance.digest_at.isoformat("minutes")
        for name in SENDER:
            self.fields[name].validators.append(ONE_LINE)
            self.fields[name].widget.attrs["autocomplete"] = _AUTOCOMPLETE.get(name, "off")

    def clean(self) -> dict[str, Any]:
        """A digest that would come in the quiet hours is a slip of the finger."""
        given = super().clean() or {}
        if {"digest_at", "quiet_from", "quiet_to"} <= given.keys() and given["digest_at"]:
            times = Person(quiet_from=given["quiet_from"], quiet_to=given["quiet_to"])
            if times.is_quiet_at(given["digest_at"]):
                self.add_error("digest_at", _("通知を休む時間の中です。どちらかを変えてください。"))
        return given


class TokenForm(forms.Form):
    """A new API token."""

    name = forms.CharField(
        label=_("名前"),
        max_length=100,
        validators=[ONE_LINE],
        help_text=_("何に使うものか、あとでわかるように。例：スマートフォンのショートカット"),
    )
    scope = forms.ChoiceField(label=_("できること"), choices=scope_labels)


class LeaveForm(forms.Form):
    """Leaving, said twice."""

    sure = forms.BooleanField(
        label=_("データを持ち出した、または要らないことを確かめました"),
        error_messages={"required": _("消す前に、確かめてから印をつけてください。")},
    )
