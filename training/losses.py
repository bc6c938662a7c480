"""What the network is to learn: losses of a batch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import torch
from torch import Tensor, nn

from reportedly.reading.heads import LABELS
from reportedly.reading.links import distance_buckets
from training.batches import Batch
from training.network import Network, pointer
from training.targets import IGNORED, LABELLED, NONE

_FIRST_OF_SOURCE: Final = (1, 4)
_FIRST_OF_CUE: Final = (5, 8)

#: Layers that tell something only where one of others does.
_WHERE: Final = {
    "nested": ("tags",),
    **dict.fromkeys(("kind", "anonymity", "plural"), ("mention", "inner")),
    **dict.fromkeys(("certainty", "polarity", "time"), ("claim",)),
    "stance": ("target", "evidence"),
    "relation": ("condition",),
}

#: Scores of what may not be pointed at.
_NEVER: Final = -1e4


class Learner(nn.Module):
    """The network, and how much each of its lessons weighs."""

    def __init__(
        self,
        network: Network,
        weights: Mapping[str, Tensor],
        *,
        link_weight: float,
        layer_weight: float,
        teacher_weight: float,
    ) -> None:
        super().__init__()
        self.network = network
        self.weights = weights
        self.link_weight = link_weight
        self.layer_weight = layer_weight
        self.teacher_weight = teacher_weight

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Losses by name: of each layer and pointer; and their weighted ``sum``."""
        network = self.network
        hidden = network.encode(*(batch[n] for n in ("ids", "case", "gap", "depth", "padding")))
        labels, vectors = (values.float() for values in network.heads(hidden))
        links = {name: self._links(batch, labels, vectors, name) for name in ("cue", "source")}
        layers = {name: self._layer(batch, labels, name) for name in LABELLED}
        tags = layers.pop("tags")
        layers |= self._mentions(batch, labels, vectors)
        total = tags + self.link_weight * (sum(links.values()) + layers["nested"])
        total = total + self.layer_weight * sum(
            loss for name, loss in layers.items() if name != "nested"
        )
        return {"tags": tags, **links, **layers, "sum": total}

    def _layer(self, batch: Batch, labels: Tensor, name: str) -> Tensor:
        """What annotators say of a layer and, in its measure, what the teacher says."""
        scores = labels[..., LABELS[name].slice]
        loss = layer_loss(scores, batch[name], self.weights.get(name))
        taught = taught_loss(scores, batch["lesson"], name)
        if taught is None:
            return loss
        return (1 - self.teacher_weight) * loss + self.teacher_weight * taught

    def _links(self, batch: Batch, labels: Tensor, vectors: Tensor, name: str) -> Tensor:
        """From contents to cues, or from cues to sources or none."""
        firsts = _FIRST_OF_CUE if name == "cue" else _FIRST_OF_SOURCE
        none = labels[..., LABELS["no_source"].start] if name == "source" else None
        return pointer_loss(
            *pointer(vectors, name),
            none,
            self.network.distances[name],
            batch[f"{name}_of"],
            torch.isin(batch["tags"], torch.tensor(firsts)),
        )

    def _mentions(self, batch: Batch, labels: Tensor, vectors: Tensor) -> dict[str, Tensor]:
        """From mentions to those before them, from cues to relays, from positions to holders."""
        pool, actors, places = mentions_of(batch)
        if not pool.shape[1]:
            return {}
        distances = self.network.distances
        query, key = (pool @ part for part in pointer(vectors, "antecedent"))
        none = (pool @ labels[..., LABELS["no_antecedent"].slice]).squeeze(-1)
        scores = query @ key.transpose(-1, -2) + distances["antecedent"][_buckets(places, places)]
        before = torch.ones_like(scores[0], dtype=torch.bool).tril(-1)[None]
        real = actors != IGNORED
        allowed = before & real[:, None, :]
        right = allowed & (actors[:, :, None] == actors[:, None, :])
        losses = {"antecedent": _marginal(scores, none, allowed, right, real)}
        tokens = torch.arange(labels.shape[1])[None].expand(labels.shape[:2])
        for name, row in (("relay", "relay_of"), ("holder", "holder_of")):
            query, key = pointer(vectors, name)
            scores = query @ (pool @ key).transpose(-1, -2)
            scores = scores + distances[name][_buckets(tokens, places)]
            none = labels[..., LABELS["no_relay"].start] if name == "relay" else None
            allowed = real[:, None, :].expand(scores.shape)
            right = allowed & (batch[row][:, :, None] == actors[:, None, :])
            told = batch[row] >= 0
            told = (told & right.any(-1)) | (batch[row] == NONE)
            losses[name] = _marginal(scores, none, allowed, right, told)
        return losses


def mentions_of(batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The mentions of each window, in the order in which they begin.

    Returns:
        ``(batch, mentions, tokens)`` weights that take the mean over a mention's own tokens;
        its actor and the position of its first token, each ``(batch, mentions)``; `IGNORED` where
        a window has fewer mentions.
    """
    rows = [_ordered(row) for row in batch["mention_of"]]
    size, count = batch["mention_of"].shape
    most = max((len(row) for row in rows), default=0)
    pool = torch.zeros(size, most, count)
    actors = torch.full((size, most), IGNORED)
    places = torch.zeros(size, most, dtype=torch.long)
    for window, row in enumerate(rows):
        for number, mention in enumerate(row):
            own = batch["mention_of"][window] == mention
            pool[window, number] = own / own.sum()
            places[window, number] = own.nonzero()[0, 0]
            actors[window, number] = batch["actor_of"][window, places[window, number]]
    return pool, actors, places


def _ordered(row: Tensor) -> list[int]:
    return list(dict.fromkeys(value for value in row.tolist() if value >= 0))


def _buckets(start: Tensor, end: Tensor) -> Tensor:
    offsets = end[:, None, :] - start[:, :, None]
    return torch.from_numpy(distance_buckets(offsets.numpy()))


def _marginal(
    scores: Tensor, none: Tensor | None, allowed: Tensor, right: Tensor, told: Tensor
) -> Tensor:
    """Minus the log of all probability on what is right (Lee et al. 2017).

    What has nothing right to point at is to point at none.
    """
    nothing = torch.full_like(scores[..., :1], _NEVER) if none is None else none[..., None]
    scores = torch.cat([nothing, scores.masked_fill(~allowed, _NEVER)], dim=-1)[told]
    right = torch.cat([~right.any(-1, keepdim=True), right], dim=-1)[told]
    if not len(scores):
        return scores.sum() * 0
    return (scores.logsumexp(-1) - scores.masked_fill(~right, _NEVER).logsumexp(-1)).mean()


def taught_loss(scores: Tensor, lesson: Tensor, name: str) -> Tensor | None:
    """Cross-entropy with a teacher's probabilities, where it thinks that the layer tells anything.

    Args:
        scores: the student's scores of a layer, shape ``(batch, tokens, labels)``.
        lesson: the teacher's scores of all layers; not a number where it has not spoken.
        name: of the layer.

    Returns:
        the loss; None if the teacher has not spoken at all.
    """
    taught = ~lesson[..., LABELS[name].start].isnan()
    if not taught.any():
        return None
    lesson, scores = lesson[taught], scores[taught]
    ones = torch.ones(len(lesson))
    weights = torch.stack([_something(lesson, layer) for layer in _WHERE.get(name, ())] or [ones])
    weights = weights.amax(dim=0)
    told = lesson[:, LABELS[name].slice]
    if told.shape[-1] == 1:
        losses = nn.functional.binary_cross_entropy_with_logits(
            scores.squeeze(-1), told.squeeze(-1).sigmoid(), reduction="none"
        )
    else:
        losses = nn.functional.cross_entropy(scores, told.softmax(-1), reduction="none")
    return (weights * losses).sum() / weights.sum()


def _something(lesson: Tensor, layer: str) -> Tensor:
    """The chance that the teacher sees anything but a layer's first label, which is nothing."""
    return 1 - lesson[:, LABELS[layer].slice].softmax(-1)[:, 0]


def layer_loss(scores: Tensor, targets: Tensor, weights: Tensor | None = None) -> Tensor:
    """Cross-entropy of the labels of a layer, each in its weight, or of a yes or no."""
    told = targets != IGNORED
    if not told.any():
        return scores.sum() * 0
    if scores.shape[-1] == 1:
        return nn.functional.binary_cross_entropy_with_logits(
            scores[told].squeeze(-1), targets[told].float()
        )
    return nn.functional.cross_entropy(scores[told], targets[told], weights)


def pointer_loss(
    query: Tensor,
    key: Tensor,
    none: Tensor | None,
    distance: Tensor,
    targets: Tensor,
    candidates: Tensor,
) -> Tensor:
    """Cross-entropy of each pointing token over the candidates (and none) of its window."""
    places = torch.arange(query.shape[1])[None]
    scores = query @ key.transpose(-1, -2) + distance[_buckets(places, places)]
    scores = scores.masked_fill(~candidates[:, None, :], _NEVER)
    # Targets count from the first token behind the start mark; column 0 stands for "none".
    scores[:, :, 0] = _NEVER if none is None else none
    labels = torch.where(targets >= 0, targets + 1, torch.where(targets == NONE, 0, IGNORED))
    # Where annotated spans overlap, a target can be no candidate: nothing to learn there.
    reachable = candidates.clone()
    reachable[:, 0] = none is not None
    labels = labels.masked_fill(~reachable.gather(1, labels.clamp(min=0)), IGNORED)
    if not (labels != IGNORED).any():
        return scores.sum() * 0
    return nn.functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
