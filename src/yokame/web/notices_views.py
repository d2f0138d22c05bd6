"""How a person is told: their mail account, browsers, chats, and how the last notices fared."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from yokame.accounts.queries import Person, person_of
from yokame.notices import actions, queries
from yokame.notices.queries import Channel, Kind
from yokame.web.language import in_their_language
from yokame.web.ledger import ledger_context
from yokame.web.notices_forms import BrowserForm, ChatForm, MailForm
from yokame.web.notices_rows import channel_rows, delivery_rows
from yokame.wording import Language


@require_safe
@in_their_language
def notices(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request)


@require_POST
@in_their_language
def save_mail(request: HttpRequest) -> HttpResponse:
    """Keep the account that letters go out from, and perhaps have notices come to it."""
    person = person_of(request)
    form = _mail_form(person, request.POST)
    if not form.is_valid():
        return _page(request, mail_form=form)
    account, is_on = form.account(), form.cleaned_data["is_on"]
    actions.save_own_mail(person, account, is_on=is_on, now=timezone.now())
    return _back("saved")


@require_POST
@in_their_language
def save_chat(request: HttpRequest) -> HttpResponse:
    """Have notices come by an Apprise address."""
    form = ChatForm(request.POST, lang=_lang())
    if not form.is_valid():
        return _page(request, chat_form=form)
    actions.save_chat(person_of(request), form.cleaned_data["address"], now=timezone.now())
    return _back("saved")


@require_POST
@in_their_language
def use_house_mail(request: HttpRequest) -> HttpResponse:
    """Have notices come by the house's mail."""
    if queries.house_can_mail():
        actions.use_house_mail(person_of(request), is_on=True, now=timezone.now())
    return _back("saved")


@require_POST
@in_their_language
def subscribe(request: HttpRequest) -> HttpResponse:
    """Have notices come to the browser that sends this."""
    form = BrowserForm(request.POST)
    if not form.is_valid():
        return _page(request, trouble=_("このブラウザーからは、登録できませんでした。"))
    actions.subscribe_browser(person_of(request), **form.cleaned_data, now=timezone.now())
    return _back("subscribed")


@require_POST
@in_their_language
def change(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Switch a channel on or off, with employers' names or without."""
    channel = _own(request, channel_id)
    is_on, shows_names = "is_on" in request.POST, "shows_names" in request.POST
    actions.switch(channel.owner, channel.pk, is_on=is_on, shows_names=shows_names)
    return _back("saved")


@require_POST
@in_their_language
def try_out(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Send a word of proof by this channel."""
    channel = _own(request, channel_id)
    actions.try_channel(channel.owner, channel.pk, now=timezone.now())
    return _back("tried")


@require_POST
@in_their_language
def forget(request: HttpRequest, channel_id: int) -> HttpResponse:
    """Drop a channel with all that is kept of it."""
    channel = _own(request, channel_id)
    actions.forget(channel.owner, channel.pk)
    return _back("forgotten")


def _own(request: HttpRequest, channel_id: int) -> Channel:
    return get_object_or_404(queries.channels(person_of(request)), pk=channel_id)


def _back(said: str) -> HttpResponse:
    response = redirect(f"{reverse('web:notices')}?said={said}")
    response.status_code = 303
    return response


def _page(
    request: HttpRequest,
    *,
    mail_form: MailForm | None = None,
    chat_form: ChatForm | None = None,
    trouble: str = "",
) -> HttpResponse:
    person, lang = person_of(request), _lang()
    channels = channel_rows(person, lang)
    context: dict[str, Any] = {
        **ledger_context(request, timezone.localdate()),
        "mail_form": mail_form or _mail_form(person, None),
        "chat_form": chat_form or ChatForm(None, lang=lang),
        "trouble": trouble,
        "channels": channels,
        "deliveries": delivery_rows(person, lang, timezone.now()),
        "said": _said(request.GET.get("said", "")),
        "can_use_house": queries.house_can_mail() and not queries.has(person, Kind.HOUSE_MAIL),
        "has_own_mail": queries.has(person, Kind.OWN_MAIL),
        "push_key": queries.key_for_browsers(),
    }
    is_wrong = bool(mail_form or chat_form or trouble)
    return render(request, "web/settings_notices.html", context, status=422 if is_wrong else 200)


def _said(code: str) -> str:
    """What was done, said on the page that follows."""
    return {
        "saved": _("保存しました。"),
        "subscribed": _("このブラウザーで、お知らせを受け取ります。"),
        "tried": _("テスト送信を頼みました。届いたか確かめてください。下の記録に結果が出ます。"),
        "forgotten": _("外しました。"),
    }.get(code, "")


def _mail_form(person: Person, data: Any) -> MailForm:
    known = queries.own_mail(person)
    if known is None:
        sender = person.sender()
        initial: dict[str, Any] = {"address": sender.mail, "name": person.name}
    else:
        initial = {**known.fields(), "is_on": queries.has(person, Kind.OWN_MAIL, is_on=True)}
        del initial["password"]
    return MailForm(data, known=known, initial=initial, lang=_lang())


def _lang() -> Language:
    return Language(get_language() or "ja")
