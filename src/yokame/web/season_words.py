"""Short names for a season's drawing, and what helps at each stage."""

from django.utils.translation import gettext as _

from yokame.reports import Stage
from yokame.tracker.season import Standing


def stage_names() -> dict[Stage, str]:
    """Stages as short as a drawing needs them."""
    return {
        Stage.DOCUMENT: _("書類"),
        Stage.WEB_TEST: _("Webテスト"),
        Stage.GROUP_DISCUSSION: _("GD"),
        Stage.FIRST: _("一次面接"),
        Stage.INTERVIEW: _("面接"),
        Stage.MIDDLE: _("二次・途中"),
        Stage.FINAL: _("最終面接"),
    }


def standing_names() -> dict[Standing, str]:
    """Where an application stands, in a word."""
    return {
        Standing.OFFERED: _("内定"),
        Standing.AHEAD: _("これから"),
        Standing.WAITING: _("連絡を待つ"),
        Standing.LEFT: _("辞退"),
        Standing.OVER: _("ご縁なし"),
    }


def helps(stage: Stage) -> str:
    """One thing to try before the next time of this stage."""
    interview = _("聞かれたことを三つ書きとめて、答えを声に出してみる。模擬面接を一度受けてみる。")
    return {
        Stage.DOCUMENT: _("会社ごとに最初の数行を書きかえてみる。添削を一度受けてみる。"),
        Stage.WEB_TEST: _("時間を計って一回分を通し、苦手な形式だけをもう一度。"),
        Stage.GROUP_DISCUSSION: _("学内や友だちとの練習に一度出て、話をまとめる役をやってみる。"),
        Stage.FIRST: interview,
        Stage.INTERVIEW: interview,
        Stage.MIDDLE: _("これまでの面接で話したことを一枚に並べ、つながりを確かめる。"),
        Stage.FINAL: _("なぜこの会社で、何をしたいかを、自分のことばで一度声に出してみる。"),
    }[stage]
