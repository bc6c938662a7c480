"""Examples → batches of windows, shuffled by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from reportedly.reading.heads import LABEL_COUNT, LAYERS
from reportedly.reading.tokens import WordPieces
from training import gum_layers
from training.annotation.gold import FOLDER, Gold
from training.annotation.passages import read_passages
from training.examples import (
    Example,
    Window,
    example_of,
    guises_of,
    mark_attributions,
    packed,
    windows,
)
from training.layers import contents_of, mark_article, marked
from training.lessons import Lesson
from training.polnear import read_split
from training.targets import IGNORED, LABELLED, ROWS, Targets

Batch = dict[str, Tensor]

#: Ids of the start and the stop mark in the vocabulary that both encoders share.
MARKS = (101, 102)

#: Windows of like length are put together within pools of this many batches.
POOL = 32


#: Rare labels count for more: their rarity to this power, within bounds.
SPAN_ROOT, LABEL_ROOT = 0.25, 0.5
WEIGHTS = (0.3, 4.0)


@dataclass(frozen=True)
class Course:
    """What is learned from, each text in the versions of its annotators.

    ``annotated`` articles have every layer, other ``articles`` their attributions alone;
    ``contents`` (passages with what is attributed within them) and ``short`` texts share windows;
    ``entities`` are texts that tell only who is who.
    """

    articles: list[list[Example]] = field(default_factory=list)
    annotated: list[Example] = field(default_factory=list)
    contents: list[Example] = field(default_factory=list)
    short: list[Example] = field(default_factory=list)
    entities: list[Example] = field(default_factory=list)


def load_course(
    data: Path,
    pieces: WordPieces,
    lessons: Mapping[str, Lesson],
    annotated: Mapping[str, Gold],
    gum: Path | None = None,
) -> Course:
    """What there is to learn from.

    Args:
        data: a split directory of PolNeAR.
        pieces: the tokenizer.
        lessons: what a teacher says of its articles.
        annotated: those of its articles that are annotated in full; if there are any, the written
            passages are learned from as well.
        gum: GUM's directory.
    """
    course = Course()
    for article in read_split(data):
        gold = annotated.get(article.name)
        guises = guises_of(article.text, pieces)
        lesson = lessons.get(article.name)
        versions = []
        for attributions in article.annotations.values():
            targets = Targets(guises[0])
            mark_attributions(targets, attributions)
            if gold is not None:
                mark_article(targets, gold, article.text)
            elif lesson is not None:
                lesson.tell(targets.values)
            versions.append(
                example_of(article.name, guises, targets, lesson.scores if lesson else None)
            )
        if gold is None:
            course.articles.append(versions)
        else:
            course.annotated.extend(versions[:1])
            course.contents.extend(contents_of(gold, article.text, pieces))
    if annotated:
        _load_passages(course, pieces)
    if gum is not None:
        course.entities.extend(gum_layers.examples_of(gum, pieces))
    return course


def _load_passages(course: Course, pieces: WordPieces) -> None:
    for path in sorted((FOLDER / "passages").glob("*.txt")):
        for checked in read_passages(path):
            gold, text = checked.gold(), checked.task.text
            guises = guises_of(text, pieces)
            targets = Targets(guises[0])
            outermost = [marked(one) for one in gold.attributions if one.within is None]
            mark_attributions(targets, outermost)
            mark_article(targets, gold, text)
            course.short.append(example_of(gold.name, guises, targets))
            course.contents.extend(contents_of(gold, text, pieces))


def label_weights(course: Course) -> dict[str, Tensor]:
    """How much each label of a layer weighs: rare ones more, by a root of their rarity."""
    texts = [*course.annotated, *course.short, *course.contents]
    weights = {}
    for name in LABELLED:
        labels = LAYERS[name]
        if len(labels) == 1 or name == "tags":
            continue
        told = np.concatenate([text.targets[ROWS[name]] for text in texts] or [np.zeros(0, int)])
        counts = np.bincount(told[told >= 0], minlength=len(labels)) + 1
        root = SPAN_ROOT if labels[0] == "O" else LABEL_ROOT
        rarity = (counts.sum() / (len(labels) * counts)) ** root
        weights[name] = torch.tensor(rarity.clip(*WEIGHTS), dtype=torch.float32)
    return weights


def epoch_windows(
    course: Course, size: int, seed: int, epoch: int, *, repeats: int = 1, share: float = 1.0
) -> list[Window]:
    """The windows of an epoch; order and cuts shuffled.

    Args:
        course: what is learned from.
        size: tokens of a window, at most.
        seed: of all that is drawn.
        epoch: its number.
        repeats: how often texts with all layers come, short ones each time beside others.
        share: how many of the other texts come, drawn anew; each in one annotator's version.
    """
    draw = random.Random(seed * 1000 + epoch)
    found = [
        window
        for versions in draw.sample(course.articles, round(share * len(course.articles)))
        for window in windows(draw.choice(versions), size, draw)
    ]
    entities = draw.sample(course.entities, round(share * len(course.entities)))
    found += [w for example in entities for w in windows(example, size, draw)]
    for _ in range(repeats):
        found += [w for example in course.annotated for w in windows(example, size, draw)]
        for texts in (course.contents, course.short):
            inner = [window for text in texts for window in windows(text, size, draw)]
            draw.shuffle(inner)
            found += packed(inner, size, MARKS)
    draw.shuffle(found)
    return found


def batches(found: Sequence[Window], size: int, seed: int) -> Iterator[Batch]:
    """Windows of like length together, in random order."""
    step = POOL * size
    groups = []
    for start in range(0, len(found), step):
        pool = sorted(found[start : start + step], key=lambda window: len(window.ids))
        groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    random.Random(seed).shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(group: Sequence[Window]) -> Batch:
    """Pad to the longest; a start and a stop mark around each window.

    Rows of targets are named as in `training.targets`; what they point at still counts from the
    first token behind the start mark.
    """
    lengths = torch.tensor([len(window.ids) + 2 for window in group])
    width = int(lengths.max())

    def stack(name: str, ends: tuple[int, int] = (0, 0)) -> Tensor:
        rows = np.zeros((len(group), width), dtype=np.int64)
        for row, window in zip(rows, group, strict=True):
            values = attrgetter(name)(window)
            row[0], row[len(values) + 1] = ends
            row[1 : len(values) + 1] = values
        return torch.from_numpy(rows)

    lesson = np.full((len(group), width, LABEL_COUNT), np.nan, dtype=np.float32)
    targets = np.full((len(ROWS), len(group), width), IGNORED, dtype=np.int64)
    for number, window in enumerate(group):
        lesson[number, 1 : len(window.ids) + 1] = window.lesson
        targets[:, number, 1 : len(window.ids) + 1] = window.targets
    return {
        "ids": stack("ids", MARKS),
        "case": stack("case"),
        "gap": stack("gap"),
        "depth": stack("depth"),
        "padding": torch.arange(width)[None, :] >= lengths[:, None],
        "lesson": torch.from_numpy(lesson),
        **{name: torch.from_numpy(targets[row]) for name, row in ROWS.items()},
    }
