"""The languages yokame speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of sentences and labels; Japanese is the default everywhere."""

    JA = "ja"
    EN = "en"
