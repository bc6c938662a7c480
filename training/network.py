"""The network: one pre-trained encoder, and heads.

A post-norm transformer encoder (Vaswani et al. 2017) that takes the weights of either MiniLM
(Wang et al. 2020, absolute positions) or MPNet (Song et al. 2020, relative positions as well),
with small tables of features added to what enters the first trained layer. On its vectors, one
linear map gives the scores of all layers of labels, and one the queries and keys of all pointers,
which are scored as in biaffine parsing (Dozat & Manning 2017); see `reportedly.reading.heads`.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from reportedly.reading.heads import LABEL_COUNT, LABELS, POINTERS, VECTOR_COUNT, VECTORS
from reportedly.reading.links import DISTANCES
from reportedly.reading.tokens import CASES, DEPTHS, GAPS


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder and of its heads."""

    layers: int
    width: int
    heads: int
    inner: int
    positions: int
    vocabulary: int
    epsilon: float
    relative_buckets: int = 0
    feature_layer: int = 0

    def save(self, path: Path) -> None:
        """Write as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Shape:
        """Read what `save` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))


class Layer(nn.Module):
    """Self-attention and a feed-forward block, each with a residual and a norm after it."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query_key_value = nn.Linear(shape.width, 3 * shape.width)
        self.output = nn.Linear(shape.width, shape.width)
        self.attention_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.expand = nn.Linear(shape.width, shape.inner)
        self.contract = nn.Linear(shape.inner, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """``hidden`` (batch, tokens, width), ``bias`` (1 or batch, heads or 1, tokens, tokens)."""
        query, key, value = self.query_key_value(hidden).chunk(3, dim=-1)
        context = self.attend(query, key, value, bias)
        hidden = self.attention_norm(hidden + self.dropout(self.output(context)))
        inner = self.contract(nn.functional.gelu(self.expand(hidden)))
        return self.norm(hidden + self.dropout(inner))  # type: ignore[no-any-return]

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        """Scaled dot-product attention, written out: on CPUs faster in bfloat16 than the fused."""
        batch, count, width = query.shape
        size = width // self.heads
        query, key, value = (
            part.view(batch, count, self.heads, size).transpose(1, 2)
            for part in (query * (1 / math.sqrt(size)), key, value)
        )
        scores = query @ key.transpose(-1, -2)
        if bias is not None:
            scores = scores + bias.to(scores.dtype)
        with torch.autocast("cpu", enabled=False):
            weights = scores.softmax(-1)
        return (weights @ value).transpose(1, 2).reshape(batch, count, width)


class Network(nn.Module):
    """Encoder and heads; `forward` is what the ONNX graph computes for each window."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.relative = (
            nn.Embedding(shape.relative_buckets, shape.heads) if shape.relative_buckets else None
        )
        self.cases = nn.Embedding(len(CASES), shape.width)
        self.gaps = nn.Embedding(len(GAPS), shape.width)
        self.depths = nn.Embedding(len(DEPTHS), shape.width)
        for table in (self.cases, self.gaps, self.depths):
            nn.init.zeros_(table.weight)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(dropout)
        self.labels = nn.Linear(shape.width, LABEL_COUNT)
        self.vectors = nn.Linear(shape.width, VECTOR_COUNT)
        self.distances = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(DISTANCES)) for name in POINTERS}
        )
        nn.init.normal_(self.vectors.weight, std=0.02)
        # Only a teacher can tell; until one has, every content is held to be worth another look.
        with torch.no_grad():
            self.labels.weight[LABELS["nested"].slice] = 0
            self.labels.bias[LABELS["nested"].slice] = 5.0

    def encode(
        self, ids: Tensor, case: Tensor, gap: Tensor, depth: Tensor, padding: Tensor | None = None
    ) -> Tensor:
        """Token vectors (batch, tokens, width); ``padding`` is true where there is no token."""
        places = torch.arange(ids.shape[1])
        hidden = self.norm(self.words(ids) + self.positions(places))
        bias = None
        if self.relative is not None:
            buckets = relative_buckets(
                places[None, :] - places[:, None], self.shape.relative_buckets
            )
            bias = self.relative(buckets).permute(2, 0, 1)[None]
        if padding is not None:
            mask = padding[:, None, None, :].float() * -1e4
            bias = mask if bias is None else bias + mask
        features = self.cases(case) + self.gaps(gap) + self.depths(depth)
        hidden = self.dropout(hidden)
        for number, layer in enumerate(self.layers):
            if number == self.shape.feature_layer:
                hidden = hidden + features
            hidden = layer(hidden, bias)
        return hidden

    def forward(
        self, ids: Tensor, case: Tensor, gap: Tensor, depth: Tensor, padding: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """Scores of labels and vectors, each (batch, tokens, columns of `heads`)."""
        return self.heads(self.encode(ids, case, gap, depth, padding))

    def heads(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """What `forward` returns, from the vectors of the tokens."""
        hidden = self.dropout(hidden)
        return self.labels(hidden), self.vectors(hidden)

    def freeze_below_features(self) -> None:
        """Stop training everything below the layer at which features enter."""
        frozen: list[nn.Module] = [self.words, self.positions, self.norm]
        frozen += list(self.layers[: self.shape.feature_layer])
        for module in frozen:
            module.requires_grad_(requires_grad=False)


def pointer(vectors: Tensor, name: str) -> tuple[Tensor, Tensor]:
    """Queries and keys of a pointer, each (batch, tokens, width)."""
    return tuple(vectors[..., VECTORS[f"{name}_{part}"].slice] for part in ("query", "key"))  # type: ignore[return-value]


def relative_buckets(offsets: Tensor, buckets: int, reach: int = 128) -> Tensor:
    """MPNet's (T5's) logarithmic buckets of relative positions."""
    half = buckets // 2
    n = -offsets
    base = (n < 0).long() * half
    n = n.abs()
    exact = half // 2
    large = (
        exact
        + (
            torch.log(n.clamp(min=1).float() / exact) / math.log(reach / exact) * (half - exact)
        ).long()
    )
    return base + torch.where(n < exact, n, large.clamp(max=half - 1))


def load_pretrained(directory: Path, feature_layer: int = 0) -> Network:
    """The network with a pre-trained encoder; heads and features are new."""
    config = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    weights = load_file(directory / "model.safetensors")
    weights = {
        key.removeprefix("bert.").removeprefix("mpnet."): value for key, value in weights.items()
    }
    mpnet = config["model_type"] == "mpnet"
    words = weights["embeddings.word_embeddings.weight"]
    positions = weights["embeddings.position_embeddings.weight"]
    if mpnet:
        # MPNet's vocabulary is BERT's behind four ids of its own: in BERT's order, with its own
        # marks of start and stop, both models share one tokenizer. Positions begin at 2.
        start, stop = words[0].clone(), words[2].clone()
        words = words[4 : 4 + 30522].clone()
        words[101], words[102] = start, stop
        positions = positions[2:]
    else:
        words = words + weights["embeddings.token_type_embeddings.weight"][0]
    shape = Shape(
        layers=config["num_hidden_layers"],
        width=config["hidden_size"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        positions=positions.shape[0],
        vocabulary=words.shape[0],
        epsilon=config["layer_norm_eps"],
        relative_buckets=config.get("relative_attention_num_buckets", 0),
        feature_layer=feature_layer,
    )
    network = Network(shape)
    state = {
        "words.weight": words,
        "positions.weight": positions,
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    if mpnet:
        state["relative.weight"] = weights["encoder.relative_attention_bias.weight"]
        parts = ("attention.attn.q", "attention.attn.k", "attention.attn.v")
        output, norm = "attention.attn.o", "attention.LayerNorm"
    else:
        parts = ("attention.self.query", "attention.self.key", "attention.self.value")
        output, norm = "attention.output.dense", "attention.output.LayerNorm"
    renamed = {
        output: "output",
        norm: "attention_norm",
        "intermediate.dense": "expand",
        "output.dense": "contract",
        "output.LayerNorm": "norm",
    }
    for number in range(shape.layers):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            state[f"{new}query_key_value.{kind}"] = torch.cat(
                [weights[f"{old}{part}.{kind}"] for part in parts]
            )
            for before, after in renamed.items():
                state[f"{new}{after}.{kind}"] = weights[f"{old}{before}.{kind}"]
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected:
        raise ValueError(f"{directory}: weights that the network has no place for: {unexpected}")
    heads = ("cases", "gaps", "depths", "labels", "vectors", "distances")
    if lacking := [key for key in missing if not key.startswith(heads)]:
        raise ValueError(f"{directory}: weights are missing: {lacking}")
    return network
