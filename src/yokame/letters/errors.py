"""Why a letter cannot be written."""

from yokame.letters.situations import Medium, Situation
from yokame.reports import Stage


class LetterError(Exception):
    """No letter for this request."""

    code = "letter"


class MissingFactError(LetterError):
    """The letter would have a hole. `fact` names a field of the request; "a|b": one of two."""

    code = "letter_missing_fact"

    def __init__(self, *, situation: Situation, fact: str) -> None:
        self.situation, self.fact = situation, fact
        either = " or ".join(fact.split("|"))
        super().__init__(f"A letter of {situation} needs {either}. Add it and write again.")


class NotUsedError(LetterError):
    """Nobody writes in this situation by this way."""

    code = "letter_not_used"

    def __init__(self, *, situation: Situation, medium: Medium) -> None:
        self.situation, self.medium = situation, medium
        super().__init__(f"There is no {situation} by {medium}. Choose another way, such as mail.")


class UnfitStageError(LetterError):
    """Nobody was met at this stage, so there is nobody to thank."""

    code = "letter_unfit_stage"

    def __init__(self, *, situation: Situation, stage: Stage) -> None:
        self.situation, self.stage = situation, stage
        super().__init__(f"A letter of {situation} does not fit the stage {stage}.")


class NoUseError(LetterError):
    """Only those who passed are told: an inquiry would change nothing."""

    code = "letter_no_use"

    def __init__(self) -> None:
        super().__init__(
            "Only those who passed are told, so an inquiry is of no use. "
            "Plan this application as over."
        )


class TooManyInquiriesError(LetterError):
    """Two inquiries were made; a third does harm."""

    code = "letter_too_many_inquiries"

    def __init__(self, *, n_asked: int) -> None:
        self.n_asked = n_asked
        super().__init__(f"{n_asked} inquiries were made already. At most two are made a wait.")


class BadFactError(LetterError):
    """A fact that no letter can carry: a line break, or a date before another."""

    code = "letter_bad_fact"

    def __init__(self, *, fact: str, value: str) -> None:
        self.fact, self.value = fact, value
        super().__init__(f"{fact} cannot be {value!r} in a letter. Correct it.")
