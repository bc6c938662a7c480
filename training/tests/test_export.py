"""The graph that ships computes what was trained, in floats and in 8 bits."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from reportedly.reading.tokens import WordPieces
from training.export import OUTPUTS, quantize, smooth, to_onnx
from training.network import Network, Shape
from training.restore import restore

ABSOLUTE = Shape(
    layers=2, width=64, heads=4, inner=128, positions=200, vocabulary=300, epsilon=1e-12
)
RELATIVE = Shape(
    layers=2,
    width=64,
    heads=4,
    inner=128,
    positions=200,
    vocabulary=300,
    epsilon=1e-5,
    relative_buckets=32,
    feature_layer=1,
)


def network(shape: Shape) -> Network:
    """Random weights; feature tables and distances too, which begin as zeros."""
    torch.manual_seed(5)
    made = Network(shape)
    for table in (made.cases, made.gaps, made.depths):
        torch.nn.init.normal_(table.weight)
    torch.nn.init.normal_(made.labels.weight)
    made.eval()
    return made


def window(tokens: int) -> dict[str, Any]:
    draw = np.random.default_rng(tokens)
    sizes = {"ids": 300, "case": 5, "gap": 3, "depth": 3}
    return {name: draw.integers(0, size, (1, tokens)) for name, size in sizes.items()}


def trained(made: Network, inputs: dict[str, Any]) -> list[Any]:
    with torch.inference_mode():
        return [values.numpy() for values in made(*map(torch.from_numpy, inputs.values()))]


@pytest.mark.parametrize("shape", [ABSOLUTE, RELATIVE], ids=["MiniLM", "MPNet"])
def test_the_float_graph_computes_what_was_trained(tmp_path: Path, shape: Shape) -> None:
    made = network(shape)
    to_onnx(made, tmp_path / "float.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "float.onnx"))
    for tokens in (3, 8, 150):
        inputs = window(tokens)
        graph = session.run(list(OUTPUTS), inputs)
        for ours, theirs in zip(graph, trained(made, inputs), strict=True):
            assert ours == pytest.approx(theirs, abs=1e-4)


@pytest.mark.parametrize("shape", [ABSOLUTE, RELATIVE], ids=["MiniLM", "MPNet"])
def test_eight_bits_are_close_to_floats_and_much_smaller(tmp_path: Path, shape: Shape) -> None:
    made = network(shape)
    to_onnx(made, tmp_path / "float.onnx")
    quantize(tmp_path / "float.onnx", tmp_path / "int8.onnx")
    sizes = [(tmp_path / name).stat().st_size for name in ("int8.onnx", "float.onnx")]
    assert sizes[0] < sizes[1] / 2
    session = onnxruntime.InferenceSession(str(tmp_path / "int8.onnx"))
    inputs = window(120)
    graph = session.run(list(OUTPUTS), inputs)
    for ours, theirs in zip(graph, trained(made, inputs), strict=True):
        assert np.corrcoef(ours.ravel(), theirs.ravel())[0, 1] > 0.99


def test_learning_can_go_on_from_what_was_exported(tmp_path: Path) -> None:
    made = network(ABSOLUTE)
    for module in made.modules():
        if isinstance(module, torch.nn.LayerNorm):  # equal weights would be exported as one
            torch.nn.init.normal_(module.weight, 1.0, 0.1)
            torch.nn.init.normal_(module.bias, 0.0, 0.1)
    smooth(made, ["“The bridge is safe,” she said."] * 2, one_piece())
    to_onnx(made, tmp_path / "float.onnx")
    quantize(tmp_path / "float.onnx", tmp_path / "model.onnx")
    distances = {name: values.tolist() for name, values in made.distances.items()}
    config = {"shape": asdict(made.shape), "distances": distances}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    inputs = window(60)
    for ours, theirs in zip(trained(restore(tmp_path), inputs), trained(made, inputs), strict=True):
        assert np.corrcoef(ours.ravel(), theirs.ravel())[0, 1] > 0.99


def one_piece() -> WordPieces:
    """A tokenizer whose only piece is unknown, so that any text fits a small vocabulary."""
    vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    return WordPieces(tokenizer)
