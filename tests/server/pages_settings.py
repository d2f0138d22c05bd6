"""The tests' settings with the pages of `pages.py`, for servers that run in their own process."""

from yokame.server.settings import *  # noqa: F403

ROOT_URLCONF = "tests.server.pages"
