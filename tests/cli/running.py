"""What commands are tested with: an article, a quick reader, and what a command came to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from typer.testing import CliRunner

from reportedly.cli.program import program
from reportedly.ledger import LAYERS, Article, Attribution, Layer, Ledger, ModelInfo

ARTICLE = "The ferry will sail in May, the minister said on Monday. Nobody has seen the boat yet.\n"


class QuickReader:
    """Takes "said" for a cue, cannot bear "sank", and remembers what it was given."""

    given: list[str]

    def __init__(
        self, model: str = "small", *, threads: int = 1, layers: Collection[Layer] = LAYERS
    ) -> None:
        self.info = ModelInfo(name=model, version="1.0")
        self.threads = threads
        self.layers = layers

    def read(self, article: Article) -> Ledger:
        (ledger,) = self.read_many([article])
        return ledger

    def read_many(
        self,
        articles: Iterable[Article],
        *,
        jobs: int = 1,
        on_error: Callable[[Article, Exception], None] | None = None,
    ) -> Iterator[Ledger]:
        assert jobs >= 1
        for article in articles:
            if on_error and "sank" in article.text:
                on_error(article, ZeroDivisionError("at sea"))
                continue
            QuickReader.given.append(article.text)
            at = article.text.find("said")
            entry = Attribution(
                id="R1", cue_spans=((at, at + 4),), content_spans=((0, at),), confidence=0.9
            )
            entries = (entry,) if at > 0 else ()
            yield Ledger(model=self.info, article=article, attributions=entries)


class Ran:
    """What a command came to."""

    def __init__(self, arguments: tuple[str, ...], standard_input: str | None) -> None:
        result = CliRunner().invoke(program, list(arguments), input=standard_input)
        self.status = result.exit_code
        self.out = result.stdout
        self.error = result.stderr
