"""Train the tagger: `python -m training.train OUT --encoder DIR --tokenizer FILE`.

Seeds are fixed, a checkpoint is written every few minutes, and the same command resumes from it.
The log is one JSON object a line in ``OUT/log.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from reportedly.reading.tokens import WordPieces
from training import lessons
from training.annotation.gold import read_gold
from training.batches import batches, epoch_windows, label_weights, load_course
from training.losses import Learner
from training.network import Network, Shape, load_pretrained
from training.restore import restore


@dataclass(frozen=True)
class Settings:
    """What decides the outcome of a run, besides the data."""

    encoder: str
    epochs: float = 6.0
    window: int = 382
    batch: int = 8
    rate: float = 2e-4
    head_rate: float = 1e-3
    warmup: float = 0.06
    link_weight: float = 0.3
    frozen_layers: int = 0
    layer_weight: float = 0.3
    teacher_weight: float = 0.0
    start: str = ""
    annotated: str = ""
    gum: str = ""
    repeats: int = 1
    share: float = 1.0
    seed: int = 1


def learner_of(settings: Settings, weights: Mapping[str, Tensor]) -> Learner:
    """The pre-trained encoder with new heads."""
    network = load_pretrained(Path(settings.encoder), settings.frozen_layers)
    if settings.start:
        start = Path(settings.start)
        exported = (start / "model.onnx").exists()
        begun = restore(start) if exported else load_network(start)
        network.load_state_dict(begun.state_dict())
    if settings.frozen_layers:
        network.freeze_below_features()
    return Learner(
        network,
        weights,
        link_weight=settings.link_weight,
        layer_weight=settings.layer_weight,
        teacher_weight=settings.teacher_weight,
    )


def optimizer_of(learner: Learner, settings: Settings) -> torch.optim.Optimizer:
    """AdamW; heads and features learn faster than what was trained before."""
    old = ("words", "positions", "norm", "relative", "layers")
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in learner.named_parameters():
        if parameter.requires_grad:
            is_new = not name.startswith(tuple(f"network.{part}." for part in old))
            groups.setdefault((is_new, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": settings.head_rate if is_new else settings.rate,
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (is_new, decays), parameters in groups.items()
        ],
        fused=True,
    )


def rate_at(step: int, total: int, warmup: float) -> float:
    """Linear warm-up, then linear decay to zero, as a share of the full rate.

    >>> [rate_at(step, total=10, warmup=0.2) for step in (1, 2, 6, 10)]
    [0.5, 1.0, 0.5, 0.0]
    """
    rise = max(1, int(total * warmup))
    return min(step / rise, max(0.0, (total - step) / max(1, total - rise)))


def train(
    out: Path,
    data: Path,
    tokenizer: Path,
    settings: Settings,
    teacher: Path | None = None,
    save_seconds: float = 300,
) -> Network:
    """Train or resume, until the planned number of epochs is done.

    Args:
        out: folder for checkpoint, log and, in the end, the weights.
        data: a split directory of PolNeAR.
        tokenizer: the ``tokenizer.json`` of MiniLM.
        settings: what decides the outcome.
        teacher: file of `training.teach`.
        save_seconds: how often a checkpoint is written.
    """
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(settings.seed)
    torch.set_flush_denormal(True)
    pieces = WordPieces.from_file(str(tokenizer))
    annotated = read_gold(Path(settings.annotated)) if settings.annotated else ()
    course = load_course(
        data,
        pieces,
        lessons.load(teacher),
        {gold.name: gold for gold in annotated},
        Path(settings.gum) if settings.gum else None,
    )
    learner = learner_of(settings, label_weights(course))
    optimizer = optimizer_of(learner, settings)
    base = [group["lr"] for group in optimizer.param_groups]
    cut = partial(
        epoch_windows,
        course,
        settings.window,
        settings.seed,
        repeats=settings.repeats,
        share=settings.share,
    )
    windows = cut(0)
    total = round(-(-len(windows) // settings.batch) * settings.epochs)
    step = _resume(out / "checkpoint.pt", learner, optimizer)
    (out / "settings.json").write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    saved = began = time.monotonic()
    learner.train()
    seen = epoch = 0
    recent: list[dict[str, float]] = []
    while seen < total:
        windows = cut(epoch)
        for batch in batches(windows, settings.batch, settings.seed + epoch):
            seen += 1
            if seen <= step or seen > total:
                continue
            scale = rate_at(seen, total, settings.warmup)
            for group, rate in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = rate * scale
            recent.append(_learn(learner, optimizer, batch))
            if seen % 20 == 0:
                _log(out, seen, total, recent, time.monotonic() - began)
                recent = []
            if time.monotonic() - saved > save_seconds:
                _save(out / "checkpoint.pt", learner, optimizer, seen)
                saved = time.monotonic()
        epoch += 1
    _save(out / "checkpoint.pt", learner, optimizer, total)
    network = learner.network
    network.shape.save(out / "shape.json")
    save_file(network.state_dict(), out / "network.safetensors")
    return network.eval()


def _learn(
    learner: Learner, optimizer: torch.optim.Optimizer, batch: dict[str, Tensor]
) -> dict[str, float]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        losses = learner(batch)
    optimizer.zero_grad(set_to_none=True)
    losses["sum"].backward()
    nn.utils.clip_grad_norm_(learner.parameters(), 1.0)
    optimizer.step()
    return {name: value.item() for name, value in losses.items()}


def load_network(directory: Path) -> Network:
    """What `train` left in a directory, ready to read with."""
    network = Network(Shape.load(directory / "shape.json"))
    network.load_state_dict(load_file(directory / "network.safetensors"))
    return network.eval()


def _log(
    out: Path, step: int, total: int, recent: Sequence[dict[str, float]], seconds: float
) -> None:
    names = dict.fromkeys(name for losses in recent for name in losses)
    means = {name: round(sum(r.get(name, 0.0) for r in recent) / len(recent), 4) for name in names}
    line: dict[str, Any] = {"step": step, "of": total, "seconds": round(seconds), **means}
    with (out / "log.jsonl").open("a", encoding="utf-8") as handle:
        handle.write(json.dumps(line) + "\n")
    print(json.dumps(line), flush=True)


def _save(path: Path, learner: Learner, optimizer: torch.optim.Optimizer, step: int) -> None:
    state = {"learner": learner.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def _resume(path: Path, learner: Learner, optimizer: torch.optim.Optimizer) -> int:
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    learner.load_state_dict(state["learner"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="folder for checkpoint, log and weights")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear/train"))
    parser.add_argument("--tokenizer", type=Path, required=True, help="tokenizer.json of MiniLM")
    parser.add_argument("--teacher", type=Path, help="file of `training.teach`")
    for name, value in asdict(Settings(encoder="")).items():
        parser.add_argument(
            f"--{name.replace('_', '-')}",
            type=type(value),
            default=value,
            required=name == "encoder",
        )
    options = vars(parser.parse_args(arguments))
    out, data, tokenizer = options.pop("out"), options.pop("data"), options.pop("tokenizer")
    teacher = options.pop("teacher")
    train(out, data, tokenizer, Settings(**options), teacher)


if __name__ == "__main__":
    main()
