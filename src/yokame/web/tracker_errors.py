"""What the ledger refused, and what to do, in the person's language."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from yokame.tracker.errors import TrackerError
from yokame.wording import Language, say_day

_SAID = {
    "tracker": _("このままでは書きとめられません。入力を確かめてください。"),
    "word_before_round": _(
        "連絡の日（%(heard_on)s）が、受けた日（%(held_on)s）より前です。どちらかを直してください。"
    ),
    "no_such_application": _("この応募は見つかりません。取り消されたのかもしれません。"),
    "no_such_round": _("この選考は見つかりません。取り消されたのかもしれません。"),
    "no_offer": _(
        "まだ内定が書きとめられていません。先に「内定の連絡が来た」を書きとめてください。"
    ),
    "answer_before_offer": _(
        "返事の日（%(answered_on)s）が、内定の日（%(offered_on)s）より前です。どちらかを直してください。"
    ),
    "day_out_of_range": _("%(day)sは遠すぎます。%(first)sから%(last)sまでの日にしてください。"),
    "not_yet": _("%(day)sはまだ来ていません（今日は%(today)s）。起きた日を入れてください。"),
    "too_many_inquiries": _(
        "この選考については、もう2回問い合わせています。3回目は役に立たないので、書きとめません。"
    ),
    "nothing_to_undo": _("元に戻すものが見つかりません。"),
    "unknown_signal": _("選べないサインが入っています。選び直してください。"),
    "contact_before_round": _(
        "連絡や問い合わせの日（%(on)s）が、受けた日（%(held_on)s）より前です。どちらかを直してください。"
    ),
}


def say_tracker_error(error: TrackerError) -> str:
    """The error in words, its days written out."""
    lang = Language(get_language() or "ja")
    values = {
        name: say_day(value, lang) if isinstance(value, date) else value
        for name, value in vars(error).items()
    }
    return str(_SAID[error.code]) % values
