import re

import pytest

from tests.web.translations import catalog, compiled, marked

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def test_every_sentence_of_the_pages_has_english() -> None:
    english = catalog()

    missing = [
        f"{place}: {sentence}"
        for sentence, place in marked()
        if (message := english.get(sentence)) is None or not message.string
    ]

    assert missing == []


def test_no_english_is_kept_for_a_sentence_that_went() -> None:
    used = {sentence for sentence, _place in marked()}

    assert {message.id for message in catalog() if message.id} - used == set()


def test_what_is_served_is_what_is_written() -> None:
    written = {message.id: message.string for message in catalog() if message.id}
    served = {message.id: message.string for message in compiled() if message.id}

    assert served == written


def test_english_keeps_every_placeholder() -> None:
    for message in catalog():
        if message.id:
            wanted = sorted(_PLACEHOLDER.findall(str(message.id)))
            assert sorted(_PLACEHOLDER.findall(str(message.string))) == wanted, message.id


@pytest.mark.parametrize("allowed", [{"八日目"}])
def test_english_is_english(allowed: set[str]) -> None:
    for message in catalog():
        if message.id:
            words = str(message.string)
            for name in allowed:
                words = words.replace(name, "")
            assert _JAPANESE.search(words) is None, words
