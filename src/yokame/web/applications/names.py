"""What letters are called in the story and in forms, by what they are for."""

from django.utils.translation import gettext_lazy as _

from yokame.letters import Medium, Situation

SITUATIONS = {
    Situation.INQUIRY: _("結果の時期の問い合わせ"),
    Situation.INQUIRY_NO_PROMISE: _("結果の時期の問い合わせ（約束なし）"),
    Situation.INQUIRY_FINAL: _("最終面接の結果の問い合わせ"),
    Situation.INQUIRY_OTHER_OFFER: _("他社の返事期限による問い合わせ"),
    Situation.SECOND_INQUIRY: _("2回目の問い合わせ"),
    Situation.THANKS: _("面接のお礼"),
    Situation.SCHEDULING: _("日程の返事"),
    Situation.RESCHEDULING: _("日程変更のお願い"),
    Situation.CALL_BACK: _("折り返しの電話"),
    Situation.DOCUMENTS: _("書類の送付"),
    Situation.CORRECTION: _("登録内容の訂正"),
    Situation.EXTENSION: _("内定の返事を待ってもらうお願い"),
    Situation.ACCEPTANCE: _("内定承諾の連絡"),
    Situation.DECLINE_OFFER: _("内定辞退の連絡"),
    Situation.DECLINE_SELECTION: _("選考辞退の連絡"),
}
MEDIA = {
    Medium.MAIL: _("メール"),
    Medium.PHONE: _("電話"),
    Medium.MY_PAGE: _("マイページ"),
    Medium.AGENT: _("エージェント経由"),
}
