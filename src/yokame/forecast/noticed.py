"""Which of the things noticed count, and how far they move the chance together."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from yokame.forecast.errors import UnknownSignalError
from yokame.forecast.question import Question
from yokame.priors import LikelihoodRatio, Priors, SignalRule
from yokame.reports import HeardByOthers, Outcome, Track
from yokame.stats import LogOddsShift

_PEERS = "peers"
_AS_SIGNAL = {
    Outcome.PASS: "peer_same_slot_passed",
    Outcome.FAIL: "peer_same_slot_rejected",
    Outcome.NONE: "peer_same_slot_no_word",
}


@dataclass(frozen=True)
class Noticed:
    """The signals of a question: its own, and what others of the same stage and day heard.

    `set_aside` are weaker than another of their group. `others_used` and `others_left_out` are
    the entries of others that speak of this wait, or do not.
    """

    own: tuple[LikelihoodRatio, ...]
    peers: tuple[LikelihoodRatio, ...]
    set_aside: tuple[LikelihoodRatio, ...]
    others_used: tuple[HeardByOthers, ...]
    others_left_out: tuple[HeardByOthers, ...]

    @property
    def counted(self) -> tuple[LikelihoodRatio, ...]:
        """Every signal that counts."""
        return self.own + self.peers


def noticed_in(question: Question, priors: Priors) -> Noticed:
    """Sort out what was noticed.

    Others count where they took the same stage on the same day, and only with what they had
    heard before the day of the question.

    Raises
    ------
    UnknownSignalError
        If a signal is not in the priors.
    """
    used = tuple(heard for heard in question.others if _same_slot(heard, question))
    names = {*question.signals, *(_AS_SIGNAL[heard.word] for heard in used)}
    signals = _in_table_order(names, priors)
    counted = _strongest_of_groups(signals)
    return Noticed(
        own=tuple(signal for signal in counted if signal.group != _PEERS),
        peers=tuple(signal for signal in counted if signal.group == _PEERS),
        set_aside=tuple(signal for signal in signals if signal not in counted),
        others_used=used,
        others_left_out=tuple(heard for heard in question.others if heard not in used),
    )


@lru_cache(maxsize=4096)
def log_odds_shift(signals: tuple[LikelihoodRatio, ...], rule: SignalRule) -> LogOddsShift:
    """The shift that counted signals make together.

    Those of groups are multiplied, raised to the exponent, then capped; direct ones count whole.
    """
    grouped = [signal for signal in signals if not signal.direct]
    direct = [signal for signal in signals if signal.direct]
    return LogOddsShift(
        capped_mean=rule.group_exponent * _sum_ln_lr(grouped),
        capped_sd=rule.group_exponent * _sd_of_sum(grouped),
        cap_low=math.log(rule.cap_low),
        cap_high=math.log(rule.cap_high),
        whole_mean=_sum_ln_lr(direct),
        whole_sd=_sd_of_sum(direct),
    )


def _same_slot(heard: HeardByOthers, question: Question) -> bool:
    """Same stage, same day, heard before today. Part-time hiring has one stage only."""
    return (
        (heard.stage is question.stage or question.track is Track.PART_TIME)
        and heard.held == question.held
        and heard.on < question.today
        and heard.count > 0
    )


def _in_table_order(names: set[str], priors: Priors) -> list[LikelihoodRatio]:
    """The signals of these names; the order in which a person noticed them plays no part."""
    unknown = sorted(names - priors.signals.keys())
    if unknown:
        raise UnknownSignalError(name=unknown[0], known=tuple(priors.signals))
    return [signal for name, signal in priors.signals.items() if name in names]


def _strongest_of_groups(signals: list[LikelihoodRatio]) -> list[LikelihoodRatio]:
    """Direct signals, and of each group the one furthest from 1; of equals the table's first."""
    strongest: dict[str, LikelihoodRatio] = {}
    for signal in signals:
        rival = strongest.get(signal.group)
        if not signal.direct and (rival is None or _strength(signal) > _strength(rival)):
            strongest[signal.group] = signal
    return [s for s in signals if s.direct or s is strongest[s.group]]


def _strength(signal: LikelihoodRatio) -> float:
    return abs(math.log(signal.lr))


def _sum_ln_lr(signals: Iterable[LikelihoodRatio]) -> float:
    return math.fsum(math.log(signal.lr) for signal in signals)


def _sd_of_sum(signals: Iterable[LikelihoodRatio]) -> float:
    return math.sqrt(math.fsum(signal.log_sd**2 for signal in signals))
