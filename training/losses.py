"""What the network is to learn: losses of a batch."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from reportedly.reading.decoding import tag
from training.batches import Batch
from training.examples import NONE
from training.network import Network, Pointer, link_scores
from training.silver import IGNORED
from training.silver_heads import SilverHeads

_FIRST_OF_SOURCE = (tag(0, 0), tag(0, 3))
_FIRST_OF_CUE = (tag(1, 0), tag(1, 3))


class Learner(nn.Module):
    """The network, with the heads that only training needs."""

    def __init__(
        self,
        network: Network,
        silver: SilverHeads | None,
        *,
        link_weight: float,
        teacher_weight: float,
        silver_weight: float,
    ) -> None:
        super().__init__()
        self.network = network
        self.silver = silver
        self.link_weight = link_weight
        self.teacher_weight = teacher_weight
        self.silver_weight = silver_weight

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Losses by name: of the tags, of nested cues, of the links; and their weighted ``sum``."""
        network = self.network
        hidden = network.encode(*(batch[n] for n in ("ids", "case", "gap", "depth", "padding")))
        tags, nested, cq, ck, sq, sk, none = network.heads(hidden)
        cues = torch.isin(batch["tags"], torch.tensor(_FIRST_OF_CUE))
        sources = torch.isin(batch["tags"], torch.tensor(_FIRST_OF_SOURCE))
        losses = {
            "tags": tag_loss(tags.float(), batch, self.teacher_weight),
            "nested": nested_loss(nested.float(), batch["nested"]),
            "cue": pointer_loss(network.content_to_cue, cq, ck, None, batch["cue_of"], cues),
            "source": pointer_loss(
                network.cue_to_source, sq, sk, none, batch["source_of"], sources
            ),
        }
        total = losses["tags"] + self.link_weight * (
            losses["nested"] + losses["cue"] + losses["source"]
        )
        if self.silver is not None:
            losses["silver"] = self.silver(hidden, batch)
            total = total + self.silver_weight * losses["silver"]
        losses["sum"] = total
        return losses


def tag_loss(scores: Tensor, batch: Batch, teacher_weight: float) -> Tensor:
    """Cross-entropy with the annotator's tags and, in its measure, with the teacher's."""
    tagged = batch["tags"] != IGNORED
    scores, tags, lesson = scores[tagged], batch["tags"][tagged], batch["lesson"][tagged]
    loss = nn.functional.cross_entropy(scores, tags)
    if teacher_weight:
        taught = nn.functional.cross_entropy(scores, lesson)
        loss = (1 - teacher_weight) * loss + teacher_weight * taught
    return loss


def nested_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Cross-entropy of the log-odds that tokens of contents are cues themselves."""
    told = targets != IGNORED
    if not told.any():
        return scores.sum() * 0
    return nn.functional.binary_cross_entropy_with_logits(scores[told], targets[told].float())


def pointer_loss(
    pointer: Pointer,
    query: Tensor,
    key: Tensor,
    none: Tensor | None,
    targets: Tensor,
    candidates: Tensor,
) -> Tensor:
    """Cross-entropy of each pointing token over the candidates (and none) of its window."""
    scores = link_scores(query.float(), key.float(), pointer.distance)
    scores = scores.masked_fill(~candidates[:, None, :], -1e4)
    # Targets count from the first token behind the start mark; column 0 stands for "none".
    scores[:, :, 0] = -1e4 if none is None else none.float()
    labels = torch.where(targets >= 0, targets + 1, torch.where(targets == NONE, 0, IGNORED))
    # Where annotated spans overlap, a target can be no candidate: nothing to learn there.
    reachable = candidates.clone()
    reachable[:, 0] = none is not None
    labels = labels.masked_fill(~reachable.gather(1, labels.clamp(min=0)), IGNORED)
    if not (labels != IGNORED).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
