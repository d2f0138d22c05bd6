"""From reports to a model that answers: learn, predict, look back at how well it did."""

from yokame.learning.delay import QUANTILES
from yokame.learning.model import LearnedModel, Predicted

__all__ = ["QUANTILES", "LearnedModel", "Predicted"]
