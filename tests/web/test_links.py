from django.http import QueryDict

from yokame.web.form import AskForm
from yokame.web.links import KEYS, LONGEST_VALUE, carries_question, page_url


def test_a_link_carries_what_the_form_takes_and_nothing_else() -> None:
    typed = QueryDict(mutable=True)
    typed.update({"held": "2026-11-13", "csrfmiddlewaretoken": "secret", "said": ""})
    typed.setlist("signal", ["own_feeling_good", "smiles_good_mood"])

    url = page_url(typed, lang="en")

    assert url == "/?held=2026-11-13&signal=own_feeling_good&signal=smiles_good_mood&lang=en"


def test_every_field_of_the_form_travels_in_a_link_in_its_order() -> None:
    assert tuple(AskForm.base_fields) == KEYS


def test_what_no_form_takes_is_left_out_of_a_link() -> None:
    longest, longer = ("あ" * n for n in (LONGEST_VALUE, LONGEST_VALUE + 1))

    def link(said: str) -> str:
        return page_url(QueryDict(f"said={said}"))

    assert link(longest) != "/"
    assert link(longer) == "/"


def test_a_link_that_only_chooses_a_language_asks_nothing() -> None:
    assert not carries_question(QueryDict("lang=en&utm_source=x"))
    assert carries_question(QueryDict("held=11/13"))
