"""What can be wrong with a file of priors."""


class PriorsError(ValueError):
    """An entry of the priors is missing or impossible."""

    def __init__(self, name: str, problem: str) -> None:
        self.name, self.problem = name, problem
        super().__init__(f"Prior {name} {problem}. Mend the entry; no answer is given without it.")
