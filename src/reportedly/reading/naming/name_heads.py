"""A capitalised noun phrase → the name in it and the kind of bearer, by its last word.

In: the words of a mention up to where its name ends. Out: the analysis: "the Holt campaign" is an
organization, "Finance Minister Jana Novak" a person with a title, "Holt aides" no name.
"""

from __future__ import annotations

import re
from typing import Final

from reportedly.ledger import ActorKind
from reportedly.reading.naming.descriptions import NOUNS, QUANTITIES
from reportedly.reading.naming.governments import (
    AMBIGUOUS,
    COUNTRY_OF_ADJECTIVE,
    STATE_OF_ADJECTIVE,
    STATE_OF_NAME,
)
from reportedly.reading.naming.name_parts import (
    BODY_WORDS,
    COMMON_BODY_WORDS,
    FAMILY_NAMES_TOO,
    GENERATIONS,
    HONORIFICS,
    MODIFIERS,
    PARTICLES,
    STATE_BODY_WORDS,
    SUFFIXES,
    SURNAMES_TOO,
)
from reportedly.reading.naming.name_words import LINKS, POST_OF, Name, fold, is_capital, key_of
from reportedly.reading.naming.outlets import GENERIC_OUTLETS, MASTHEADS, outlets_named
from reportedly.reading.naming.pronouns import gender_of
from reportedly.reading.naming.role_nouns import DOCUMENT_NOUNS
from reportedly.reading.naming.word_class import word_class

ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){2,}s?|[A-Z][A-Z&/.-]*[A-Z]\d*")
_INITIAL: Final = re.compile(r"[A-Z]\.?")

#: Bodies that are names without another word, and parties and chambers with a mere adjective.
_NAMES_ALONE: Final = word_class("senate house congress parliament treasury taliban")
_WITH_ADJECTIVE: Final = word_class("party senate house")
_BROADCAST: Final = word_class("radio television")
#: First words of stations, and of papers in Romance languages.
_STATIONS: Final = word_class("Radio Channel Canal Diario Jornal TV")
_PRESS: Final = word_class("media press")

_DESCRIPTION: Final = Name("description")


def name_by_head(tokens: list[str], *, definite: bool) -> Name:
    """The analysis of a noun phrase with a capitalised word.

    Args:
        tokens: its words, without determiner and what follows the head.
        definite: whether it has a determiner.

    >>> name_by_head(["Mayor", "Ann", "Holt"], definite=False).title
    'Mayor'
    >>> name_by_head(["Holt", "campaign"], definite=True).kind
    'organization'
    """
    last = fold(tokens[-1])
    if len(tokens) > 1 and last in SUFFIXES and is_capital(tokens[0]):
        suffix = GENERATIONS.get(last, "")
        return name_by_head(tokens[:-1], definite=definite)._replace(suffix=suffix)
    for rule in (_branch, _common_head, _body, _masthead):
        name = rule(tokens)
        if name is not None:
            return name
    if len(tokens) == 2 and _is_given(tokens[0]):
        return _bearer(tokens)
    return _description(tokens, definite) or _bearer(tokens)


def _named(tokens: list[str], kind: ActorKind) -> Name:
    return Name("name", kind, True, proper=" ".join(tokens), key=key_of(tokens))


def _is_given(word: str) -> bool:
    return gender_of("", word) is not None and fold(word) not in FAMILY_NAMES_TOO


def _branch(tokens: list[str]) -> Name | None:
    """A branch of an outlet, or a station: "NBC South Florida", "Radio Ferry", "Holt News"."""
    if len(tokens) == 1 or any(token.islower() for token in tokens[1:]):
        return None
    if tokens[0] in _STATIONS or tokens[-1] == "News" or tokens[-2:] == ["News", "Agency"]:
        return _named(tokens, "outlet")
    if any(token.lower() in NOUNS for token in tokens[1:]):
        return None
    letters = tokens[0].isupper() and len(tokens[0]) > 2
    outlet = outlets_named(tokens[0]) if letters else ()
    if len(tokens) > 2 and not outlet:
        outlet = outlets_named(" ".join(tokens[:2]))
    return _named(tokens, "outlet") if outlet else None


def _common_head(tokens: list[str]) -> Name | None:
    """A lower-case noun with names before it: "the Holt campaign", but "Holt aides"."""
    if is_capital(tokens[-1]) or tokens[-1] in PARTICLES:
        return None
    head, first = tokens[-1], tokens[0]
    capitals = [token for token in tokens if is_capital(token)]
    named = [token for token in capitals if token is not first or fold(token) not in MODIFIERS]
    if named and (head in GENERIC_OUTLETS | _BROADCAST) and not first.endswith("'s"):
        if head in _PRESS or any(token in COUNTRY_OF_ADJECTIVE for token in named):
            return Name("description", "outlet")
        return _named(named, "outlet")
    if named and head in COMMON_BODY_WORDS:
        return _body_of(tokens, named)
    return _DESCRIPTION


def _body(tokens: list[str]) -> Name | None:
    """A name whose last word, or the word before "of", is that of a body."""
    heads = [*_before_of(tokens), tokens[-1]]
    if not any(fold(head) in BODY_WORDS for head in heads):
        return None
    return _body_of(tokens, [token for token in tokens if is_capital(token)])


def _before_of(tokens: list[str]) -> list[str]:
    """The word before "of" or "for" in a body's name: its head."""
    return [tokens[n - 1] for n in range(1, len(tokens)) if tokens[n] in {"of", "for"}][:1]


def _body_of(tokens: list[str], capitals: list[str]) -> Name:
    """A body; without a name of its own it is a description ("the Committee")."""
    last = fold(tokens[-1])
    alone = len(tokens) == 1 and last not in _NAMES_ALONE
    told = any(fold(token) not in MODIFIERS for token in capitals[:-1] or capitals)
    if alone or not (told or last in _WITH_ADJECTIVE):
        return Name("description", "organization")
    head = next(iter(_before_of(tokens)), tokens[-1])
    first = next((n for n, token in enumerate(tokens) if is_capital(token)), 0)
    kind: ActorKind = "government" if fold(head) in STATE_BODY_WORDS else "organization"
    return _named(tokens[min(first, len(tokens) - 2) :] if len(tokens) > 2 else tokens, kind)


def _masthead(tokens: list[str]) -> Name | None:
    """A newspaper or broadcaster that no table knows: "the Ferry Gazette"."""
    if tokens[-1] not in MASTHEADS or sum(map(is_capital, tokens)) < 2:
        return None
    owner = next((n for n, token in enumerate(tokens) if token.endswith("'s")), -1)
    if owner >= 0 and not is_capital(tokens[owner + 1]):  # "Sanders's hometown Free Press"
        tokens = [token for token in tokens[owner + 1 :] if is_capital(token)]
    return _named(tokens, "outlet")


def _description(tokens: list[str], definite: bool) -> Name | None:
    """A capitalised common noun: "the President", "Republicans", "Two"; and named documents."""
    last = fold(tokens[-1])
    if last in DOCUMENT_NOUNS and sum(map(is_capital, tokens)) > 1:
        return _named(tokens, "document")
    if last in DOCUMENT_NOUNS:
        return Name("description", "document")
    if last in NOUNS and (definite or len(tokens) > 1 or last not in SURNAMES_TOO):
        return Name("description", title=" ".join(tokens))
    people = {tokens[-1]} & (COUNTRY_OF_ADJECTIVE.keys() | STATE_OF_ADJECTIVE.keys())
    if (
        last in QUANTITIES
        or last.endswith("ists")
        or (people and not ACRONYM.fullmatch(tokens[-1]))
    ):
        return _DESCRIPTION
    return None


def _bearer(tokens: list[str]) -> Name:
    """A person, or whatever else bears a name without a word that tells its kind."""
    title, name = _split_title(tokens)
    # Alone, a given name may be a family name as well ("Clinton", "Stanley").
    given = name[0] if len(name) > 1 else ""
    gender = gender_of(" ".join(title), given)
    titled = any(_is_title(token) for token in title)
    acronym = not titled and len(name) == 1 and ACRONYM.fullmatch(name[0]) is not None
    linked = not titled and "'t" not in name and any(token in LINKS for token in name)
    shaped = 2 <= len(name) <= 4 and not linked
    initial = any(_INITIAL.fullmatch(token) for token in name[1:-1])
    known = shaped and (initial or gender_of("", given) is not None)
    return Name(
        "name",
        "organization" if acronym or linked else "person",
        titled or known or (acronym and len(name[0]) > 2),
        " ".join(title),
        " ".join(name),
        key_of(name),
        gender=gender,
    )


def _split_title(tokens: list[str]) -> tuple[list[str], list[str]]:
    """What stands before the name proper, and the name proper."""
    cut = max((n + 1 for n, token in enumerate(tokens[:-1]) if _is_title(token)), default=0)
    last = len(tokens) - 1
    if cut + 1 < last and tokens[cut] == "of" and fold(tokens[cut + 1]) in POST_OF:
        cut += 2
    while 0 < cut < last and tokens[cut].lower() in LINKS | POST_OF | {"general"}:
        cut += 1
    while cut < last - 1 and _is_modifier(tokens[cut]):
        cut += 1
    while cut < last and not is_capital(tokens[cut]) and tokens[cut] not in PARTICLES:
        cut += 1
    return tokens[:cut], tokens[cut:]


def _is_title(token: str) -> bool:
    plain = token.rstrip(".").lower()
    return plain in HONORIFICS or (plain in NOUNS and NOUNS[plain][1] in ("person", "group"))


def _is_modifier(token: str) -> bool:
    told = token.lower() in MODIFIERS or token in COUNTRY_OF_ADJECTIVE or token in STATE_OF_NAME
    return told and token not in AMBIGUOUS
