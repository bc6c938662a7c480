"""A model that knows attributions alone takes everything else from another."""

from __future__ import annotations

import numpy as np

from reportedly.reading.encoder import Run, WindowInput, WindowOutput
from reportedly.reading.heads import (
    ATTRIBUTION_LAYERS,
    ATTRIBUTION_POINTERS,
    LABEL_COUNT,
    LABELS,
    VECTOR_COUNT,
    VECTORS,
)
from reportedly.reading.model import both


def constant(value: float) -> Run:
    def run(window: WindowInput) -> WindowOutput:
        count = window.ids.shape[1]
        labels = np.full((count, LABEL_COUNT), value, np.float32)
        return WindowOutput(labels, np.full((count, VECTOR_COUNT), value, np.float32))

    return run


def test_attributions_come_from_one_network_and_all_else_from_the_other() -> None:
    ids = np.zeros((1, 3), np.int64)
    labels, vectors = both(constant(1), constant(2))(WindowInput(ids, ids, ids, ids))
    for name, columns in LABELS.items():
        assert (labels[:, columns.slice] == (1 if name in ATTRIBUTION_LAYERS else 2)).all()
    for name, columns in VECTORS.items():
        pointer = name.rpartition("_")[0]
        assert (vectors[:, columns.slice] == (1 if pointer in ATTRIBUTION_POINTERS else 2)).all()
