"""A mention → the kind of actor, whether it is several people, and whether it is named.

In: the words of a mention, and what follows it in the sentence. Out: what tables and rules make of
them, with a note of how sure the words are; the place where names and descriptions come together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from reportedly.ledger import ActorKind, Anonymity
from reportedly.reading.naming.descriptions import describe
from reportedly.reading.naming.name_words import Form
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.pronouns import Features, Gender, pronoun

#: Kinds that are people.
_PEOPLE: Final = frozenset({"person", "group"})

#: "The board of Acme": a body that is told by whose it is counts as named.
_OF_NAME: Final = re.compile(r"^(?:[Tt]he )?(?:[a-z-]+ )?[a-z-]+ of (?:the )?[A-Z]")


class Mention(NamedTuple):
    """What the words of a mention tell.

    ``kind`` is nothing for a pronoun that leaves it open; ``sure`` is true where a table or a title
    tells the kind, false where it is the likeliest.
    """

    form: Form
    kind: ActorKind | None
    sure: bool
    plural: bool
    anonymity: Anonymity
    gender: Gender | None

    @property
    def features(self) -> Features:
        """What a pronoun must agree with; see `reportedly.reading.naming.pronouns.agrees`."""
        animate = None if self.kind is None else self.kind in _PEOPLE
        return Features(self.plural, animate, self.gender)


@lru_cache(maxsize=8192)
def read_mention(words: str, after: str = "") -> Mention:
    """What the words of a mention tell about the actor.

    Args:
        words: the mention as it stands in the text.
        after: what follows in the sentence, where the reasons for anonymity often stand.

    >>> read_mention("Sen. Ann Holt")[:5]
    ('name', 'person', True, False, 'named')
    >>> read_mention("a source close to the talks")[:5]
    ('description', 'person', True, False, 'withheld')
    >>> read_mention("the officials", after=", speaking on condition of anonymity,").anonymity
    'withheld'
    """
    form = pronoun(words)
    if form is not None:
        kind: ActorKind | None = None
        if form.plural:
            kind = "group"
        elif form.gender or form.person < 3:
            kind = "person"
        return Mention(
            "pronoun", kind, bool(form.gender), bool(form.plural), "unnamed", form.gender
        )
    name = parse_name(words)
    if name.form == "name" and name.kind is not None:
        plural = bool(name.members) and name.kind == "group"
        return Mention("name", name.kind, name.sure, plural, "named", name.gender)
    told = describe(words, after)
    if name.members:
        return Mention("description", "group", True, True, "unnamed", None)
    if not told.head and name.kind is not None:
        return Mention("description", name.kind, False, told.plural, told.anonymity, None)
    if told.kind in ("organization", "government") and _OF_NAME.search(words):
        return Mention("description", told.kind, True, False, "named", None)
    sure = bool(told.head) and told.kind != "other"
    return Mention("description", told.kind, sure, told.plural, told.anonymity, None)
