"""What can be wrong with a question, each with a `code` kept by the API, or with a model."""

from datetime import date
from pathlib import Path


class QuestionError(ValueError):
    """A question that has no answer as it stands."""

    code = "question"


class HeldInFutureError(QuestionError):
    """The stage has not been taken yet on the day of the question."""

    code = "held_in_future"

    def __init__(self, *, held: date, today: date) -> None:
        self.held, self.today = held, today
        super().__init__(
            f"The stage is dated {held}, after today, {today}. Correct one of the two."
        )


class DateOutOfRangeError(QuestionError):
    """A date so far away that neither holidays nor the model are known."""

    code = "date_out_of_range"

    def __init__(self, *, day: date, first: date, last: date) -> None:
        self.day, self.first, self.last = day, first, last
        super().__init__(f"{day} is not between {first} and {last}. Give a date in that span.")


class ContactOutsideWaitError(QuestionError):
    """A contact dated before the stage or after today."""

    code = "contact_outside_wait"

    def __init__(self, *, on: date, held: date, today: date) -> None:
        self.on, self.held, self.today = on, held, today
        super().__init__(
            f"The contact is dated {on}; it should lie from {held}, the day of the stage, "
            f"to {today}, today."
        )


class AskedOutsideWaitError(QuestionError):
    """An inquiry dated before the stage or after today."""

    code = "asked_outside_wait"

    def __init__(self, *, on: date, held: date, today: date) -> None:
        self.on, self.held, self.today = on, held, today
        super().__init__(
            f"An inquiry is dated {on}; it should lie from {held}, the day of the stage, "
            f"to {today}, today."
        )


class SizeError(QuestionError):
    """A number of employees that no employer has."""

    code = "size"

    def __init__(self, *, size: int, largest: int) -> None:
        self.size, self.largest = size, largest
        super().__init__(f"{size} employees: give a whole number from 1 to {largest}.")


class UnknownSignalError(QuestionError):
    """A signal that the priors do not know."""

    code = "unknown_signal"

    def __init__(self, *, name: str, known: tuple[str, ...]) -> None:
        self.name, self.known = name, known
        super().__init__(f"No signal is called {name!r}. Known: {', '.join(known)}.")


class ModelUnusableError(ValueError):
    """A file that holds no model to answer with.

    `problem`: `missing`, `closed`, or one of `ModelFileError.PROBLEMS`.
    """

    def __init__(self, *, path: Path, problem: str, found: str, said: str) -> None:
        self.path, self.problem, self.found = path, problem, found
        super().__init__(said)
