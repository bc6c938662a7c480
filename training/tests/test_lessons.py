"""What teachers write down reaches the tokens that it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from training.batches import lessons_of
from training.losses import nested_loss
from training.silver import IGNORED


def test_teachers_are_averaged_and_any_of_them_finds_a_nested_cue(tmp_path: Path) -> None:
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    half = np.float16
    first, second = np.eye(2, 13, dtype=half), np.zeros((2, 13), half)
    written: dict[str, Any] = {"a.b.tags": first, "a.b.nested": np.array([IGNORED, 0])}
    np.savez(one, **written)
    written = {"a.b.tags": second, "a.b.nested": np.array([IGNORED, 1]), "c.tags": first}
    np.savez(two, **written)
    lessons = lessons_of([one, two])
    assert lessons["a.b"].tags == pytest.approx(first / 2)
    assert lessons["a.b"].nested is not None
    assert lessons["a.b"].nested.tolist() == [IGNORED, 1]
    assert lessons["c"].nested is None
    assert lessons_of([]) == {}


def test_nobody_learns_of_nested_cues_outside_contents() -> None:
    scores = torch.zeros(1, 3, requires_grad=True)
    nested_loss(scores, torch.tensor([[IGNORED, 1, 0]])).backward()
    assert scores.grad is not None
    assert scores.grad[0].sign().tolist() == [0.0, -1.0, 1.0]
    nothing = torch.zeros(1, 1, requires_grad=True)
    assert nested_loss(nothing, torch.tensor([[IGNORED]])).item() == 0.0
