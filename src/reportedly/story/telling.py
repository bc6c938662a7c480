"""Reports → the story that they tell together.

In: `Report`s with what their claims say, as `Statement`s and vectors. Out: a `Story`. Each part is
found by a module of its own; here they are called in order, and put into the words and names that
people read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from reportedly.ledger import Ledger
from reportedly.story import entries
from reportedly.story.actors.bearers import bearers
from reportedly.story.actors.identities import Names, identified, names_of
from reportedly.story.changes.conflicts import conflicts
from reportedly.story.changes.counts import counted
from reportedly.story.changes.proposals import histories
from reportedly.story.changes.sayings import Voices
from reportedly.story.changes.shifts import shifts
from reportedly.story.changes.timeline import events
from reportedly.story.claims.candidates import candidates
from reportedly.story.claims.contradictions import opposing
from reportedly.story.claims.matching import Decision, groups
from reportedly.story.claims.origins import Handed, Tracing
from reportedly.story.claims.roots import Instance
from reportedly.story.claims.status import Standing, status
from reportedly.story.conditions.graphs import graph_of
from reportedly.story.copying.copies import copies
from reportedly.story.copying.inflations import inflated
from reportedly.story.copying.retellings import retold
from reportedly.story.embedding import WIDTH, Vectors, embedder
from reportedly.story.report import Report
from reportedly.story.story import Story, StoryClaim, Telling
from reportedly.story.words.statements import Statement, statement_of

#: How a claim stands that reports only relay to deny or doubt it.
NOBODY: Final = Standing("denied", "Nobody vouches for it: it is told only to be denied.")


def tell(
    name: str,
    reports: Sequence[Report],
    statements: Sequence[Sequence[Statement]],
    vectors: Sequence[Vectors],
    names: Sequence[Names] = (),
) -> Story:
    """Put reports together.

    Args:
        name: what to call the story.
        reports: in any order.
        statements: for each report, what its claims say.
        vectors: for each report, those of its statements, in the same order.
        names: what people decided about who is who.
    """
    ordered = sorted(range(len(reports)), key=lambda number: reports[number].order)
    reports = [reports[number] for number in ordered]
    statements = [statements[number] for number in ordered]
    vectors = [vectors[number] for number in ordered]
    called = names_of(reports)
    known = identified(bearers(reports), reports, names)
    copied = copies(reports)
    known_vectors = np.concatenate([*vectors, np.zeros((0, WIDTH), np.float32)])
    _remember(statements, vectors)
    instances = [Instance(report, claim) for report in reports for claim in report.ledger.claims]
    said = [one for own in statements for one in own]
    numbers = [one.report.number for one in instances]
    pairs = list(candidates(said, known_vectors, numbers))
    found = groups(said, known_vectors, Decision.learned(), numbers, pairs)
    against = opposing(said, pairs, found)
    tracing = Tracing(copied, known, reports)
    told = [[instances[one] for one in group] for group in found]
    voices = Voices(known)
    positions = histories(reports, voices)
    counts = counted(reports)
    proposals, stands = entries.board(positions, voices)
    return Story(
        name=name,
        reports=tuple(map(entries.report_entry, reports)),
        actors=tuple(
            entries.actor_entry(f"S{number}", one, called) for number, one in enumerate(known, 1)
        ),
        claims=tuple(
            _claim(
                f"G{number}",
                told[number - 1],
                instances[_typical(group, known_vectors)],
                [instances[one] for one in opposite],
                tracing,
            )
            for number, (group, opposite) in enumerate(zip(found, against, strict=True), start=1)
        ),
        proposals=proposals,
        stands=stands,
        copies=tuple(map(entries.copy_entry, copied)),
        inflations=tuple(
            map(entries.inflation_entry, [*inflated(copied), *retold(reports, voices, told)])
        ),
        shifts=tuple(map(entries.shift_entry, shifts(reports, known, told, positions, counts))),
        conflicts=tuple(
            map(entries.conflict_entry, conflicts(reports, known, told, positions, counts))
        ),
        events=tuple(map(entries.event_entry, events(reports, told))),
        conditions=graph_of(_latest(reports)),
    )


def story_of(name: str, ledgers: Iterable[Ledger]) -> Story:
    """What several ledgers tell together.

    Args:
        name: what to call the story.
        ledgers: of its articles; texts of one address are texts of one article, in this order.

    >>> from reportedly import read
    >>> told = story_of("bridge", [
    ...     read("The bridge will close in May, the mayor said.", outlet="Echo"),
    ...     read("The bridge is to close in May, said the mayor.", outlet="Post")])
    >>> [(one.words, len(one.tellings)) for one in told.claims]
    [('The bridge will close in May', 2)]
    """
    reports = []
    articles: dict[str, int] = {}
    texts: Counter[int] = Counter()
    for number, ledger in enumerate(ledgers, start=1):
        article = articles.setdefault(ledger.article.url or f"{number}", len(articles) + 1)
        texts[article] += 1
        reports.append(Report(number, ledger, article, texts[article]))
    statements = [[statement_of(one, claim) for claim in one.ledger.claims] for one in reports]
    vectors = [embedder()([one.words for one in own]) for own in statements]
    return tell(name, reports, statements, vectors)


def _remember(statements: Sequence[Sequence[Statement]], vectors: Sequence[Vectors]) -> None:
    """Have no vector made twice: most claims are compared in other ways as well."""
    for own, made in zip(statements, vectors, strict=True):
        embedder().remember(dict(zip((one.words for one in own), made, strict=True)))


def _latest(reports: Sequence[Report]) -> list[Report]:
    """The last text of each article: what an outlet has changed it says no more."""
    found = {report.article or -report.number: report for report in reports}
    return list(found.values())


def _typical(group: Sequence[int], vectors: Vectors) -> int:
    """The statement of a group that is closest to all of them; the first of several."""
    own = vectors[list(group)]
    return group[int((own @ own.mean(axis=0)).round(4).argmax())]


def _claim(
    id_: str,
    group: Sequence[Instance],
    typical: Instance,
    against: Sequence[Instance],
    tracing: Tracing,
) -> StoryClaim:
    traced = tracing.traced(group)
    origins = tracing.origins(group, against, traced)
    roots = {_place(one): root.name for one, root in traced}
    handed = {_place(one.later): one for one in tracing.handed_on(traced)}
    standing = status(origins) or NOBODY
    return StoryClaim(
        id=id_,
        words=typical.report.ledger.text_of(typical.claim.spans),
        tellings=tuple(
            _telling(one, roots.get(_place(one)), handed.get(_place(one)))
            for one in sorted(group, key=lambda one: one.report.order)
        ),
        against=tuple(entries.claim_quote(one.report, one.claim) for one in against),
        status=standing.status,
        low=origins.low,
        high=origins.high,
        because=standing.because,
    )


def _place(one: Instance) -> tuple[int, str]:
    return one.report.number, one.claim.id


def _telling(one: Instance, origin: str | None, handed: Handed | None) -> Telling:
    return Telling(
        quote=entries.claim_quote(one.report, one.claim),
        certainty=one.claim.certainty,
        polarity=one.claim.polarity,
        hearsay=one.claim.hearsay,
        origin=origin,
        got_from=handed and handed.earlier.report.number,
        how=handed and handed.how,
    )
