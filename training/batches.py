"""Examples → batches of windows, shuffled by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from reportedly.reading.decoding import TAGS, FloatArray
from reportedly.reading.tokens import WordPieces
from training.annotation.gold import Gold
from training.contents import contents_of, nested_cues, packed
from training.examples import UNKNOWN, Example, Lesson, Window, examples_of, windows
from training.polnear import read_split
from training.silver import IGNORED, Inventory, read_parses

Batch = dict[str, Tensor]

#: Ids of the start and the stop mark in the vocabulary that both encoders share.
MARKS = (101, 102)

#: Windows of like length are put together within pools of this many batches.
POOL = 32

#: Annotated contents are few beside the articles, so that each is read more than once an epoch.
CONTENT_REPEATS = 2


@dataclass(frozen=True)
class Course:
    """What is learned from.

    ``articles`` holds, for each article, its annotators' versions; ``contents`` are passages with
    what is attributed within them.
    """

    articles: list[list[Example]]
    contents: list[Example]


def load_course(
    data: Path,
    pieces: WordPieces,
    lessons: Mapping[str, FloatArray],
    inventory: Inventory | None,
    annotated: Mapping[str, Gold],
) -> Course:
    """A split directory, what teachers say of it, and what is annotated of it by hand."""
    parses = read_parses(data / "corenlp.jsonl.gz") if inventory else {}
    course = Course([], [])
    for article in read_split(data):
        gold = annotated.get(article.name)
        lesson = Lesson(lessons.get(article.name))
        if gold is not None:
            lesson = lesson._replace(nested=nested_cues(pieces(article.text), gold))
            course.contents.extend(contents_of(gold, article.text, pieces))
        parse = (parses.get(article.name, []), inventory) if inventory else None
        course.articles.append(examples_of(article, pieces, lesson, parse))
    return course


def lessons_of(paths: Sequence[Path]) -> dict[str, FloatArray]:
    """What one teacher, or several on average, wrote down (see `training.teach`)."""
    if not paths:
        return {}
    files = [np.load(path) for path in paths]
    return {
        name: sum(file[name].astype(np.float32) for file in files) / len(files)
        for name in files[0].files
    }


def epoch_windows(course: Course, size: int, seed: int, epoch: int) -> list[Window]:
    """Every article once, in the version of one annotator drawn anew; order and cuts shuffled.

    Contents come `CONTENT_REPEATS` times, each time beside others.
    """
    draw = random.Random(seed * 1000 + epoch)
    found = [
        window
        for versions in course.articles
        for window in windows(draw.choice(versions), size, draw)
    ]
    for _ in range(CONTENT_REPEATS):
        inner = [window for content in course.contents for window in windows(content, size, draw)]
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
    """Pad to the longest; a start and a stop mark around each window."""
    lengths = torch.tensor([len(window.ids) + 2 for window in group])
    width = int(lengths.max())

    def stack(name: str, fill: int, ends: tuple[int, int] | None = None) -> Tensor:
        rows = np.full((len(group), width), fill, dtype=np.int64)
        for row, window in zip(rows, group, strict=True):
            values = attrgetter(name)(window)
            if ends is not None:
                row[0], row[len(values) + 1] = ends
            row[1 : len(values) + 1] = values
        return torch.from_numpy(rows)

    lesson = np.zeros((len(group), width, len(TAGS)), dtype=np.float32)
    for row, window in zip(lesson, group, strict=True):
        row[1 : len(window.ids) + 1] = window.lesson
    batch = {
        "ids": stack("ids", 0, MARKS),
        "case": stack("case", 0),
        "gap": stack("gap", 0),
        "depth": stack("depth", 0),
        "padding": torch.arange(width)[None, :] >= lengths[:, None],
        "tags": stack("tags", IGNORED),
        "cue_of": stack("cue_of", UNKNOWN),
        "source_of": stack("source_of", UNKNOWN),
        "lesson": torch.from_numpy(lesson),
        "nested": stack("nested", IGNORED),
    }
    if all(window.silver is not None for window in group):
        for layer in ("parts", "names", "relations", "heads"):
            batch[layer] = stack(f"silver.{layer}", IGNORED)
    return batch
