"""Which contents are read again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from reportedly.reading.attribution import Found, find_attributions
from reportedly.reading.encoder import WindowInput, WindowOutput
from reportedly.reading.model import Model, load

PLAIN = "The minister said that the bridge over the river will be finished in the spring."
NESTED = "The minister said that her aides doubt that the bridge will ever be finished."


@pytest.fixture(scope="module")
def model() -> Model:
    return load("small")


@dataclass
class Watched:
    """A network that remembers the lengths of the windows it was given."""

    model: Model
    lengths: list[int] = field(default_factory=list)

    def __call__(self, window: WindowInput) -> WindowOutput:
        self.lengths.append(window.ids.shape[1])
        return self.model.network.run(window)


def spans(one: Found) -> tuple[object, ...]:
    return one.source, one.cue, one.content, one.evidence


def windows_read(model: Model, text: str, **options: float) -> int:
    watched = Watched(model)
    find_attributions(model.pieces(text), replace(model.network, run=watched), **options)  # type: ignore[arg-type]
    return len(watched.lengths)


def test_a_content_that_promises_nothing_is_not_read_again(model: Model) -> None:
    assert windows_read(model, PLAIN) == 1
    assert windows_read(model, NESTED) > 1


def test_how_much_must_be_promised_can_be_chosen(model: Model) -> None:
    assert windows_read(model, PLAIN, odds=-99) > 1
    assert windows_read(model, NESTED, odds=99) == 1


def test_what_is_found_outside_of_contents_does_not_depend_on_it(model: Model) -> None:
    tokens = model.pieces(f"{PLAIN} {NESTED}")
    every, none = (find_attributions(tokens, model.network, odds=odds).found for odds in (-99, 99))
    assert [spans(one) for one in every if one.within is None] == [spans(one) for one in none]
    assert len(every) > len(none)
