"""Where an answer's numbers come from, and of which day they are."""

from yokame.forecast import Basis
from yokame.wording.days import say_day
from yokame.wording.evidence import how_many
from yokame.wording.language import Language
from yokame.wording.sentences import joined, text


def say_reports(basis: Basis, lang: Language) -> str:
    """How many reports of this stage were used, if any."""
    if basis.reports:
        return text(lang, "basis.reports", n=how_many(basis.reports, lang))
    return text(lang, "basis.no_reports_of_stage" if basis.reports_until else "basis.no_reports")


def say_basis(basis: Basis, lang: Language) -> str:
    """The whole of it, where reports were learned from."""
    start = text(lang, "basis.learned")
    return joined([start, say_reports(basis, lang), say_model(basis, lang)], lang)


def say_model(basis: Basis, lang: Language) -> str:
    """The days up to which reports and priors were put together."""
    if basis.reports_until is None:
        return text(lang, "basis.model", model=basis.model)
    until, priors = (
        say_day(day, lang, with_year=True) for day in (basis.reports_until, basis.priors_made_on)
    )
    return text(lang, "basis.model_with_reports", until=until, priors=priors)
