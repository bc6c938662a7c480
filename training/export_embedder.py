"""Write the sentence encoder that compares claims: `python -m training.export_embedder OUT`.

The graph is all-MiniLM-L6-v2 (Wang et al. 2020; Reimers & Gurevych 2019) as it was published, its
mean over the tokens scaled to length 1, with weights in 8 bits. Its tokenizer is that of the small
model.
"""

from __future__ import annotations

import argparse
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import torch
from torch import Tensor, nn

from training.export import attend, quantize
from training.network import Layer, Network, load_pretrained


class Embedder(nn.Module):
    """Ids of tokens (1, tokens) → a vector (width)."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> Tensor:
        """What the graph computes."""
        nothing = torch.zeros_like(ids)
        hidden = self.network.encode(ids, nothing, nothing, nothing)
        return nn.functional.normalize(hidden.mean(dim=1), dim=-1)[0]


def export(encoder: Path, out: Path) -> None:
    """Write ``model.onnx`` into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    embedder = Embedder(load_pretrained(encoder)).eval()
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(Layer, "attend", attend),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        graph = Path(folder, "float.onnx")
        torch.onnx.export(
            embedder,
            (torch.zeros((1, 8), dtype=torch.int64),),
            str(graph),
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {1: "tokens"}},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        quantize(graph, out / "model.onnx")


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    options = parser.parse_args(arguments)
    export(options.encoder, options.out)


if __name__ == "__main__":
    main()
