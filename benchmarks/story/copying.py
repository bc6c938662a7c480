"""What copies what → how much of it is found."""

from __future__ import annotations

from typing import Final

from benchmarks.story import Story
from reportedly.story.copying.copies import copies

#: A copy is one if it has at least this share of the later report's words; a quotation that is used
#: again counts as well.
COPIED: Final = 0.2


def copies_found(story: Story) -> tuple[float, float]:
    """Precision and recall of copies, two reports counting as one."""
    names = {report.number: file for file, report in story.reports.items()}
    found = {
        (names[one.earlier.number], names[one.later.number])
        for one in copies(list(story.reports.values()))
        if one.share >= COPIED or not one.passages
    }
    versions = {(one["original"], one["changed"]) for one in story.truth["corrections"]}
    true = {(one["from"], one["to"]) for one in story.truth["copies"]}
    # Two copies of one report share what they copied, and an article most of its earlier text.
    hit = len(found & true)
    wrong = [pair for pair in found - true - versions if not _through(pair, true)]
    return hit / max(1, hit + len(wrong)), hit / len(true)


def _through(pair: tuple[str, str], true: set[tuple[str, str]]) -> bool:
    """Whether both are copies of a third."""
    return any((third, pair[0]) in true and (third, pair[1]) in true for third, _ in true)
