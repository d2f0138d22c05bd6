"""Every address that a server answers at, and every operation of its API."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

_IN_ROUTE = re.compile(r"<(?:\w+:)?(\w+)>")
_IN_DOCUMENT = re.compile(r"\{(\w+)\}")
_API = "api/"
METHODS = ("get", "post", "put", "patch", "delete")


class UnknownParameterError(AssertionError):
    """An address has a parameter that the test cannot fill with something of Hana's."""


@dataclass(frozen=True)
class Address:
    """A route such as `/settings/tokens/<int:token_id>/revoke/`, or an operation of the API."""

    route: str
    parameters: tuple[str, ...]
    method: str = ""

    @property
    def is_operation(self) -> bool:
        return self.route.startswith(f"/{_API}")

    def filled(self, values: Mapping[str, Sequence[object]]) -> list[str]:
        """The address with each of Hana's things. Raises UnknownParameterError."""
        for name in self.parameters:
            if not values.get(name):
                raise UnknownParameterError(
                    f"{self.route} has the parameter {name!r}. Give it values of Hana's in "
                    "tests/accounts/belongings.py, so that it is tried as somebody else."
                )
        pattern = _IN_DOCUMENT if self.is_operation else _IN_ROUTE
        paths = []
        for combination in product(*(values[name] for name in self.parameters)):
            chosen = dict(zip(self.parameters, combination, strict=True))
            paths.append(pattern.sub(lambda found: str(chosen[found[1]]), self.route))  # noqa: B023
        return paths


def pages() -> list[Address]:
    """Every address outside the API."""
    return [each for each in _walk(get_resolver(), "/") if not each.is_operation]


def operations() -> list[Address]:
    """Every operation that the API's own document tells of."""
    document = Client().get("/api/openapi.json").json()
    return [
        Address(path, tuple(_IN_DOCUMENT.findall(path)), method)
        for path, methods in document["paths"].items()
        for method in METHODS
        if method in methods
    ]


def api_routes() -> set[str]:
    """Every address under `/api/`, as operations write it, told of or not."""
    routes = (each.route for each in _walk(get_resolver(), "/") if each.is_operation)
    return {_IN_ROUTE.sub(r"{\1}", route) for route in routes}


def _walk(resolver: URLResolver, before: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, before + _route(entry))
        else:
            names = tuple(_IN_ROUTE.findall(before)) + _names(entry)
            yield Address(before + _route(entry), names)


def _route(entry: URLPattern | URLResolver) -> str:
    """The route; of a regular expression its source, which no parameter must hide in."""
    return str(entry.pattern)


def _names(entry: URLPattern) -> tuple[str, ...]:
    if isinstance(entry.pattern, RoutePattern):
        return tuple(entry.pattern.converters)
    return tuple(entry.pattern.regex.groupindex)
