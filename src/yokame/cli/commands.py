"""The verbs and their options. What a verb does is loaded only when it is called."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from yokame import __version__
from yokame.cli.help_page import verb_page, verbs_page
from yokame.cli.letter_params import letter_params
from yokame.cli.mistakes import CannotDoError, WrongInputError
from yokame.cli.options import choice, option, page_option, people_count
from yokame.cli.terminal import print_lines
from yokame.cli.texts import LANGUAGES, codes, listed, say, signal_labels
from yokame.reports import Policy, Stage, Track

_POLICIES = (Policy.EVERYONE, Policy.PASSED_ONLY)
_CONTACTS = ("phone", "mail")
_REFERENCES = ("priors", "own")

# The module behind each verb. NumPy takes 0.2 s to load: help does not wait for it.
_MODULES = {
    "up": "yokame.cli.up",
    "claim": "yokame.cli.claim",
    "answer": "yokame.cli.answer",
    "promise": "yokame.cli.promise",
    "letter": "yokame.cli.letter",
    "train": "yokame.cli.train",
    "predict": "yokame.cli.predict",
    "backtest": "yokame.cli.backtest",
    "import": "yokame.cli.handed_over",
    "export": "yokame.cli.handed_over",
    "backup": "yokame.cli.handed_over",
    "restore": "yokame.cli.handed_over",
    "check": "yokame.cli.handed_over",
}
VERBS = tuple(_MODULES)
# What reads reports, and which verbs can do nothing without it.
_ENGINES = ("duckdb", "pyarrow")
_LEARNING_VERBS = ("train", "predict", "backtest")
_EXAMPLES = {
    "up": ("yokame up",),
    "claim": ("yokame claim hana@example.ac.jp",),
    "answer": (
        'yokame answer --stage final --held 11/13 --said "1週間以内に連絡します"',
        'yokame answer --stage first --held 2026-11-13 --said "within a week" --lang en',
        "yokame answer --stage first --held 11/13 --signal longer_than_planned",
    ),
    "promise": ('yokame promise "合格者のみ1週間以内に連絡します" --held 11/13',),
    "letter": (
        "yokame letter inquiry --employer 株式会社青空商事 --stage first --held 11/13 \\",
        '    --said "1週間以内に連絡します" --name 山田花子 --university 東都大学',
        "yokame letter thanks --facts me.json --stage final --held 11/13",
        "yokame letter --check draft.txt --employer 株式会社青空商事",
    ),
    "train": (
        "yokame train reports.csv --out model.yokame",
        "yokame train 2025.csv.gz 2026.parquet --out model.yokame --reference own",
    ),
    "predict": ("yokame predict questions.csv --model model.yokame --out answers.csv",),
    "backtest": ("yokame backtest reports.csv", "yokame backtest reports.csv --out scores.json"),
    "import": ("yokame import 就活.xlsx", "yokame import 就活.csv --yes"),
    "export": ("yokame export --out yokame.json",),
    "backup": ("yokame backup yokame-2026-11-23.sqlite3",),
    "restore": ("yokame restore yokame-2026-11-23.sqlite3",),
    "check": ("yokame check", "yokame check --mend"),
}


@dataclass(frozen=True)
class Session:
    """What a call is given besides its options: the language, and today in Japan."""

    lang: str
    today: date


def command_line(session: Session) -> click.Group:
    """The whole command line, its help in the language of the session."""
    lang = session.lang
    verbs = {
        "up": _up(lang),
        "claim": _claim(lang),
        "answer": _answer(lang),
        "promise": _promise(lang),
        "letter": _letter(lang),
        "train": _train(lang),
        "predict": _predict(lang),
        "backtest": _backtest(lang),
        "import": _import(lang),
        "export": _verb(lang, "export", _file_option(lang, "out"), _person(lang)),
        "backup": _verb(lang, "backup", _file(lang), _json(lang)),
        "restore": _verb(lang, "restore", _file(lang), _json(lang)),
        "check": _verb(lang, "check", option(lang, "mend", is_flag=True), _json(lang)),
    }
    return _Verbs(
        "yokame",
        commands=verbs,
        params=[
            page_option(lang, "help", lambda _: verbs_page(lang, list(verbs))),
            page_option(lang, "version", lambda _: [f"yokame {__version__}"]),
            choice(lang, "lang", LANGUAGES, default=LANGUAGES[0]),
        ],
        add_help_option=False,
        no_args_is_help=False,
        invoke_without_command=True,
        callback=_help_without_verb,
    )


class _Verbs(click.Group):
    """The verbs; an unknown one is answered with those there are."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            choices = listed(ctx.obj.lang, list(self.commands))
            raise WrongInputError("no_such_verb", value=args[0], choices=choices)
        return super().resolve_command(ctx, args)


def _help_without_verb(**_: object) -> None:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        assert isinstance(ctx.command, click.Group)
        print_lines(verbs_page(ctx.obj.lang, list(ctx.command.commands)))


def _answer(lang: str) -> click.Command:
    day = say(lang, "metavar.day")
    return _verb(
        lang,
        "answer",
        choice(lang, "stage", tuple(Stage)),
        option(lang, "held", metavar=day, required=True),
        option(lang, "said", metavar=say(lang, "metavar.text")),
        option(lang, "today", metavar=day),
        choice(lang, "track", tuple(Track), default=Track.NEW_GRAD.value),
        option(lang, "employer", metavar=say(lang, "metavar.name")),
        option(lang, "industry", metavar=say(lang, "metavar.name")),
        option(lang, "size", metavar=say(lang, "metavar.number"), callback=people_count),
        option(lang, "public_sector", is_flag=True),
        option(lang, "via_agent", is_flag=True),
        choice(lang, "policy", _POLICIES),
        option(lang, "signal", metavar=say(lang, "metavar.signal"), multiple=True),
        choice(lang, "contact", _CONTACTS),
        option(lang, "contact_on", metavar=day),
        option(lang, "asked", metavar=day, multiple=True),
        option(lang, "others", metavar=say(lang, "metavar.file")),
        option(lang, "model", metavar=say(lang, "metavar.file")),
        _json(lang),
    )


def _promise(lang: str) -> click.Command:
    return _verb(
        lang,
        "promise",
        click.Argument(["text"], metavar=say(lang, "metavar.text")),
        option(lang, "held", metavar=say(lang, "metavar.day"), required=True),
        _json(lang),
    )


def _letter(lang: str) -> click.Command:
    return _verb(lang, "letter", *letter_params(lang), _json(lang))


def _train(lang: str) -> click.Command:
    return _verb(
        lang,
        "train",
        _reports(lang),
        _out(lang, "model_out"),
        choice(lang, "reference", _REFERENCES, default=_REFERENCES[0]),
        option(lang, "live", is_flag=True, help=say(lang, "option.learn_live")),
        _json(lang),
    )


def _predict(lang: str) -> click.Command:
    return _verb(
        lang,
        "predict",
        click.Argument(["questions"], metavar=say(lang, "metavar.questions")),
        option(lang, "model", metavar=say(lang, "metavar.model"), required=True),
        option(lang, "live", metavar=say(lang, "metavar.live")),
        _out(lang, "answers_out"),
        _json(lang),
    )


def _backtest(lang: str) -> click.Command:
    return _verb(
        lang,
        "backtest",
        _reports(lang),
        option(lang, "out", metavar=say(lang, "metavar.file"), help=say(lang, "option.scores")),
        _json(lang),
    )


def _reports(lang: str) -> click.Argument:
    return click.Argument(
        ["reports"], metavar=say(lang, "metavar.reports"), nargs=-1, required=True
    )


def _out(lang: str, what: str) -> click.Option:
    file, words = say(lang, "metavar.file"), say(lang, f"option.{what}")
    return option(lang, "out", metavar=file, required=True, help=words)


def _up(lang: str) -> click.Command:
    return _verb(lang, "up")


def _claim(lang: str) -> click.Command:
    return _verb(lang, "claim", click.Argument(["email"], metavar=say(lang, "metavar.email")))


def _import(lang: str) -> click.Command:
    return _verb(
        lang,
        "import",
        _file(lang),
        option(lang, "yes", is_flag=True),
        choice(lang, "track", tuple(Track), default=Track.NEW_GRAD.value),
        _person(lang),
        _json(lang),
    )


def _file(lang: str) -> click.Argument:
    return click.Argument(["file"], metavar=say(lang, "metavar.file"))


def _file_option(lang: str, name: str) -> click.Option:
    return option(lang, name, metavar=say(lang, "metavar.file"))


def _person(lang: str) -> click.Option:
    return option(lang, "owner", metavar=say(lang, "metavar.email"))


def _json(lang: str) -> click.Option:
    return option(lang, "json", is_flag=True)


def _verb(lang: str, name: str, *params: click.Parameter) -> click.Command:
    """A verb that loads its module when it is called, and passes its options on."""

    def run(**given: Any) -> None:
        ctx = click.get_current_context()
        if ctx.args:
            raise WrongInputError("extra", value=ctx.args[0])
        given.pop("lang")
        if name in _LEARNING_VERBS and not all(find_spec(engine) for engine in _ENGINES):
            raise CannotDoError("no_learn")
        import_module(_MODULES[name]).run(ctx.obj, **given)

    return click.Command(
        name,
        params=[
            *params,
            choice(lang, "lang", LANGUAGES, default=LANGUAGES[0]),
            page_option(lang, "help", lambda ctx: _help_of(lang, ctx.command)),
        ],
        callback=run,
        add_help_option=False,
        context_settings={"allow_extra_args": True},
    )


def _help_of(lang: str, command: click.Command) -> list[str]:
    name = command.name or ""
    lists = []
    if name == "answer":
        lists = [(f"--signal  {heading}", rows) for heading, rows in signal_labels(lang)]
    elif name == "letter":
        lists = [(say(lang, "metavar.situation"), codes(lang, "situation"))]
    return verb_page(lang, command, examples=_EXAMPLES[name], lists=lists)
