"""Links that carry a question in their query, and nothing else."""

from django.http import QueryDict
from django.urls import reverse

# The names of the form, in its order.
KEYS = (
    "said", "held", "track", "stage", "signal", "contact", "contact_on", "employer", "industry",
    "size", "public_sector", "via_agent", "policy", "asked", "asked_again", "hide_numbers",
)  # fmt: skip
# Whose word it is asks nothing by itself.
_NAMES = ("employer", "industry")
# What the form takes in one field, so that a link can carry all of it.
LONGEST_VALUE = 300


def carries_question(query: QueryDict) -> bool:
    """Whether a link asks something, rather than only opening the page."""
    return any(query.get(key) for key in KEYS if key not in _NAMES)


def page_url(typed: QueryDict, *, lang: str | None = None) -> str:
    """The page with this question, in the order of the form and without what is empty."""
    query = QueryDict(mutable=True)
    for key in KEYS:
        kept = [value for value in typed.getlist(key) if value and len(value) <= LONGEST_VALUE]
        if kept:
            query.setlist(key, kept)
    if lang:
        query["lang"] = lang
    path = reverse("web:ask")
    return f"{path}?{query.urlencode()}" if query else path
