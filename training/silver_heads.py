"""Heads for the silver layers, in training only."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.network import Pointer, link_scores
from training.silver import IGNORED, Inventory


class SilverHeads(nn.Module):
    """Heads for the silver layers, in training only."""

    def __init__(self, width: int, inventory: Inventory) -> None:
        super().__init__()
        self.inventory = inventory
        self.parts = nn.Linear(width, len(inventory.parts))
        self.names = nn.Linear(width, len(inventory.names))
        self.relations = nn.Linear(width, len(inventory.relations))
        self.heads = Pointer(width, 64)

    def forward(self, hidden: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """The sum of the four cross-entropies."""
        losses = [
            _cross_entropy(head(hidden), batch[name])
            for name, head in (
                ("parts", self.parts),
                ("names", self.names),
                ("relations", self.relations),
            )
        ]
        query, key = self.heads.vectors(hidden)
        scores = link_scores(query.float(), key.float(), self.heads.distance)
        scores = scores.masked_fill(batch["padding"][:, None, :], -1e4)
        # Column 0, the start mark, is the head of a root.
        targets = batch["heads"]
        labels = torch.where(targets >= -1, targets + 1, IGNORED)
        losses.append(_cross_entropy(scores, labels))
        return torch.stack(losses).sum()


def _cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    if not (labels != IGNORED).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED
    )
