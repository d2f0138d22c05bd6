"""Which of the things noticed count, and how far they move the chance together."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from yokame.forecast.errors import UnknownSignalError
from yokame.forecast.question import Question
from yokame.priors import LikelihoodRatio, Priors, SignalRule
from yokame.reports import HeardByOthers, Outcome
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

    `set_aside` are weaker than another of their group.
    """

    own: tuple[LikelihoodRatio, ...]
    peers: tuple[LikelihoodRatio, ...]
    set_aside: tuple[LikelihoodRatio, ...]

    @property
    def counted(self) -> tuple[LikelihoodRatio, ...]:
        """Every signal that counts."""
        return self.own + self.peers


def noticed_in(question: Question, same_slot: tuple[HeardByOthers, ...], priors: Priors) -> Noticed:
    """Sort out what was noticed, by oneself and by others of the same slot.

    However many others say so, it is one fact: it counts as far as the surest of them is trusted.

    Raises
    ------
    UnknownSignalError
        If a signal is not in the priors.
    """
    trust = dict.fromkeys(question.signals, 1.0)
    for heard in same_slot:
        name = _AS_SIGNAL[heard.word]
        trust[name] = max(trust.get(name, 0.0), priors.others.trust[heard.trust])
    signals = _in_table_order(trust, priors)
    counted = _strongest_of_groups(signals)
    return Noticed(
        own=tuple(signal for signal in counted if signal.group != _PEERS),
        peers=tuple(signal for signal in counted if signal.group == _PEERS),
        set_aside=tuple(signal for signal in signals if signal not in counted),
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


def _in_table_order(trust: Mapping[str, float], priors: Priors) -> list[LikelihoodRatio]:
    """The signals of these names; the order in which a person noticed them plays no part."""
    unknown = sorted(trust.keys() - priors.signals.keys())
    if unknown:
        raise UnknownSignalError(name=unknown[0], known=tuple(priors.signals))
    return [
        _trusted(signal, trust[name]) for name, signal in priors.signals.items() if name in trust
    ]


def _trusted(signal: LikelihoodRatio, trust: float) -> LikelihoodRatio:
    """The signal as far as it is believed: ln LR, and its sd, times `trust`."""
    if trust == 1:
        return signal
    return replace(signal, lr=signal.lr**trust, log_sd=signal.log_sd * trust)


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
