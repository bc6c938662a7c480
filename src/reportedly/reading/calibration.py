"""Evidence → confidence: how often entries of a layer with such evidence are right.

Logistic regressions (Platt 1999) on the model's own scores, fitted on PolNeAR dev, where an
attribution is right if the ruler can match it with one that an annotator marked, and an entry of
another layer if the gold has one with the same labels.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import msgspec

#: How many pieces of evidence, all of them log-probabilities, an entry of each layer has.
PIECES: Final = {"actors": 2, "attributions": 6, "claims": 4, "positions": 4, "conditions": 2}


class Calibration(msgspec.Struct, frozen=True):
    """Weights of the pieces of evidence, and what is added to their sum."""

    weights: list[float]
    intercept: float

    def __call__(self, evidence: Sequence[float]) -> float:
        """A probability, with three decimals, from log-probabilities.

        Their square roots are what is weighed: far below zero, further down says little more.

        >>> Calibration(weights=[1.0, 2.0], intercept=0.0)([0.0, 0.0])
        0.5
        """
        score = self.intercept - sum(
            weight * math.sqrt(max(0.0, -value))
            for weight, value in zip(self.weights, evidence, strict=True)
        )
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)
