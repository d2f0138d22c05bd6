"""Sentences on the page: nothing that belongs together is parted, no chance is certain."""

import pytest
from django.utils.translation import override

from yokame.web.templatetags.yokame_words import in_100, whole


@pytest.mark.parametrize(
    "kept",
    ["12月4日(金)", "2026年12月4日(金)", "Fri 4 Dec 2026", "100人中14人くらい", "18〜78人くらい"],
)
def test_a_day_and_a_count_of_people_stand_on_one_line(kept: str) -> None:
    assert whole(f"a {kept} b") == f'a <span class="whole">{kept}</span> b'


def test_what_a_person_typed_stays_text() -> None:
    assert whole("<b>11月20日</b>") == '&lt;b&gt;<span class="whole">11月20日</span>&lt;/b&gt;'


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [(0, "1未満", "under 1"), (47, "47", "47"), (100, "99以上", "99 or more")],
)
def test_no_count_is_nobody_or_everybody(value: int, ja: str, en: str) -> None:
    with override("ja"):
        assert in_100(value) == ja
    with override("en"):
        assert in_100(value) == en
