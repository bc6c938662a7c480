"""What annotators and a teacher say reaches the tokens that it is about."""

from __future__ import annotations

import torch

from reportedly.reading.heads import LABEL_COUNT, LABELS
from training.losses import layer_loss, taught_loss
from training.targets import IGNORED


def test_nobody_learns_of_tokens_that_nothing_is_told_of() -> None:
    scores = torch.zeros(1, 3, 1, requires_grad=True)
    layer_loss(scores, torch.tensor([[IGNORED, 1, 0]])).backward()
    assert scores.grad is not None
    assert scores.grad[0, :, 0].sign().tolist() == [0.0, -1.0, 1.0]
    nothing = torch.zeros(1, 1, 1, requires_grad=True)
    assert layer_loss(nothing, torch.tensor([[IGNORED]])).item() == 0.0


def test_a_student_follows_its_teacher_where_it_has_spoken() -> None:
    lesson = torch.zeros(1, 3, LABEL_COUNT)
    lesson[0, 0] = torch.nan
    begin = LABELS["claim"].start + 1
    lesson[0, 1:, begin] = 9.0
    scores = torch.zeros(1, 3, 3, requires_grad=True)
    taught = taught_loss(scores, lesson, "claim")
    assert taught is not None
    taught.backward()
    assert scores.grad is not None
    assert scores.grad[0].sign().tolist() == [[0, 0, 0], [1, -1, 1], [1, -1, 1]]


def test_what_a_teacher_says_of_actors_counts_only_where_it_sees_one() -> None:
    lesson = torch.zeros(1, 2, LABEL_COUNT)
    lesson[0, 0, LABELS["mention"].start + 1] = 20.0
    lesson[0, 1, LABELS["mention"].start] = lesson[0, 1, LABELS["inner"].start] = 20.0
    lesson[0, :, LABELS["plural"].slice] = 5.0
    scores = torch.zeros(1, 2, 1, requires_grad=True)
    taught = taught_loss(scores, lesson, "plural")
    assert taught is not None
    taught.backward()
    assert scores.grad is not None
    seen, unseen = scores.grad[0, :, 0].tolist()
    assert seen < -0.4
    assert abs(unseen) < 1e-6


def test_without_a_teacher_there_is_nothing_to_follow() -> None:
    scores = torch.zeros(1, 2, 3, requires_grad=True)
    assert taught_loss(scores, torch.full((1, 2, LABEL_COUNT), torch.nan), "claim") is None
