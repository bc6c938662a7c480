"""``reportedly desk correct``, ``corrections`` and ``undo``: what people decide about entries.

In: what a person types. Out: decisions on the desk, listed on standard output. Thin shells over
`reportedly.desk.revision` and `reportedly.desk.review`.
"""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from reportedly.cli.choices import ViewFormat, When
from reportedly.cli.desk_command import (
    DEFAULT,
    Address,
    ListFormat,
    command,
    opened,
    print_list,
    when_of,
)
from reportedly.cli.parameters import Color, NoColor
from reportedly.cli.screen import standard_error
from reportedly.errors import CannotWrite

if TYPE_CHECKING:
    from reportedly.desk.decisions import Decision
    from reportedly.desk.snapshots import Kind

EXAMPLES: Final = """reportedly desk correct 3 R2 accept

reportedly desk correct 3 R2 reject --reason "a heading, nobody said it"

reportedly desk correct 3 R2 edit --set act=denial --set 'content_spans="not at fault"'

reportedly desk correct 3 add claim --set 'spans="the pier is safe"' --set attribution=R2"""

#: In the place of an entry: that a new one is to be made.
ADD: Final = "add"

#: What can be done with an entry that is there.
DECISIONS: Final = ("accept", "reject", "edit")

#: Who decides, if nobody says and the machine does not know either.
NOBODY: Final = "unknown"

BAD_DECISION: Final = "Write one of: {known}."
BAD_SETTING: Final = "Write it as FIELD=VALUE."
NOTHING_SET: Final = "Say with --set what is to change."
SETS_NOTHING: Final = "Only edit and add set fields."

Author = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", envvar="REPORTEDLY_AUTHOR", help="Who decides."),
]


@command(EXAMPLES)
def correct(
    article: Annotated[int, typer.Argument(metavar="ARTICLE", help="The article's number.")],
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry's id, or add.")],
    decision: Annotated[
        str,
        typer.Argument(
            metavar="DECISION", help="accept, reject or edit; after add, the kind of entry."
        ),
    ],
    address: Address = DEFAULT,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="FIELD=VALUE",
            show_default=False,
            help='What a field is to hold; spans as 16-55 or "the words"#2.',
        ),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why.", show_default=False)] = "",
    by: Author = None,
) -> None:
    """Accept, reject or edit an entry, or add one that was missed; it outlives later readings."""
    from reportedly.desk import revision
    from reportedly.desk.snapshots import LAYER_OF

    known = tuple(LAYER_OF) if entry == ADD else DECISIONS
    if decision not in known:
        raise typer.BadParameter(BAD_DECISION.format(known=", ".join(known)), param_hint="DECISION")
    typed = typed_of(settings or [])
    if decision == "edit" and not typed:
        raise typer.BadParameter(NOTHING_SET, param_hint="--set")
    if decision in {"accept", "reject"} and typed:
        raise typer.BadParameter(SETS_NOTHING, param_hint="--set")
    author = by or author_of_machine()
    with opened(address) as found:
        if entry == ADD:
            kind = cast("Kind", decision)
            made = revision.add(found, article, kind, typed, author=author, reason=reason)
        else:
            chosen = cast("Decision", decision)
            made = revision.correct(
                found, article, entry, chosen, typed, author=author, reason=reason
            )
    print(made.number)


@command("reportedly desk undo 12\n\nreportedly desk undo 12 --redo")
def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The correction's number.")],
    address: Address = DEFAULT,
    redo: Annotated[bool, typer.Option("--redo", help="Have it hold again.")] = False,
    by: Author = None,
) -> None:
    """Have a correction hold no more; it stays in the list, and can be brought back."""
    from reportedly.desk import revision

    with opened(address) as found:
        revision.undo(found, number, author=by or author_of_machine(), again=redo)


@command("reportedly desk corrections 3\n\nreportedly desk corrections --as-training lessons.jsonl")
def corrections(
    article: Annotated[
        int | None,
        typer.Argument(metavar="[ARTICLE]", show_default=False, help="The article's number; all."),
    ] = None,
    address: Address = DEFAULT,
    as_training: Annotated[
        Path | None,
        typer.Option(metavar="FILE", show_default=False, help="Write them to train a model with."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="With the articles' texts, to train with.")
    ] = False,
    format_: ListFormat = ViewFormat.TABLE,
    color: Color = When.AUTO,
    no_color: NoColor = False,
) -> None:
    """List what people decided, with what became of it, or write it to train a model with."""
    from reportedly.desk import review
    from reportedly.formats.desk import CORRECTIONS

    with opened(address) as found:
        if as_training is None:
            rows = review.listed(found, article)
            print_list(CORRECTIONS, rows, format_, when_of(color, no_color))
            return
        lines = list(review.lessons(found, article, with_text=with_text))
    try:
        as_training.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(name=str(as_training), reason=error.strerror or str(error)) from error
    standard_error().print(f"{as_training} has {len(lines):,} lessons.", soft_wrap=True)


def typed_of(settings: Sequence[str]) -> dict[str, str]:
    """What fields are to hold, by what a person typed.

    Raises:
        typer.BadParameter: there is no ``=``.

    >>> typed_of(["act=denial", "source="])
    {'act': 'denial', 'source': ''}
    """
    if not all("=" in one.lstrip("=") for one in settings):
        raise typer.BadParameter(BAD_SETTING, param_hint="--set")
    return dict(one.partition("=")[::2] for one in settings)


def author_of_machine() -> str:
    """The name under which somebody is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return NOBODY
