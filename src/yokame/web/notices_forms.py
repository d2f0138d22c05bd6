"""How notices come: a person's own mail account, and an Apprise address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from yokame.notices.mail_account import MailAccount
from yokame.notices.rules import allows_every_host, mail_rules, web_rules
from yokame.outbound import (
    DeliveryError,
    MailServer,
    RefusedError,
    Security,
    TryLaterError,
    checked_addresses,
)
from yokame.outbound.chat import check_address
from yokame.web.one_line import ONE_LINE
from yokame.wording import Language, text

_HALF_WIDTH = _("半角の英数字と記号で入れてください。")
_ASCII = RegexValidator(r"^[\x21-\x7e]*$", _HALF_WIDTH)
_ASCII_WORDS = RegexValidator(r"^[\x20-\x7e]*$", _HALF_WIDTH)


def _securities() -> list[tuple[str, Any]]:
    choices: list[tuple[str, Any]] = [
        (Security.STARTTLS.value, _("STARTTLS（ポート587）")),
        (Security.TLS.value, _("TLS（ポート465）")),
    ]
    if allows_every_host():
        choices.append((Security.NONE.value, _("なし（この端末の中のサーバーなど）")))
    return choices


class MailForm(forms.Form):
    """The account that letters go out from. An empty password leaves the one that is kept."""

    address = forms.EmailField(label=_("メールアドレス"), max_length=200, validators=[_ASCII])
    name = forms.CharField(
        label=_("差出人の名前"), max_length=100, required=False, validators=[ONE_LINE]
    )
    host = forms.CharField(
        label=_("送信（SMTP）サーバー"),
        max_length=200,
        validators=[_ASCII],
        help_text=_("例：smtp.gmail.com。メールサービスの説明ページにあります。"),
    )
    security = forms.ChoiceField(label=_("暗号化"), choices=_securities)
    port = forms.IntegerField(label=_("ポート"), min_value=1, max_value=65535, initial=587)
    username = forms.CharField(
        label=_("ユーザー名"),
        max_length=200,
        required=False,
        validators=[ONE_LINE],
        help_text=_("多くは、メールアドレスと同じです。"),
    )
    password = forms.CharField(
        label=_("パスワード"),
        max_length=200,
        required=False,
        strip=False,
        validators=[_ASCII_WORDS],
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Gmailなどでは、アプリパスワードを作って入れます。暗号にして保存します。"),
    )
    is_on = forms.BooleanField(
        label=_("お知らせも、このアドレスあてに受け取る"), required=False, initial=True
    )

    def __init__(
        self, data: Any, *, known: MailAccount | None, initial: dict[str, Any], lang: Language
    ) -> None:
        self.known, self.lang = known, lang
        super().__init__(data, initial=initial)

    def clean(self) -> dict[str, Any]:
        """The server must be one that we may connect to; a password is told to no other server."""
        given = super().clean() or {}
        if {"host", "port"} <= given.keys():
            self._check_server(given["host"], given["port"])
        if given.get("username") and not given.get("password"):
            if self.known is None or not self._is_known(given):
                self.add_error("password", _("このサーバーのパスワードを入れてください。"))
            else:
                given["password"] = self.known.server.password
        return given

    def account(self) -> MailAccount:
        """What was typed, as an account."""
        given = self.cleaned_data
        server = MailServer(
            host=given["host"],
            port=given["port"],
            security=Security(given["security"]),
            username=given["username"],
            password=given["password"] if given["username"] else "",
        )
        return MailAccount(given["address"], given["name"], server)

    def _check_server(self, host: str, port: int) -> None:
        try:
            checked_addresses(host, port, mail_rules())
        except RefusedError as error:
            self.add_error("host", say_problem(error, self.lang))
        except TryLaterError as error:
            if not allows_every_host():  # one's own laptop may be without a network just now
                self.add_error("host", say_problem(error, self.lang))

    def _is_known(self, given: dict[str, Any]) -> bool:
        assert self.known is not None
        kept = self.known.server
        asked = (given.get("host"), given.get("port"), given.get("security"), given["username"])
        return asked == (kept.host, kept.port, kept.security.value, kept.username)


class ChatForm(forms.Form):
    """An Apprise address."""

    address = forms.CharField(
        label=_("AppriseのURL"),
        max_length=500,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, data: Any, *, lang: Language) -> None:
        self.lang = lang
        super().__init__(data)

    def clean_address(self) -> str:
        """One that Apprise knows, and that may be used here."""
        address: str = self.cleaned_data["address"]
        try:
            check_address(address, rules=web_rules())
        except RefusedError as error:
            raise ValidationError(say_problem(error, self.lang)) from error
        return address


class BrowserForm(forms.Form):
    """What a browser gives when it subscribes."""

    endpoint = forms.URLField(max_length=1000, assume_scheme="https")
    p256dh = forms.RegexField(r"^[\w-]{80,90}=*$", max_length=200)
    auth = forms.RegexField(r"^[\w-]{20,24}=*$", max_length=100)
    name = forms.CharField(max_length=100, validators=[ONE_LINE])


def say_problem(error: DeliveryError, lang: Language) -> str:
    """What went wrong and what to do, in the person's language."""
    return text(lang, f"problem.{error.problem}")
