"""What was done, in one sentence for each kind of event."""

from django.utils.translation import gettext_lazy as _

_SAID = {
    "added": _("応募を書きとめました"),
    "described": _("応募の内容を直しました"),
    "applied": _("応募したことを書きとめました"),
    "round_scheduled": _("選考の予定を書きとめました"),
    "round_held": _("選考を受けたことを書きとめました"),
    "promise_heard": _("連絡について言われたことを書きとめました"),
    "signals_noticed": _("気づいたことを書きとめました"),
    "contact_came": _("着信・メールがあったことを書きとめました"),
    "word_came": _("連絡を書きとめました"),
    "letter_sent": _("連絡文を送ったことを書きとめました"),
    "reply_came": _("返信があったことを書きとめました"),
    "others_heard": _("ほかの人のようすを書きとめました"),
    "offer_due_set": _("返事の期限を書きとめました"),
    "offer_accepted": _("内定を承諾したことを書きとめました"),
    "offer_declined": _("内定を辞退したことを書きとめました"),
    "withdrew": _("選考を辞退したことを書きとめました"),
    "noted": _("メモを書きとめました"),
    "corrected": _("訂正しました"),
    "removed": _("応募を一覧から外しました"),
    "employers_joined": _("同じ会社としてまとめました"),
    "imported": _("ファイルから取り込みました"),
}


def say_change(kind: str) -> str:
    """What a change of this kind did."""
    return str(_SAID[kind])


def say_undone() -> str:
    """That a change was taken back; its own undo does it again."""
    return str(_("元に戻しました"))
