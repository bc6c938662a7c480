"""The model that ships: a folder with graph, tokenizer and settings → a `Network` to read with.

At run time this needs `onnxruntime`, `tokenizers` and `numpy`; no deep-learning framework.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
import onnxruntime

from reportedly.errors import DamagedModel, UnknownModel
from reportedly.ledger import ModelInfo
from reportedly.reading.attribution import Network
from reportedly.reading.calibration import Calibration
from reportedly.reading.decoding import FloatArray
from reportedly.reading.encoder import Run, WindowInput, WindowOutput
from reportedly.reading.heads import (
    ATTRIBUTION_LAYERS,
    ATTRIBUTION_POINTERS,
    LABELS,
    VECTORS,
)
from reportedly.reading.tokens import WordPieces

#: Where models are looked for by name: inside the package, then beside it in a checkout.
FOLDERS: Final = (
    Path(__file__).parent.parent / "models",
    Path(__file__).parent.parent.parent.parent / "models",
)


#: A fusion that slows reading down: without it 7 to 20 % more tokens are read in a second.
SLOWER: Final = ["SkipLayerNormFusion"]


class Settings(msgspec.Struct, frozen=True):
    """``config.json`` of a model.

    ``rest`` names the model that tells all but the attributions, if this one knows only those.
    """

    name: str
    version: str
    distances: dict[str, list[float]]
    calibration: dict[str, Calibration]
    rest: str | None = None


@dataclass(frozen=True)
class Model:
    """A loaded model."""

    info: ModelInfo
    pieces: WordPieces
    network: Network
    calibration: dict[str, Calibration]


def available() -> dict[str, Path]:
    """The models at hand, by name.

    >>> "small" in available()
    True
    """
    return {
        path.parent.name: path.parent
        for folder in reversed(FOLDERS)
        for path in sorted(folder.glob("*/config.json"))
    }


def find(name: str) -> Path:
    """The folder of a model, by name or path.

    Raises:
        UnknownModel: if there is none.
    """
    if os.sep in name or (os.altsep is not None and os.altsep in name):
        folder = Path(name)
        if (folder / "config.json").is_file():
            return folder
        raise UnknownModel(name=name, known=", ".join(available()))
    try:
        return available()[name]
    except KeyError:
        raise UnknownModel(name=name, known=", ".join(available())) from None


def load(name: str = "small", *, threads: int = 1) -> Model:
    """Load a model by name or folder.

    Args:
        name: a name that `available` lists, or the path of a folder.
        threads: how many windows are run at a time; results do not depend on it.

    Raises:
        UnknownModel: there is no such model.
        DamagedModel: its files cannot be loaded.
    """
    folder = find(name)
    try:
        settings = msgspec.json.decode((folder / "config.json").read_bytes(), type=Settings)
        pieces = WordPieces.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"),
            _options(),
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )
    except Exception as error:  # onnxruntime and tokenizers raise classes of their own
        raise DamagedModel(name=name, reason=str(error)) from error
    distances: dict[str, FloatArray] = {
        name: np.array(values, dtype=np.float32) for name, values in settings.distances.items()
    }
    mapper: Any = map if threads == 1 else ThreadPoolExecutor(threads).map
    network = Network(partial(_run, session), distances, pieces.marks, mapper)
    info = ModelInfo(name=settings.name, version=settings.version)
    if settings.rest is None:
        return Model(info, pieces, network, settings.calibration)
    rest = load(settings.rest)
    known = {pointer: distances[pointer] for pointer in ATTRIBUTION_POINTERS}
    network = replace(
        network,
        run=both(network.run, rest.network.run),
        distances={**rest.network.distances, **known},
    )
    calibration = {**rest.calibration, "attributions": settings.calibration["attributions"]}
    return Model(info, pieces, network, calibration)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    # One thread a window: windows, not the parts of one, are what is run side by side.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Windows differ in length; memory kept for every length ever seen would only grow.
    options.enable_mem_pattern = False
    return options


def both(run: Run, rest: Run) -> Run:
    """Attributions from one network, all other columns from another."""
    return partial(_run_both, run, rest)


def _run_both(run: Run, rest: Run, window: WindowInput) -> WindowOutput:
    told, (labels, vectors) = run(window), rest(window)
    for layer in ATTRIBUTION_LAYERS:
        columns = LABELS[layer].slice
        labels[:, columns] = told.labels[:, columns]
    for pointer in ATTRIBUTION_POINTERS:
        for part in ("query", "key"):
            columns = VECTORS[f"{pointer}_{part}"].slice
            vectors[:, columns] = told.vectors[:, columns]
    return WindowOutput(labels, vectors)


def _run(session: onnxruntime.InferenceSession, window: WindowInput) -> WindowOutput:
    labels, vectors = session.run(None, window._asdict())
    return WindowOutput(labels[0], vectors[0])
