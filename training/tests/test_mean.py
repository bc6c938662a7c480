"""Weights between two runs."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from training.mean import mean


def test_weights_lie_between_those_of_two_runs(tmp_path: Path) -> None:
    for name, value in (("one", 1.0), ("other", 3.0)):
        (tmp_path / name).mkdir()
        save_file({"w": torch.full((2,), value)}, tmp_path / name / "network.safetensors")
        (tmp_path / name / "shape.json").write_text(f'"{name}"')
    mean(tmp_path / "out", tmp_path / "one", tmp_path / "other", share=0.75)
    assert load_file(tmp_path / "out" / "network.safetensors")["w"].tolist() == [1.5, 1.5]
    assert (tmp_path / "out" / "shape.json").read_text() == '"one"'
