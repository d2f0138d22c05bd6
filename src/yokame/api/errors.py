"""Every error of the API in one shape: `{"code", "message", "mistakes": [{"field", …}]}`."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from yokame.api.authentication import MissingScopeError
from yokame.forecast import QuestionError
from yokame.reports import OthersError
from yokame.tracker.errors import NoSuchApplicationError, NothingToUndoError, TrackerError
from yokame.tracker.payloads import KINDS
from yokame.wording import Language, say_error

JSON = "application/json"
Operation = Callable[..., HttpResponse]
_MESSAGES = {
    "not_json": ("本文がJSONとして読めません。", "The body cannot be read as JSON."),
    "not_json_type": (
        "Content-Type を application/json にして送ってください。",
        "Send it with Content-Type: application/json.",
    ),
    "too_large": ("本文が大きすぎます。", "The body is too large."),
    "invalid": (
        "受け取れない項目があります。mistakes を見てください。",
        "Some fields cannot be taken; see mistakes.",
    ),
    "token_needed": (
        "有効なAPIトークンが要ります。Authorization: Bearer … で送ってください。",
        "A valid API token is needed: Authorization: Bearer …",
    ),
    "scope_missing": (
        "このトークンでは、それはできません。",
        "This token does not allow that.",
    ),
    "not_found": ("その入口はありません。", "There is no such address."),
    "method_not_allowed": (
        "この入口は、その方法では使えません。",
        "This address cannot be asked that way.",
    ),
    "contact_incomplete": (
        "contact と contact_on は、いっしょに送ってください。",
        "Send contact and contact_on together.",
    ),
    "missing": ("必要な項目です。", "is required"),
    "unknown_key": ("知らない項目です。", "is not a known key"),
    "unknown_signal": ("知らないサインです。", "is no signal that yokame knows"),
    "date": ("2026-11-13 のような日にちではありません。", "should be a day like 2026-11-13"),
    "too_long": ("長すぎます。", "is too long"),
    "too_short": ("空にはできません。", "must not be empty"),
    "out_of_range": ("数が範囲の外です。", "is a number out of range"),
    "type": ("値の種類が違います。", "has a value of the wrong kind"),
}  # fmt: skip
CODES = tuple(_MESSAGES)
# Pydantic's names for what went wrong, by ours.
_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "unknown_signal": "unknown_signal",
    "string_too_long": "too_long",
    "too_long": "too_long",
    "string_too_short": "too_short",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
}


class IncompleteContactError(QuestionError):
    """A contact without its day, or a day without its contact."""

    code = "contact_incomplete"

    def __init__(self) -> None:
        super().__init__(_MESSAGES[self.code][1])


def say(code: str, lang: Language) -> str:
    """The message of a code of this module."""
    return _MESSAGES[code][lang is Language.EN]


def refuse(
    status: int, code: str, message: str, mistakes: Iterable[Mapping[str, str]] = ()
) -> HttpResponse:
    """An error in the one shape."""
    content = {"code": code, "message": message, "mistakes": list(mistakes)}
    return HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=JSON)


def add_error_handlers(api: NinjaAPI) -> None:
    """Give every error of `api` its shape."""

    @api.exception_handler(QuestionError)
    def contradictory(request: HttpRequest, error: QuestionError) -> HttpResponse:
        lang = asked_lang(request)
        own = isinstance(error, IncompleteContactError)
        message = say(error.code, lang) if own else say_error(error, lang)
        return refuse(409, error.code, message)

    @api.exception_handler(OthersError)
    def contradictory_row(request: HttpRequest, error: OthersError) -> HttpResponse:
        return refuse(409, error.code, say_error(error, asked_lang(request)))

    @api.exception_handler(TrackerError)
    def refused(request: HttpRequest, error: TrackerError) -> HttpResponse:
        is_there = not isinstance(error, NoSuchApplicationError | NothingToUndoError)
        return refuse(409 if is_there else 404, error.code, say_error(error, asked_lang(request)))

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        lang = asked_lang(request)
        mistakes = [_mistake(found, lang) for found in error.errors]
        return refuse(422, "invalid", say("invalid", lang), mistakes)

    @api.exception_handler(AuthenticationError)
    def unknown(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        refused = refuse(401, "token_needed", say("token_needed", Language.JA))
        refused.headers["WWW-Authenticate"] = "Bearer"
        return refused

    @api.exception_handler(MissingScopeError)
    def not_allowed(_request: HttpRequest, _error: MissingScopeError) -> HttpResponse:
        return refuse(403, "scope_missing", say("scope_missing", Language.JA))

    @api.exception_handler(HttpError)
    def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
        return refuse(error.status_code, "not_json", say("not_json", asked_lang(request)))

    @api.exception_handler(RequestDataTooBig)
    def too_large(_request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
        return refuse(413, "too_large", say("too_large", Language.JA))

    @api.exception_handler(Http404)
    def not_found(_request: HttpRequest, _error: Http404) -> HttpResponse:
        return refuse(404, "not_found", say("not_found", Language.JA))


def only_json(operation: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Take a body only where it is said to be JSON.

    No form of another site's page can say that without asking first, so an API without cookies
    needs no CSRF token; see `docs/decisions`.
    """

    @wraps(operation)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.content_type != JSON:
            return refuse(415, "not_json_type", say("not_json_type", asked_lang(request)))
        return operation(request, *args, **kwargs)

    return checked


def only_keys(*known: str) -> Callable[[Operation], Operation]:
    """Take no other key in the query: ninja passes over those that it does not know."""

    def checking(operation: Operation) -> Operation:
        @wraps(operation)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            unknown = [key for key in request.GET if key not in known]
            if unknown:
                raise ValidationError(
                    [{"type": "extra_forbidden", "loc": ("query", key)} for key in unknown]
                )
            return operation(request, *args, **kwargs)

        return checked

    return checking


def asked_lang(request: HttpRequest) -> Language:
    """The language a body asks for, even one that is wrong elsewhere."""
    try:
        body = json.loads(request.body)
        return Language(body["lang"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return Language.JA


def _mistake(found: Mapping[str, Any], lang: Language) -> dict[str, str]:
    kind = str(found["type"])
    code = "date" if kind.startswith("date") else _CODES.get(kind, "type")
    # ("body", "body", "others", 0, "count") and ("query", "limit"): where ninja found it, then our
    # own names. Of an event Pydantic names the kind too, which is no key of the body.
    names = found["loc"][2 if found["loc"][0] == "body" else 1 :]
    field = ".".join(str(part) for part in names if part not in KINDS)
    return {"field": field, "code": code, "message": say(code, lang)}
