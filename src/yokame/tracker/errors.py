"""What the ledger refuses. Each error has a `code`, kept by the API, and its values."""

from datetime import date, time


class TrackerError(ValueError):
    """Something that cannot be recorded as it stands. Nothing was changed."""

    code = "tracker"


class WordBeforeRoundError(TrackerError):
    """Word is dated earlier than the round it answers."""

    code = "word_before_round"

    def __init__(self, *, held_on: date, heard_on: date) -> None:
        self.held_on, self.heard_on = held_on, heard_on
        super().__init__(
            f"Word dated {heard_on} comes before its round on {held_on}. "
            "Correct one of the two days; a wait cannot end before it begins."
        )


class NoSuchApplicationError(TrackerError):
    """An event is about an application that this ledger does not have."""

    code = "no_such_application"

    def __init__(self) -> None:
        super().__init__("There is no such application. Its entry may have been undone.")


class NoSuchRoundError(TrackerError):
    """An event is about a round that the application does not have."""

    code = "no_such_round"

    def __init__(self) -> None:
        super().__init__("This application has no such round. It may have been undone.")


class NoSuchEventError(TrackerError):
    """A correction is of an event that the application does not have, or of another kind."""

    code = "no_such_event"

    def __init__(self) -> None:
        super().__init__("This application has no such event of this kind. It may be undone.")


class NoOfferError(TrackerError):
    """An offer is answered that was never made."""

    code = "no_offer"

    def __init__(self) -> None:
        super().__init__("There is no offer to answer. Record the offer as word first.")


class AnswerBeforeOfferError(TrackerError):
    """An offer is answered on a day before it was made."""

    code = "answer_before_offer"

    def __init__(self, *, offered_on: date, answered_on: date) -> None:
        self.offered_on, self.answered_on = offered_on, answered_on
        super().__init__(
            f"The answer is dated {answered_on}, before the offer on {offered_on}. "
            "Correct one of the two days."
        )


class DayOutOfRangeError(TrackerError):
    """A day so far away that it is surely a slip."""

    code = "day_out_of_range"

    def __init__(self, *, day: date, first: date, last: date) -> None:
        self.day, self.first, self.last = day, first, last
        super().__init__(f"{day} is not between {first} and {last}. Correct the day.")


class NotYetError(TrackerError):
    """Something is said to have happened on a day that is still ahead."""

    code = "not_yet"

    def __init__(self, *, day: date, today: date) -> None:
        self.day, self.today = day, today
        super().__init__(f"{day} is still ahead (today is {today}). Give the day it happened.")


class TooManyInquiriesError(TrackerError):
    """A third inquiry about one wait."""

    code = "too_many_inquiries"

    def __init__(self) -> None:
        super().__init__("Two inquiries about this wait were sent. A third does not help.")


class NothingToUndoError(TrackerError):
    """A change is named that this ledger does not have, or that cannot be taken back."""

    code = "nothing_to_undo"

    def __init__(self) -> None:
        super().__init__("There is no such change in this ledger.")


class UnknownSignalError(TrackerError):
    """A signal that the priors do not know."""

    code = "unknown_signal"

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"No signal is called {name!r}.")


class ContactBeforeRoundError(TrackerError):
    """A contact or inquiry is dated before the round it is about."""

    code = "contact_before_round"

    def __init__(self, *, held_on: date, on: date) -> None:
        self.held_on, self.on = held_on, on
        super().__init__(f"{on} comes before the round on {held_on}. Correct one of the two days.")


class AnswerDueBeforeOfferError(TrackerError):
    """An offer is said to wait until a day before it was made."""

    code = "answer_due_before_offer"

    def __init__(self, *, offered_on: date, answer_by: date) -> None:
        self.offered_on, self.answer_by = offered_on, answer_by
        super().__init__(
            f"An offer of {offered_on} cannot wait until {answer_by}. Correct one of the two days."
        )


class HeardBeforeRoundError(TrackerError):
    """Others heard, or still had not, on a day before their own round."""

    code = "heard_before_round"

    def __init__(self, *, held_on: date, on: date) -> None:
        self.held_on, self.on = held_on, on
        super().__init__(
            f"{on} comes before their round on {held_on}. If it was another season or slot, "
            "give the day of their round."
        )


class RoundEndsBeforeItStartsError(TrackerError):
    """A round that is over before it begins."""

    code = "round_ends_before_it_starts"

    def __init__(self, *, starts_at: time, ends_at: time) -> None:
        self.starts_at, self.ends_at = f"{starts_at:%H:%M}", f"{ends_at:%H:%M}"
        super().__init__(
            f"The round ends at {self.ends_at}, not after {self.starts_at}, when it begins. "
            "Correct one of the two times."
        )
