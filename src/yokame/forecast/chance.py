"""The chance of having passed, given all that was seen: its mean and its range."""

import math
from dataclasses import dataclass

import numpy as np

from yokame.forecast.answer import Passed
from yokame.forecast.case import Case, ContactSeen
from yokame.forecast.draws import Draws
from yokame.forecast.noticed import log_odds_shift
from yokame.priors import LikelihoodRatio, Priors, Share
from yokame.stats import FloatArray, Joint, still_silent, weighted_quantiles

_RANGE = np.array([0.1, 0.9])


@dataclass(frozen=True)
class Chances:
    """The chances of one case. `survivors` have a row for passes and a row for fails.

    Every parameter enters the joint chances at most once in each factor, and all are
    independent, so the means over the draws are products of means: the draws themselves are
    needed for signals and for the range only.
    """

    case: Case
    priors: Priors
    draws: Draws

    def pass_prob(self, signals: tuple[LikelihoodRatio, ...]) -> float:
        """Chance of a pass before any silence, with these signals."""
        if not signals:
            return self.case.rows.pass_rate.mean
        shift = log_odds_shift(signals, self.priors.signal_rule)
        return self.draws.mean_pass_prob(self.case.rows.pass_rate, shift)

    def silent(self, pass_prob: float, silent_if_failed: Share, survivors: FloatArray) -> Joint:
        """Joint chances of each outcome and the silence that `survivors` (2, n) speak of."""
        lost = self.priors.silent_if_passed.mean
        return still_silent(pass_prob, lost, silent_if_failed.mean, survivors)

    def told(self, pass_prob: float, survivors: FloatArray) -> FloatArray:
        """Chance that word comes at all, and later than `survivors` (2, n) speak of."""
        told_if_passed = 1 - self.priors.silent_if_passed.mean
        told_if_failed = 1 - self.case.rows.silent_as_told.mean
        told: FloatArray = (
            pass_prob * told_if_passed * survivors[0]
            + (1 - pass_prob) * told_if_failed * survivors[1]
        )
        return told

    def position(self, pass_prob: float, survivors: FloatArray) -> FloatArray:
        """Of all word that comes, the share that has come where `survivors` (2, n) speak of."""
        return 1 - self.to_come(pass_prob, survivors)

    def to_come(self, pass_prob: float, survivors: FloatArray) -> FloatArray:
        """Of all word that comes, the share still to come: exact where hardly any is left."""
        return self.told(pass_prob, survivors) / self.told(pass_prob, np.ones((2, 1)))

    def passed_shift(self, pass_prob: float, survivors: FloatArray) -> FloatArray:
        """What reports add to the log-odds of a pass after such silences; 0 without reports."""
        if self.case.taught is None:
            return np.zeros(survivors.shape[1])
        return self.case.taught.passed_shift(self.position(pass_prob, survivors))

    def told_prob(self, pass_prob: float, survivors: FloatArray) -> float:
        """Chance that word ever comes after the silence of `survivors` (2, 1)."""
        told = self.told(pass_prob, survivors)
        silent = self.silent(pass_prob, self.case.rows.silent_as_told, survivors)
        joint = Joint(told, silent.total - told)
        if self.case.taught is not None:
            joint = joint.moved(self.case.taught.told_shift(self.position(pass_prob, survivors)))
        return float(joint.passed_prob[0])

    def come(self, pass_prob: float, now: FloatArray, later: FloatArray) -> FloatArray:
        """Of the word still to come `now` (2, 1), the share that is there `later` (2, n), (n,)."""
        left_now, left = self.told(pass_prob, now), self.told(pass_prob, later)
        if self.case.taught is not None:
            left_now, left = (
                self.case.taught.silent_share(self.to_come(pass_prob, survivors))
                for survivors in (now, later)
            )
        return np.asarray(1 - left / left_now)

    def contacted(self, pass_prob: float, contact: ContactSeen) -> Joint:
        """Joint chances of each outcome and a contact in its step."""
        told = (1 - self.priors.silent_if_passed.mean, 1 - self.case.rows.silent_as_told.mean)
        in_step = self.case.curves.mean_step(self.case.survived, contact.until)
        # The mean of a lognormal likelihood ratio.
        mean_lr = contact.channel.lr * math.exp(contact.channel.log_sd**2 / 2)
        return _contacted(pass_prob, told, in_step, mean_lr)

    def spread_left(self, pass_prob: float, survivors: FloatArray) -> float:
        """Of the spread before reports, the part that is left after `survivors` (2, 1)."""
        if self.case.taught is None:
            return 1.0
        return self.case.taught.spread_left(float(self.position(pass_prob, survivors)[0]))

    def range(
        self,
        signals: tuple[LikelihoodRatio, ...],
        mean: float,
        *,
        shift: float,
        spread_left: float,
    ) -> Passed:
        """The chance `mean` with the points that hold 80 % of the draws, each with its weight.

        `shift` is what reports added to the log-odds of `mean`. They move the draws as far, and
        draw them together around their mean until `spread_left` of their spread is left.
        """
        joint = self._drawn(signals)
        log_odds = np.log(joint.passed) - np.log(joint.failed)
        low, high = weighted_quantiles(log_odds, joint.total, _RANGE).tolist()
        # Around the mean, which is the answer, and not around the middle: with many reports the
        # mean would else stand at an end of its own range.
        mean_of_draws = math.log(joint.passed.sum()) - math.log(joint.failed.sum())
        ends = (mean_of_draws + spread_left * (end - mean_of_draws) + shift for end in (low, high))
        low, high = (1 / (1 + math.exp(-end)) for end in ends)
        return Passed(prob=mean, low=min(low, mean), high=max(high, mean))

    def _drawn(self, signals: tuple[LikelihoodRatio, ...]) -> Joint:
        """What was seen, under each draw."""
        case, draws = self.case, self.draws
        shift = log_odds_shift(signals, self.priors.signal_rule)
        pass_prob = draws.shifted_pass_prob(case.rows.pass_rate, shift)
        lost = draws.silent_if_passed(self.priors.silent_if_passed)
        untold = draws.silent_if_failed(case.rows.silent_as_told)
        median_z, gap_z = draws.median_z, draws.gap_z
        if case.contact is None:
            survivors = case.curves.drawn_survivors(case.survived, median_z, gap_z)
            return still_silent(pass_prob, lost, untold, survivors)
        channel = case.contact.channel
        lr = channel.lr * np.exp(channel.log_sd * draws.contact_z)
        in_step = case.curves.drawn_steps(case.survived, case.contact.until, median_z, gap_z)
        return _contacted(pass_prob, (1 - lost, 1 - untold), in_step, lr)


def _contacted(
    pass_prob: FloatArray | float,
    told: tuple[FloatArray | float, FloatArray | float],
    in_step: FloatArray,
    lr: FloatArray | float,
) -> Joint:
    """Word came in a step, by a channel of likelihood ratio `lr`.

    `told`: shares of passes and of fails that are told; `in_step`: chances that word to a pass,
    and to a fail, comes in this step, given that it comes.
    """
    return Joint(pass_prob * told[0] * in_step[0] * lr, (1 - pass_prob) * told[1] * in_step[1])
