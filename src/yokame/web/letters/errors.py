"""Why there is no letter, and what to do instead, in the person's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from yokame.letters import LetterError

_SAID = {
    "letter_not_used": _("この連絡は、この方法ではしません。ほかの方法を選んでください。"),
    "letter_unfit_stage": _(
        "書類選考やWebテストでは、まだ誰にも会っていません。お礼を送る相手がいないので、送らなくて大丈夫です。"
    ),
    "letter_no_use": _(
        "この選考は、合格した人にだけ連絡が来ます。問い合わせても結果は変わらず、返事も来ないことがほとんどです。"
        "送らずに、ほかの応募を進めるのがよさそうです。"
    ),
    "letter_too_many_inquiries": _(
        "もう2回問い合わせています。3回目は印象を下げるだけになりがちなので、送らずに待つか、ほかの応募を進めましょう。"
    ),
    "letter_bad_fact": _(
        "%(fact)sが、このままでは文面に書けません（%(value)s）。直すと、文面ができます。"
    ),
}


def say_letter_error(error: LetterError, labels: Mapping[str, str]) -> str:
    """The error in words; `labels` are what the fields of the facts are called."""
    fact = str(getattr(error, "fact", ""))
    values = {"fact": labels.get(fact, fact), "value": getattr(error, "value", "")}
    return str(_SAID[error.code]) % values
