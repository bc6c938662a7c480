"""A text → the full names of the people and bodies that it speaks of shortly.

In: a text, and a short name or a description as it stands there. Out: words of the same text: the
name in full, the body that "district leaders" lead, the office that somebody holds. Rules alone,
for what a ledger does not tell.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from reportedly.ledger import Span
from reportedly.reading.naming.name_parts import MODIFIERS
from reportedly.reading.naming.names import parse_name
from reportedly.sourcing.titles import without_title

#: Nouns by which a text speaks of a body whose name ends with them: "the district".
COMMON_BODIES: Final = """
academy agency association authority board bureau church city club college commission committee
company corporation council county court department district foundation hospital institute
legislature ministry school society union university
"""

#: Those who speak for the body that they belong to. From the terms of the benchmark: a source that
#: is an unnamed spokesperson or official counts as the body.
REPRESENTATIVES: Final = """
administration administrators attorney attorneys authorities counsel executives lawyer lawyers
leader leaders leadership management official officials representative representatives
spokesman spokesperson spokespersons spokespeople spokeswoman staff staffers supervisors trustees
"""

#: So many characters after a description are looked at for a body.
NEAR: Final = 100

#: Words for the same people, as a text varies them.
SAME_PEOPLE: Final = (
    frozenset({"attorney", "attorneys", "counsel", "lawyer", "lawyers"}),
    frozenset({"leader", "leaders", "leadership"}),
)

BODY_NOUNS: Final = frozenset(COMMON_BODIES.split())

_REPRESENTATIVES: Final = frozenset(REPRESENTATIVES.split())

_CAPITALISED: Final = r"(?:[A-Z][\w&.’'-]*[\w&]|[A-Z])"
_NAME: Final = re.compile(
    rf"{_CAPITALISED}(?:(?: (?:of|for|and|the|on|in|&))* {_CAPITALISED})*(?![\w&])"
)
_BEARER: Final = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED})+")
_BELONGS: Final = re.compile(
    rf"\W{{0,2}}\b(?:of|for|from|at|with) (?:the |an? )?(?:[a-z]+ ){{0,4}}?"
    rf"(?:(?P<name>{_NAME.pattern})|(?P<common>{'|'.join(COMMON_BODIES.split())})\b)"
)
_FIRST: Final = re.compile(r"^(?:the|an?|some|several|one|two|three) ", re.IGNORECASE)
_OWNED: Final = re.compile(r"^(?:its?|his|her|their|[\w .-]+[’']s?) ", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"^(?:The|An?) ")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_PHRASE_END: Final = re.compile(r"(?=[,;(—–]| (?:of|for|from|at|with|representing|who|on|in) )")
_SMALL: Final = frozenset({"of", "for", "and", "the", "on", "in", "&"})


def full_name(name: str, text: str) -> str:
    """The name in the text that a surname or an abbreviation is short for.

    Args:
        name: as an actor is called.
        text: the article.

    Returns:
        The name itself if none is longer, or several are.

    >>> full_name("Falk", "Mayor Ida Falk came. Falk said so.")
    'Ida Falk'
    >>> full_name("HBA", "The Harrow Bay Authority paid. HBA said so.")
    'Harrow Bay Authority'
    >>> full_name("Falk", "Ida Falk and Bo Falk came. Falk said so.")
    'Falk'
    """
    if " " in name or not name[:1].isupper():
        return name
    if name.isupper() and len(name) > 1:
        fuller = {one for one in _names(text) if _initials(one) == name}
    else:
        fuller = {one for one in _bearers(text) if one.split()[-1] == name}
    longest = max(fuller, key=len, default=name)
    return longest if all(one in longest for one in fuller) else name


def is_bearer(name: str, text: str) -> bool:
    """Whether a word is the surname of somebody whom the text names in full.

    >>> is_bearer("Falk", "Ida Falk came."), is_bearer("Oslo", "Ida Falk came to Oslo.")
    (True, False)
    """
    return " " not in name and any(one.split()[-1] == name for one in _bearers(text))


def body_behind(description: str, text: str, at: Span | None = None) -> str | None:
    """The body that people without a name speak for; null if they speak for none that is named.

    Args:
        description: what they are called.
        text: the article.
        at: where in the text they are called so.

    >>> text = "The Harrow Bay Port Authority is new. Authority officials said so."
    >>> body_behind("Authority officials", text), body_behind("two critics", text)
    ('Harrow Bay Port Authority', None)
    >>> body_behind("a spokesman for the Ferry Union", text)
    'Ferry Union'
    >>> body_behind("her lawyers", "Her lawyers, from the firm Holt Reyes, said no.")
    'Holt Reyes'
    """
    until, after = (at[0], text[at[1] : at[1] + NEAR]) if at else (None, "")
    words = _FIRST.sub("", description.strip(" ,"))
    end = _PHRASE_END.search(words)
    head = words[: end.start()] if end else words
    tokens = head.split()
    if not tokens or tokens[-1].lower() not in _REPRESENTATIVES:
        return None
    said = _BELONGS.match(words[len(head) :] + after)
    if said and (body := _named(said, text)):
        return body
    definite = description[:4].lower() == "the "
    known = _OWNED.match(head) or (len(tokens) == 1 and definite)
    if known and (firm := _elsewhere(tokens[-1].lower(), text, until)):
        return firm
    before = [_POSSESSIVE.sub("", token) for token in tokens[:-1]]
    common = [token.lower() for token in before if token.lower() in BODY_NOUNS]
    owner = " ".join(before)
    if owner[:1].isupper() and not (common and len(before) == 1):
        person = parse_name(owner).kind == "person" and owner not in _names(text)
        return None if person or not _is_name(owner, text) else full_name(owner, text)
    return body_called(common[-1], text) if common else None


def body_of_place(name: str, text: str) -> str:
    """The body that a place stands for in a text: its name followed by a common body's noun.

    >>> body_of_place("Harrow", "Harrow County is small. Harrow’s letter is long.")
    'Harrow County'
    """
    longer = Counter(
        one for one in _names(text)
        if one.startswith(f"{name} ") and one[len(name) + 1 :].lower() in BODY_NOUNS
    )  # fmt: skip
    return max(longer, key=lambda one: longer[one], default=full_name(name, text))


def body_called(noun: str, text: str) -> str | None:
    """The name in the text that ends with a common noun; of several, the one that occurs most.

    >>> body_called("council", "The Harrow City Council met. The council said no.")
    'Harrow City Council'
    """
    ending = f" {noun.capitalize()}"
    found = Counter(name for name in _names(text) if name.endswith(ending))
    return max(found, key=lambda name: found[name], default=None)


def _named(said: re.Match[str], text: str) -> str | None:
    """What people are said to be of; null if it is a person, whom they stand by."""
    if said["common"]:
        return body_called(said["common"], text)
    name = full_name(said["name"], text)
    return None if name in _bearers(text) and parse_name(name).kind == "person" else name


def _is_name(owner: str, text: str) -> bool:
    """Whether words before a noun are a name, not just at the start of a sentence: "Federal"."""
    words = owner.split()
    capitals = all(word[0].isupper() or word in _SMALL for word in words)
    common = len(words) == 1 and (
        owner.lower() in MODIFIERS or re.search(rf"\b{re.escape(owner.lower())}\b", text)
    )
    return capitals and not common


def _elsewhere(head: str, text: str, until: int | None) -> str | None:
    """The body that the text elsewhere says such people are from."""
    alike = next((group for group in SAME_PEOPLE if head in group), {head})
    pattern = rf"\b(?:{'|'.join(sorted(alike))})(?=,? (?:from|of|with|at) )"
    for found in re.finditer(pattern, text):
        if (said := _BELONGS.match(text, found.end())) and said["name"]:
            return full_name(said["name"], text)
    named = re.findall(rf"({_NAME.pattern}) (?:{'|'.join(sorted(alike))})\b", text[:until])
    return full_name(named[-1].removeprefix("The "), text) if named else None


@lru_cache(maxsize=8)
def _names(text: str) -> tuple[str, ...]:
    """Capitalised names of a text of more than a word, in order."""
    found = (_ARTICLE.sub("", _POSSESSIVE.sub("", match[0])) for match in _NAME.finditer(text))
    return tuple(name for name in found if " " in name)


@lru_cache(maxsize=8)
def _bearers(text: str) -> frozenset[str]:
    """What can be the full name of a person in a text, without titles before it."""
    found = set()
    for match in _BEARER.finditer(text):
        words = _POSSESSIVE.sub("", match[0])
        name = parse_name(words)
        proper = name.proper if name.kind == "person" and name.proper else words
        proper = without_title(proper)
        if 1 < len(proper.split()) <= 4:
            found.add(proper)
    return frozenset(found)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in _SMALL)
