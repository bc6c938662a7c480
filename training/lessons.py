"""What a teacher thinks of a text, for a student to learn (distillation; Hinton et al. 2015).

A lesson is the teacher's scores of all labels of every token, and, as rows of targets, what its
pointers settled on: who is who, whose relay, whose position.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from reportedly.reading.heads import LABEL_COUNT
from training.targets import NUMBERED, ROWS, IntArray

HalfArray = npt.NDArray[np.float16]


class Lesson(NamedTuple):
    """Scores of shape ``(tokens, LABEL_COUNT)``; rows of shape ``(len(NUMBERED), tokens)``."""

    scores: HalfArray
    rows: IntArray

    def tell(self, targets: IntArray) -> None:
        """Write the rows into targets of shape ``(len(ROWS), tokens)``."""
        targets[[ROWS[name] for name in NUMBERED]] = self.rows


#: What no teacher has spoken of.
_UNTAUGHT: Final = np.float16(np.nan)


def untaught(count: int) -> HalfArray:
    """The scores of so many tokens that no teacher has spoken of: not a number."""
    return np.broadcast_to(_UNTAUGHT, (count, LABEL_COUNT))


def save(lessons: Iterable[tuple[str, Lesson]], out: Path) -> None:
    """Write lessons by the names of their articles."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, lesson in lessons:
        arrays[f"scores/{name}"], arrays[f"rows/{name}"] = lesson
    np.savez_compressed(out, allow_pickle=False, **arrays)


def load(path: Path | None) -> Mapping[str, Lesson]:
    """Read what `save` wrote; nothing, without a teacher."""
    if path is None:
        return {}
    with np.load(path) as file:
        names = [key.removeprefix("rows/") for key in file if key.startswith("rows/")]
        return {name: Lesson(file[f"scores/{name}"], file[f"rows/{name}"]) for name in names}
