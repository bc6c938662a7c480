"""What teachers write down reaches the tokens that it is about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from training.batches import lessons_of
from training.losses import layer_loss
from training.targets import IGNORED


def test_teachers_are_averaged(tmp_path: Path) -> None:
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    first, second = np.eye(2, 13, dtype=np.float16), np.zeros((2, 13), np.float16)
    np.savez(one, ferry=first)
    np.savez(two, ferry=second)
    assert lessons_of([one, two])["ferry"] == pytest.approx(first / 2)
    assert lessons_of([]) == {}


def test_nobody_learns_of_tokens_that_nothing_is_told_of() -> None:
    scores = torch.zeros(1, 3, 1, requires_grad=True)
    layer_loss(scores, torch.tensor([[IGNORED, 1, 0]])).backward()
    assert scores.grad is not None
    assert scores.grad[0, :, 0].sign().tolist() == [0.0, -1.0, 1.0]
    nothing = torch.zeros(1, 1, 1, requires_grad=True)
    assert layer_loss(nothing, torch.tensor([[IGNORED]])).item() == 0.0
