"""Turn a trained network into what ships: `python -m training.export RUN OUT --name small`.

Writes ``model.onnx`` (weights in 8 bits, activations quantized as they come; Jacob et al. 2018),
``tokenizer.json`` and ``config.json``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest import mock

import onnx
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reportedly.reading.calibration import PIECES
from reportedly.reading.encoder import WindowInput, encode
from reportedly.reading.tokens import WordPieces
from training.evaluate import reading_network
from training.network import Layer, Network
from training.polnear import read_split
from training.train import load_network

#: A larger graph is written as two files, since hosts of code take none over 100 MB.
LARGEST_FILE = 95_000_000

#: How much of the unevenness between channels is taken from activations and given to weights.
#: Source F1 on dev: float 81.9; 8 bits without smoothing 81.1; 0.5: 81.5; 0.7: 81.9; 0.85: 81.4.
SMOOTHING = 0.7
SMOOTHING_ARTICLES = 16

OUTPUTS = ("labels", "vectors")


class FusedAttention(torch.autograd.Function):
    """Attention as one node of the graph, which the run time has a fast kernel for."""

    @staticmethod
    def forward(
        ctx: Any, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None, heads: int
    ) -> Tensor:
        """Only traced: shapes matter, values do not."""
        return torch.empty_like(query)

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, bias: Any, heads: int) -> Any:
        """The node; absent inputs are left out as the operator's definition asks."""
        inputs = [query, key, value]
        if bias is not None:
            none = g.op("prim::Constant")
            none.setType(torch.OptionalType.ofTensor())
            inputs += [none, none, bias]
        return g.op("com.microsoft::MultiHeadAttention", *inputs, num_heads_i=heads)


def attend(layer: Layer, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """What stands in for a layer's own attention while it is traced."""
    fused: Tensor = FusedAttention.apply(query, key, value, bias, layer.heads)
    return fused


def to_onnx(network: Network, path: Path) -> None:
    """Write the network as a float graph with a free number of tokens."""
    example = tuple(torch.zeros((1, 8), dtype=torch.int64) for _ in WindowInput._fields)
    with mock.patch.object(Layer, "attend", attend), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(),
            example,
            str(path),
            input_names=list(WindowInput._fields),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "tokens"} for name in (*WindowInput._fields, *OUTPUTS)},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )


class Scale(nn.Module):
    """Multiplies each channel by a number of its own."""

    def __init__(self, factors: Tensor) -> None:
        super().__init__()
        self.register_buffer("factors", factors)

    def forward(self, values: Tensor) -> Tensor:
        """``values`` (batch, tokens, channels)."""
        return values * self.factors


def smooth(network: Network, texts: Iterable[str], pieces: WordPieces) -> None:
    """Even out the channels that enter the second half of each feed-forward block, in place.

    A few channels there reach far beyond the others, and one scale for all of them in 8 bits
    leaves little for the rest. Dividing each by its reach, and multiplying the weights that it
    meets, changes nothing but that (SmoothQuant; Xiao et al. 2023). The reach is seen on ``texts``.
    """
    reach: dict[nn.Module, Tensor] = {}

    def watch(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        most = inputs[0].abs().amax(dim=(0, 1))
        reach[module] = torch.maximum(reach.get(module, most), most)

    hooks = [layer.contract.register_forward_pre_hook(watch) for layer in network.layers]
    reading = reading_network(network, pieces)
    encode([pieces(text) for text in texts], reading.run, marks=reading.marks)
    for hook in hooks:
        hook.remove()
    with torch.no_grad():
        for layer in network.layers:
            weight = layer.contract.weight
            inputs = reach[layer.contract].float().clamp(min=1e-5)
            weights = weight.abs().amax(dim=0).clamp(min=1e-5)
            factors = inputs**SMOOTHING / weights ** (1 - SMOOTHING)
            weight *= factors
            layer.contract = nn.Sequential(Scale(1 / factors), layer.contract)


def quantize(source: Path, target: Path) -> None:
    """Write the graph with 8-bit weights, one scale a column."""
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    if target.stat().st_size > LARGEST_FILE:
        _split(target)


def _split(path: Path) -> None:
    """Move all weights but the largest table, that of words, into a file beside the graph."""
    model = onnx.load(path)
    weights = sorted(model.graph.initializer, key=lambda tensor: len(tensor.raw_data))[:-1]
    for tensor in weights:
        if len(tensor.raw_data) > 1024:
            set_external_data(tensor, location="weights.bin")
    (path.parent / "weights.bin").unlink(missing_ok=True)
    onnx.save(model, path)


def export(
    run: Path,
    out: Path,
    name: str,
    version: str,
    tokenizer: Path,
    data: Path,
    rest: str | None = None,
) -> None:
    """Write everything that reading needs of a run into a folder."""
    network = load_network(run)
    articles = itertools.islice(read_split(data), 0, SMOOTHING_ARTICLES * 25, 25)
    smooth(network, (article.text for article in articles), WordPieces.from_file(str(tokenizer)))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "float.onnx")
        to_onnx(network, graph)
        quantize(graph, out / "model.onnx")
    shutil.copy(tokenizer, out / "tokenizer.json")
    config = {
        "name": name,
        "version": version,
        "shape": asdict(network.shape),
        "distances": {name: _numbers(bias.detach()) for name, bias in network.distances.items()},
        # Until `training.calibrate` has seen the model, nothing is known of its confidence.
        "calibration": {
            layer: {"weights": [0.0] * pieces, "intercept": 0.0} for layer, pieces in PIECES.items()
        },
    }
    if rest is not None:
        config["rest"] = rest
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def _numbers(values: torch.Tensor) -> list[float]:
    return [round(float(value), 5) for value in values]


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", required=True)
    parser.add_argument("--version", default="0.1.0")
    parser.add_argument("--rest", help="the model to take all but attributions from")
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    export(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    main()
