"""What the ledger refused, and what to do, in the person's language."""

from yokame.tracker.errors import TrackerError
from yokame.web.language import spoken_language
from yokame.wording import say_error


def say_tracker_error(error: TrackerError) -> str:
    """The error in words, its days written out."""
    return say_error(error, spoken_language())
