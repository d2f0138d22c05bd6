"""The door for `server`: the API with its addresses."""

from yokame.api.operations import api

__all__ = ["api"]
