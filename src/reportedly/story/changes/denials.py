"""Several reports → what somebody asserts and somebody else denies.

In: `Report`s, `Voices` and groups of claims. Out: `Denied`: the assertion and the denial. That one
claim is negative and another alike does not make it a denial ("the road cannot be closed", "closing
the road will cost more"): the denial has to name the report that it denies, to deny in so many
words what was said in these words, or to be known to be about the same claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reportedly.ledger import Attribution, Claim
from reportedly.story.changes.sayings import (
    Saying,
    Voices,
    attribution_of,
    group_of,
    in_order,
    saying_of,
    versions,
)
from reportedly.story.claims.roots import Instance
from reportedly.story.report import Report
from reportedly.story.words.wording import (
    ALIKE,
    ALIKE_ENOUGH,
    Sharing,
    Wording,
    likeness,
    wordings,
)

#: Verbs that turn down what was said, besides those whose act is a denial: those for "deny" and
#: "reject" that take a claim for their object, in their forms.
REJECTS: Final = """
reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed
disputing refute refutes refuted refuting rebut rebuts rebutted rebutting contradict contradicts
contradicted contradicting deny denies denied denying
"""

#: Words that may make a claim that is read as positive a negative one.
NEGATIVE: Final = frozenset(["no", "not", "nothing", "nobody", "none", "never", "neither", "nor"])

#: Certainties with which something is asserted, not only thought possible.
ASSERTED: Final = ("certain", "probable")

_REJECTS: Final = frozenset(REJECTS.split())


class Denied(NamedTuple):
    """An assertion, and its denial by somebody else."""

    assertion: Saying
    denial: Saying
    sure: float


class _Heard(NamedTuple):
    report: Report
    claim: Claim
    wording: Wording


def denied(
    reports: Sequence[Report], voices: Voices, groups: Iterable[Sequence[Instance]] = ()
) -> Iterator[Denied]:
    """What is asserted in one report and denied in another, each denial once.

    Args:
        reports: all reports.
        voices: who is who.
        groups: claims that say the same; some of them may be denied.
    """
    ordered = in_order(reports)
    pairs = [(report, claim) for report in ordered for claim in report.ledger.claims]
    words = wordings([report.ledger.text_of(claim.spans) for report, claim in pairs])
    heard = [_Heard(*pair, one) for pair, one in zip(pairs, words, strict=True)]
    together = group_of(groups)
    asserted = [one for one in heard if _asserted(one)]
    words_of, of_group = _found_by(asserted, together)
    for denial in heard:
        act = attribution_of(denial.report, denial.claim.attribution)
        if not _denies(denial.report, act):
            continue
        same = of_group.get(together.get((denial.report.number, denial.claim.id), -1), ())
        near = sorted({*same, *words_of(denial.wording)})
        grades = [_sure(denial, asserted[one], voices, together) for one in near]
        best = max(grades, default=0.0)
        if best > 0:
            other = asserted[near[grades.index(best)]]
            assertion = saying_of(other.report, other.claim)
            yield Denied(assertion, _with_cue(denial, act), min(1.0, best))


def _found_by(
    asserted: Sequence[_Heard], together: Mapping[tuple[int, str], int]
) -> tuple[Sharing, Mapping[int, list[int]]]:
    """What finds assertions: their words, and the group that they are in."""
    words_of = Sharing()
    of_group: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(asserted):
        words_of.add(one.wording)
        group = together.get((one.report.number, one.claim.id))
        if group is not None:
            of_group[group].append(number)
    return words_of, of_group


def _with_cue(denial: _Heard, act: Attribution | None) -> Saying:
    """What is denied with the words that deny it: alone it would read as an assertion."""
    saying = saying_of(denial.report, denial.claim)
    cue = act.cue_spans if act is not None else ()
    return saying._replace(spans=tuple(sorted({*cue, *saying.spans})))


def _sure(
    denial: _Heard, other: _Heard, voices: Voices, together: Mapping[tuple[int, str], int]
) -> float:
    """How sure it is that one claim is denied by another; 0 if nothing speaks for it."""
    places = [together.get((one.report.number, one.claim.id)) for one in (denial, other)]
    known = places[0] is not None and places[0] == places[1]
    sure = 0.9 if known else _in_words(denial, other)
    if (
        not sure
        or denial.report.number == other.report.number
        or versions(denial.report, other.report)
        or voices.holders(denial.report, denial.claim) & voices.holders(other.report, other.claim)
    ):
        return 0.0
    return sure


def _in_words(denial: _Heard, other: _Heard) -> float:
    """How sure it is that what is denied in so many words is what another report says."""
    common = denial.wording.content & other.wording.content
    cites = bool(common) and _cites(denial, other.report)
    if not cites and len(common) <= 2:
        return 0.0
    alike = likeness(denial.wording, other.wording)
    if cites and alike >= ALIKE_ENOUGH:
        return 0.5 + 0.5 * alike
    return 0.8 * alike if alike >= ALIKE and len(common) > 2 else 0.0


def _asserted(heard: _Heard) -> bool:
    act = attribution_of(heard.report, heard.claim.attribution)
    plain = heard.claim.polarity == "positive" and heard.claim.certainty in ASSERTED
    negative = NEGATIVE.intersection(heard.wording.words.lower().split())
    return plain and not negative and not _denies(heard.report, act)


def _denies(report: Report, act: Attribution | None) -> bool:
    """Whether an attribution denies its content, by its act or by its verb."""
    if act is None or act.negated:
        return False
    cue = report.ledger.text_of(act.cue_spans).lower().split()
    return act.act == "denial" or not _REJECTS.isdisjoint(cue)


def _cites(denial: _Heard, report: Report) -> bool:
    """Whether the sentence of a denial names the outlet of an earlier report."""
    outlet = report.outlet.removeprefix("The ")
    start, end = denial.report.sentence_at(denial.claim.spans[0][0])
    earlier = report.order < denial.report.order
    return earlier and bool(outlet) and outlet in denial.report.text[start:end]
