"""From reports to a model that answers: learn, predict, look back at how well it did."""

from yokame.learning.delay import QUANTILES
from yokame.learning.grid import SHARES, Grid
from yokame.learning.hearing import heard
from yokame.learning.model import LearnedModel, Predicted
from yokame.learning.prior import Prior, PriorCurve
from yokame.learning.taught import Taught, TaughtWait

__all__ = [
    "QUANTILES",
    "SHARES",
    "Grid",
    "LearnedModel",
    "Predicted",
    "Prior",
    "PriorCurve",
    "Taught",
    "TaughtWait",
    "heard",
]
