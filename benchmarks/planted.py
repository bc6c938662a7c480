"""Articles for a desk of any size, with what is true of them.

In: ledgers of real articles. Out: a plan, the ledgers that it asks for, one by one, and the truth:
which articles copy which, and for one claim in each story by how many independent origins it is
told. A story has twenty articles from as many outlets, over two weeks: a report, copies of it,
others that cite it, that have the claim from people of their own, that use a quotation of it again,
and that have nothing to do with it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple

import msgspec

from benchmarks.varied import Vocabulary, moved, rearranged, renamed, reworded
from reportedly.ledger import Actor, Article, Attribution, Claim, Ledger, validate

Kind = Literal["report", "exact", "near", "shortened", "citation", "origin", "quotation", "other"]

#: The articles of a story besides its report.
STORY: Final[tuple[Kind, ...]] = (
    "exact", "exact", "near", "near", "shortened", "citation", "citation", "quotation",
)  # fmt: skip
SIZE: Final = 20

COPIES: Final = ("report", "exact", "near", "shortened")

#: The share of words that a near copy changes, below its first paragraphs.
CHANGED: Final = 0.05
KEPT: Final = 0.6

OUTLETS: Final = tuple(f"The {place} {name}" for place in ("Northern", "Harbour", "Valley", "City",
    "Island", "Border", "Lakeside", "Morning") for name in ("Post", "Courier", "Gazette", "Star",
    "Mirror"))  # fmt: skip

#: What every fourth outlet prints below each of its articles.
NOTICE: Final = (
    "{outlet} is printed by people who live where you live; if something in this article is wrong, "
    "tell the editors, and it will be put right in the next edition."
)

#: The ids of what is planted in a ledger.
SOURCE, TOLD, CLAIM = "planted-source", "planted-attribution", "planted-claim"

#: One claim in other words each time; who and what are names made for the story.
CLAIMS: Final = (
    "{who} will leave the board of {what} in {month}",
    "in {month}, {who} is to give up a seat on {what}’s board",
    "the board of {what} loses {who} in {month}",
)
MONTHS: Final = ("March", "April", "June", "September", "November")
QUOTE: Final = "“We have known for a while that {words}, and it should have been said,” {who} said."


class Planned(NamedTuple):
    """An article to make: its number, story, place in it, kind, outlet and day."""

    number: int
    story: int
    place: int
    kind: Kind
    outlet: str
    published: str

    @property
    def url(self) -> str:
        """Its address, by which the truth names it."""
        return f"https://news.example/{self.number}"


def plan(count: int) -> list[Planned]:
    """So many articles in the order in which they come, which is about that of publication."""
    planned = []
    for story in range(-(-count // SIZE)):
        draw = random.Random(story)
        outlets = draw.sample(OUTLETS, SIZE)
        origins: list[Kind] = ["origin"] * draw.randrange(3)
        kinds: list[Kind] = ["report", *STORY, *origins]
        kinds += ["other"] * (SIZE - len(kinds))
        begins = date(2025, 1, 1) + timedelta(days=story)
        for place, kind in enumerate(kinds[: count - story * SIZE]):
            day = begins + timedelta(days=0 if kind == "report" else draw.randrange(1, 14))
            number = story * SIZE + place
            one = Planned(number, story, place, kind, outlets[place], day.isoformat())
            planned.append((story * SIZE + draw.random() * 5 * SIZE, one))
    return [one for _, one in sorted(planned)]


def truth(planned: Sequence[Planned]) -> dict[str, Any]:
    """What is true of a plan.

    ``copies`` are pairs of addresses, the earlier one first. ``stories`` have the members of one
    claim, each with how it tells it, and the number of its independent origins.
    """
    stories: dict[int, list[Planned]] = {}
    for one in planned:
        stories.setdefault(one.story, []).append(one)
    order = {one.number: (one.published, place) for place, one in enumerate(planned)}
    pairs, told = [], []
    for number, members in sorted(stories.items()):
        members.sort(key=lambda one: order[one.number])
        same = [one for one in members if one.kind in COPIES]
        pairs += [[one.url, other.url] for one, other in combinations(same, 2)]
        tellers = [one for one in members if one.kind not in ("other", "quotation")]
        told.append({
            "story": number,
            "claim": _claim(number, 0),
            "members": [
                {"url": one.url, "how": one.kind, "words": _claim(one.story, _form(one))}
                for one in tellers
            ],
            "origins": sum(one.kind in ("report", "origin") for one in tellers),
        })  # fmt: skip
    return {"format": "reportedly.desk-truth/1", "copies": pairs, "stories": told}


class Made:
    """Makes what is planned, from ledgers of real articles."""

    def __init__(self, originals: Sequence[Ledger]) -> None:
        self.originals = originals
        self.words = Vocabulary.of(one.article.text for one in originals)
        self._report = lru_cache(maxsize=16)(self._reported)

    def ledger(self, one: Planned) -> Ledger:
        """The ledger of an article; the same each time."""
        if one.kind in COPIES:
            made = self._report(one.story)
            if one.kind != "report":
                start = made.article.text.index("\n\n", made.article.text.index("\n\n") + 2)
            if one.kind == "near":
                made = reworded(made, self.words, one.number, CHANGED, start)
                made = rearranged(made, one.number, first=2)
            elif one.kind == "shortened":
                made = rearranged(made, one.number, kept=KEPT)
        else:
            made = self._body(one.number)
            if one.kind in ("citation", "origin"):
                made = _telling(made, one)
            elif one.kind == "quotation":
                made = _opened(made, self._quote(one.story), None)
        return _finished(made, one)

    def _body(self, number: int) -> Ledger:
        original = self.originals[number % len(self.originals)]
        return rearranged(renamed(original, self.words, number), number)

    def _reported(self, story: int) -> Ledger:
        number = story * SIZE
        made = _opened(self._body(number), self._quote(story), None)
        return _telling(made, Planned(number, story, 0, "report", "", ""))

    def _quote(self, story: int) -> str:
        draw = random.Random(-story - 1)
        words = " ".join(draw.choices(self.words.others, k=18))
        return QUOTE.format(words=words, who=_name(draw))


def _form(one: Planned) -> int:
    """Which words for the claim; those of the report stand in its copies, too."""
    return 0 if one.kind in COPIES else 1 + one.number % (len(CLAIMS) - 1)


def _claim(story: int, form: int) -> str:
    draw = random.Random(f"claim {story}")
    names = {"who": f"{_name(draw)} {_name(draw)}", "what": _name(draw)}
    return CLAIMS[form].format(month=draw.choice(MONTHS), **names)


def _name(draw: random.Random) -> str:
    parts = ["ba", "do", "fi", "ga", "ke", "lu", "mo", "na", "ri", "sta", "to", "ve"]
    return "".join(draw.choices(parts, k=3)).capitalize()


def _telling(ledger: Ledger, one: Planned) -> Ledger:
    """An article that begins with the claim of its story, from a person or another outlet."""
    if one.kind == "citation":
        source = random.Random(one.story).sample(OUTLETS, SIZE)[0]
        actor = Actor(id=SOURCE, name=source, kind="outlet", named=True, anonymity="named")
    else:
        source = f"{_name(random.Random(one.number))} {_name(random.Random(-one.number))}"
        actor = Actor(id=SOURCE, name=source, kind="person", named=True, anonymity="named")
    cue = "reported" if one.kind == "citation" else "said"
    return _opened(ledger, f"{source} {cue} that {_claim(one.story, _form(one))}.", actor)


def _opened(ledger: Ledger, paragraph: str, source: Actor | None) -> Ledger:
    """An article with a paragraph before all others, and its claim, if its source is given."""
    shift = len(paragraph) + 2
    text = f"{paragraph}\n\n{ledger.article.text}"
    made = moved(ledger, text, lambda span: (span[0] + shift, span[1] + shift))
    if source is None:
        return made
    name, cue = (0, len(source.name)), paragraph.index(" ", len(source.name) + 1)
    content = (paragraph.index(" that ") + len(" that "), len(paragraph) - 1)
    told = Attribution(id=TOLD, source=SOURCE, source_spans=(name,), content_spans=(content,),
                       cue_spans=((len(source.name) + 1, cue),), chain=("A0", SOURCE))  # fmt: skip
    claim = Claim(id=CLAIM, spans=(content,), attribution=TOLD, chain=("A0", SOURCE),
                  certainty="certain", polarity="positive", time="future")  # fmt: skip
    actor = msgspec.structs.replace(source, mentions=(name,))
    return msgspec.structs.replace(
        made,
        actors=(*made.actors, actor),
        attributions=(told, *made.attributions),
        claims=(claim, *made.claims),
    )


def _finished(ledger: Ledger, one: Planned) -> Ledger:
    """An article as its outlet prints it."""
    text = ledger.article.text
    if OUTLETS.index(one.outlet) % 4 == 0:
        text += f"\n\n{NOTICE.format(outlet=one.outlet)}"
    article = Article(text=text, title=f"Report {one.number}", outlet=one.outlet,
                      published=one.published, url=one.url)  # fmt: skip
    made = msgspec.structs.replace(ledger, article=article)
    validate(made)
    return made
