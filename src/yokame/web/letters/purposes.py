"""When each letter is used, in one line."""

from django.utils.translation import gettext_lazy as _

from yokame.letters import Item, Reason, Situation

PURPOSES = {
    Situation.INQUIRY: _("約束の日を過ぎても、連絡がないとき"),
    Situation.INQUIRY_NO_PROMISE: _("いつまでとは言われないまま、ふつうの日数を過ぎたとき"),
    Situation.INQUIRY_FINAL: _("最終面接のあと、約束の日を過ぎたとき"),
    Situation.INQUIRY_OTHER_OFFER: _("ほかの会社への返事の期限が、先に来てしまうとき"),
    Situation.SECOND_INQUIRY: _("1回目の問い合わせから5営業日、返事がないとき"),
    Situation.EXTENSION: _("内定の返事を、もう少し待ってほしいとき"),
    Situation.ACCEPTANCE: _("内定を受けると決めたとき"),
    Situation.DECLINE_SELECTION: _("選考の途中で、進まないと決めたとき"),
    Situation.DECLINE_OFFER: _("内定を受けないと決めたとき。決めたらすぐに"),
    Situation.THANKS: _("面接の当日か翌日に。送らなくても不利にはなりません"),
    Situation.SCHEDULING: _("次の選考の日程を聞かれたとき"),
    Situation.RESCHEDULING: _("決まった日程で、どうしても受けられなくなったとき"),
    Situation.CALL_BACK: _("電話に出られなかったとき。なるべくその日のうちに"),
    Situation.CORRECTION: _("登録した電話番号や住所が、違っていたとき"),
    Situation.DOCUMENTS: _("書類を送るよう言われたとき"),
}
REASONS = {
    Reason.OTHER_SELECTIONS: _("ほかの選考の結果を待っている"),
    Reason.OTHER_OFFER: _("ほかの会社に決めた"),
    Reason.FAMILY: _("家族と相談したい"),
    Reason.HEALTH: _("体調"),
    Reason.CLASSES: _("授業・試験"),
    Reason.WORK: _("仕事"),
}
ITEMS = {
    Item.PHONE: _("電話番号"),
    Item.ADDRESS: _("住所"),
    Item.MAIL: _("メールアドレス"),
    Item.NAME: _("氏名"),
}
# The reasons that a letter has words for; any other would be passed over in silence.
REASONS_OF = {
    Situation.EXTENSION: (Reason.OTHER_SELECTIONS, Reason.FAMILY),
    Situation.DECLINE_SELECTION: (Reason.OTHER_OFFER,),
    Situation.DECLINE_OFFER: (Reason.OTHER_OFFER,),
    Situation.RESCHEDULING: (Reason.HEALTH, Reason.CLASSES, Reason.WORK),
}
