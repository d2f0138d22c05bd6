"""Words as they are compared: without case, width, spaces and signs."""

import re
import unicodedata
from functools import lru_cache

_BRACKETED = re.compile(r"[(\[{<【〔「『][^)\]}>】〕」』]*[)\]}>】〕」』]")


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Letters and digits only, in one width and case. Of a lone sign (○, ×, -): the sign."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, plain)) or "".join(plain.split())


def without_brackets(text: str) -> str:
    """企業名（必須） as 企業名."""
    return _BRACKETED.sub("", unicodedata.normalize("NFKC", text)).strip()


def one_line(text: str) -> str:
    """The text in a single line, with single spaces: names have no line breaks."""
    return " ".join(text.split())
