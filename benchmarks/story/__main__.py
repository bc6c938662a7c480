"""Command line: `python -m benchmarks.story`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import benchmarks.story
from benchmarks.story import STORY, Story
from benchmarks.story.claims import contradictions_found, groups_found, pairs_found, pairs_table
from benchmarks.story.copying import copies_found
from benchmarks.story.origins import origins_found, statuses_found


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=benchmarks.story.__doc__)
    parser.add_argument("--story", type=Path, default=STORY)
    options = parser.parse_args(arguments)
    story = Story.read(options.story)
    precision, recall = copies_found(story)
    print(f"copies: precision {100 * precision:.1f}, recall {100 * recall:.1f}")
    pairs = list(pairs_found(story))
    hit = sum(chance >= 0.5 and right for chance, right in pairs)
    found, true = sum(chance >= 0.5 for chance, _ in pairs), sum(right for _, right in pairs)
    print(
        f"pairs that say the same: precision {100 * hit / max(1, found):.1f}, "
        f"recall {100 * hit / max(1, true):.1f} ({len(pairs)} of {len(story.truth['pairs'])} read)"
    )
    print(pairs_table(pairs))
    score, read, members = groups_found(story)
    print(f"groups: B3 {100 * score:.1f} ({read} of {members} members read as claims)")
    right, steps = origins_found(story)
    print(f"origins: right after {right} of {steps} reports ({100 * right / steps:.1f} %)")
    hit, told, there = contradictions_found(story)
    print(f"contradictions: {hit} of {told} found are right, of {there} that there are")
    right, steps = statuses_found(story)
    print(f"status: right for {right} of {steps} groups ({100 * right / steps:.1f} %)")


if __name__ == "__main__":
    main()
