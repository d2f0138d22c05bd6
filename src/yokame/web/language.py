"""Which language a page speaks: asked for in the link, else remembered, else Japanese."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from yokame.wording import Language

LANGUAGES = tuple(str(lang) for lang in Language)
COOKIE = "yokame_lang"
_ONE_YEAR = 365 * 24 * 60 * 60
P = ParamSpec("P")


def in_their_language(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Answer in the person's language, and remember it where the link asked for one.

    Around one view, or as a middleware around pages that are not ours, such as those of sign-in.
    """

    @wraps(view)
    def spoken(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        asked_for = request.GET.get("lang", "")
        lang = next(
            (code for code in (asked_for, request.COOKIES.get(COOKIE)) if code in LANGUAGES), "ja"
        )
        with translation.override(lang):
            response = view(request, *args, **kwargs)
        if asked_for in LANGUAGES:
            remember(response, request, asked_for)
        response.headers["Content-Language"] = lang
        patch_vary_headers(response, ["Cookie"])
        return response

    return spoken


def remember(response: HttpResponse, request: HttpRequest, lang: str) -> None:
    """Let this browser ask for `lang` from now on."""
    response.set_cookie(
        COOKIE,
        lang,
        max_age=_ONE_YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def page_language(request: HttpRequest) -> dict[str, str]:
    """For every template: the page's language, and the link to the same page in the other one."""
    lang = spoken_language()
    other_lang = next(code for code in LANGUAGES if code != lang)
    query = request.GET.copy()
    query.pop("done", None)  # what was done a moment ago is no part of the page
    query["lang"] = other_lang
    return {
        "lang": lang,
        "other_lang": other_lang,
        "other_language_url": f"{request.path}?{query.urlencode()}",
    }


def spoken_language() -> Language:
    """The language that this request is answered in."""
    return Language(translation.get_language() or "ja")
