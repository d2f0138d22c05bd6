"""What the ledger's codes are called on a screen."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from yokame.reports import Trust
from yokame.tracker.application import State
from yokame.tracker.payloads import Said, Source


class StateLabel(TextChoices):
    """Where an application stands."""

    PLANNED = State.PLANNED.value, _("気になる")
    APPLIED = State.APPLIED.value, _("応募ずみ")
    IN_ROUND = State.IN_ROUND.value, _("選考中")
    PASSED = State.PASSED.value, _("通過・次を待つ")
    OFFERED = State.OFFERED.value, _("内定・返事まえ")
    ACCEPTED = State.ACCEPTED.value, _("承諾")
    DECLINED = State.DECLINED.value, _("内定を辞退")
    WITHDRAWN = State.WITHDRAWN.value, _("選考を辞退")
    FAILED = State.FAILED.value, _("ご縁なし")


class SaidLabel(TextChoices):
    """What word said."""

    PASS = Said.PASS.value, _("通過")
    OFFER = Said.OFFER.value, _("内定")
    HOLD = Said.HOLD.value, _("保留・補欠")
    FAIL = Said.FAIL.value, _("不合格")


class SourceLabel(TextChoices):
    """Where one learned what others heard."""

    X = Source.X.value, _("X")
    OPEN_CHAT = Source.OPEN_CHAT.value, _("オープンチャット")
    DIARY = Source.DIARY.value, _("体験記")
    FRIEND = Source.FRIEND.value, _("友だち")
    OTHER = Source.OTHER.value, _("そのほか")


class TrustLabel(TextChoices):
    """How sure one is of it."""

    SURE = Trust.SURE.value, _("たしか")
    LIKELY = Trust.LIKELY.value, _("たぶん")
    RUMOUR = Trust.RUMOUR.value, _("うわさ")


def state_labels() -> list[tuple[str, object]]:
    """Pairs for a field's `choices`; a function, so that labels stay out of migrations."""
    return list(StateLabel.choices)


def said_labels() -> list[tuple[str, object]]:
    """Pairs for a field's `choices`."""
    return list(SaidLabel.choices)
