"""An exported model → the network in training again, so that learning can go on from what ships.

The weights in 8 bits are turned into floats, and the factors that evened out channels for the 8
bits (`training.export.smooth`) into the weights that they belong to.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from training.network import Network, Shape

Weights = dict[str, npt.NDArray[np.float32]]

_SMOOTHED = ".contract.contract.1"


def restore(model: Path) -> Network:
    """The network of an exported model.

    Args:
        model: the folder that `training.export` wrote.

    Raises:
        ValueError: the graph lacks weights of the network.
    """
    config = json.loads((model / "config.json").read_text(encoding="utf-8"))
    network = Network(Shape(**config["shape"]))
    graph = onnx.load(model / "model.onnx").graph
    found = _weights(graph, set(network.state_dict()))
    for pointer, distances in config["distances"].items():
        found[f"distances.{pointer}"] = np.array(distances, dtype=np.float32)
    state = {name: torch.from_numpy(np.array(values)) for name, values in found.items()}
    missing, _ = network.load_state_dict(state, strict=False)
    if missing:
        raise ValueError(f"{model}: the graph lacks {', '.join(missing)}")
    return network.eval()


def _weights(graph: onnx.GraphProto, names: set[str]) -> Weights:
    """The weights of a graph, under the names that the network has for them."""
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}

    def floats(name: str) -> npt.NDArray[np.float32]:
        values = known[f"{name}_quantized"].astype(np.float32)
        scaled = (values - known[f"{name}_zero_point"].astype(np.float32)) * known[f"{name}_scale"]
        return scaled.astype(np.float32)

    found = {name: values for name, values in known.items() if name in names}
    found |= {name: floats(name) for name in names if f"{name}_quantized" in known}
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        name = node.name.removesuffix("/MatMul_quant").strip("/").replace("/", ".")
        quantized = next(i for i in node.input if i.endswith("_quantized") and i in known)
        weight = floats(quantized.removesuffix("_quantized")).T
        if name.endswith(_SMOOTHED):
            name = name.removesuffix(".contract.1")
            weight = weight * known[f"{name}.0.factors"]
            found[f"{name}.bias"] = known[f"{name}.1.bias"]
        found[f"{name}.weight"] = weight
    return found
