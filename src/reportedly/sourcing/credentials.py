"""An actor → how a newsroom files it as a source: its type, name and title.

In: an `Actor` and the text. Out: `Credentials`. The types are those of the Markkula Center's
benchmark on journalistic sourcing (Vincent et al., arXiv 2501.00164). What the ledger does not tell
is gathered from the text around the actor's name; every word is one of the text.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from reportedly.ledger import Actor
from reportedly.reading.naming.descriptions import WITHHELD, describe
from reportedly.reading.naming.mentions import read_mention
from reportedly.reading.naming.names import parse_name
from reportedly.reading.naming.pronouns import pronoun
from reportedly.sourcing.bodies import BODY_NOUNS, body_behind, body_of_place, full_name, is_bearer
from reportedly.sourcing.titles import is_position, titles_near, without_title

SourceType = Literal[
    "Named Person", "Named Organization", "Document", "Anonymous Source", "Unnamed Person",
    "Unnamed Group of People",
]  # fmt: skip

#: Kinds that are bodies: even one without a name of its own is filed as an organization.
BODIES: Final = frozenset({"organization", "government", "outlet"})

#: Words before "poll" that tell when, where or of whom it was, not whose it is.
NO_POLLSTERS: Final = """
a across according all an another august april december each earlier exit federal february friday
in january july june last late latest march may monday national new november october of one online
other recent saturday second september several separate some statewide sunday that the third this
thursday tuesday two wednesday when while
"""

#: A poll is not taken for one that was named more characters before.
FAR: Final = 20_000

_NO_POLLSTERS: Final = frozenset(NO_POLLSTERS.split())
_POLL: Final = re.compile(r"\b(?:polls?|surveys?)\b", re.IGNORECASE)
_CAPITALISED: Final = r"[A-Z][\w&./’'-]*"
#: Words that a person wrote: the person is the source.
_BY: Final = re.compile(
    rf"\b(?:post|tweet|letter|email|e-mail|message|note|statement)s? (?:by|from) "
    rf"(?P<author>{_CAPITALISED}(?: {_CAPITALISED})*)"
)
_POLLSTER: Final = re.compile(
    rf"(?P<before>{_CAPITALISED}(?: {_CAPITALISED})*) (?:[a-z]+ )?(?:polls?|surveys?)\b"
    rf"|\b(?:polls?|surveys?) (?:\w+ ){{0,3}}?(?:by|from|of) (?:the )?"
    rf"(?P<after>{_CAPITALISED}(?: {_CAPITALISED})*)"
)
_DETERMINER: Final = re.compile(
    r"^(?:the|an?|this|that|these|those|some|several|multiple|many|new|its|his|her|their) ",
    re.IGNORECASE,
)
#: Documents that `DOCUMENT_NOUNS` leaves out, since they are seldom sources elsewhere.
MORE_DOCUMENTS: Final = "code data figures ordinance policy records rules statistics table waitlist"

#: Documents that are known by whose they are.
AUTHORED: Final = "analysis assessment audit brief letter memo petition report statement study"

_MORE_DOCUMENTS: Final = frozenset(MORE_DOCUMENTS.split())
_AUTHORED: Final = frozenset(AUTHORED.split())
_HEAD_ENDS: Final = re.compile(
    r" (?:of|for|from|by|to|that|which|obtained|released|on|in|with) |[,;]"
)
_ENDS_AS_BODY: Final = re.compile(
    rf"\b(?:{'|'.join(noun.capitalize() for noun in sorted(BODY_NOUNS))})(?:\Z| of )"
)
_OF_THEM: Final = re.compile(r"(?:\w+ )?of (?:them|us|these|those|whom)", re.IGNORECASE)
_WORD: Final = re.compile(r"[\w’'-]+")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
#: Where a description goes on with what is no part of it.
_BESIDE: Final = re.compile(
    r"\s*(?:[—–(]|,? (?:such as|including|(?:many|most|some) of whom)\b|, (?:who|which)\b"
    r"|, (?:an?|the|one|from) ).*",
    re.DOTALL,
)


class Credentials(NamedTuple):
    """How a source is filed. ``title`` includes where it is held; it and ``name`` may be empty."""

    type: SourceType
    name: str
    title: str = ""


def credentials(actor: Actor, text: str) -> Credentials:
    """The type, name and title of a source.

    >>> text = "The ferry is late, said Ida Falk, chair of the Harrow Bay Port Authority."
    >>> falk = Actor(id="A1", name="Ida Falk", kind="person", named=True, anonymity="named",
    ...              mentions=((24, 32),))
    >>> credentials(falk, text)[1:]
    ('Ida Falk', 'chair of the Harrow Bay Port Authority')
    >>> someone = Actor(id="A2", name="a Port Authority spokesman", kind="person", named=False,
    ...                 anonymity="unnamed")
    >>> credentials(someone, text)[:2]
    ('Named Organization', 'Port Authority')
    """
    said = called(actor, text)
    mention, name = read_mention(said), parse_name(said)
    kind = mention.kind if mention.sure and mention.kind else actor.kind
    members = [parse_name(member).kind for member in name.members]
    if mention.form == "name" and kind in ("person", "group"):
        bodies = members and not {"person", None} & set(members)
        kind = "organization" if bodies or _ENDS_AS_BODY.search(said) else kind
    elif mention.form == "name" and not mention.sure and is_bearer(said, text):
        kind = "person"
    if mention.form == "name" and is_bearer(said.removesuffix("s"), text):
        kind = "person"  # a family: "the Falks"
    if is_document(said) and (kind == "document" or _DETERMINER.match(said)):
        return _document(actor, said, text)
    if mention.form == "name" and name.members and kind in ("person", "group"):
        return Credentials("Named Person", name.proper, actor.title or "")
    if (mention.form == "name" or _looks_named(actor, said)) and kind in ("person", "group"):
        known = full_name(without_title(name.proper or said), text)
        return Credentials("Named Person", known, _title(actor, known, text))
    if kind == "document" or describe(said).head == "share" or is_document(said):
        return _document(actor, said, text)
    if (body := _spoken_for(actor, said, text)) or kind in BODIES:
        return Credentials("Named Organization", body or full_name(_bare(said), text))
    return _nameless(actor, said, plural=actor.plural or mention.plural or kind == "group")


def _document(actor: Actor, said: str, text: str) -> Credentials:
    """A document, unless it is a poll: that is its pollster's word, as a post is its author's."""
    if (by := _BY.search(said)) and is_bearer(by["author"].rpartition(" ")[2], text):
        author = full_name(by["author"], text)
        return Credentials("Named Person", author, _title(actor, author, text))
    if pollster := pollster_of(actor, said, text):
        return Credentials("Named Organization", pollster)
    if describe(said).head == "share":
        return Credentials("Unnamed Group of People", _bare(said))
    return Credentials("Document", document_name(said, text))


def called(actor: Actor, text: str) -> str:
    """What an actor is called, without what is said about it in apposition.

    >>> called(Actor(id="A1", name="Bo Reyes, a critic", kind="person", named=True,
    ...              anonymity="named"), "")
    'Bo Reyes'
    """
    names = [actor.name, *(" ".join(text[a:b].split()) for a, b in actor.mentions)]
    told = [plain_description(name) for name in names]
    for wanted in ("name", "description"):
        for name in told:
            if name and read_mention(name).form == wanted and not name.lower().startswith("who"):
                return name
        if actor.named is False:
            break
    return next((name for name in told if read_mention(name).form != "pronoun"), told[0])


def plain_description(words: str) -> str:
    """The words of a mention without what is said beside it.

    >>> plain_description("Parents, many of whom came"), plain_description("Ida Falk, mayor of it")
    ('Parents', 'Ida Falk')
    """
    plain = _BESIDE.sub("", words).strip(" ,")
    name, comma, more = plain.partition(", ")
    apposed = comma and more[:1].islower() and parse_name(name).kind == "person"
    return name if apposed else plain


def pollster_of(actor: Actor, said: str, text: str) -> str | None:
    """Whose poll a source is: the one that is named with it, or else the one named last before it.

    >>> text = "In a Harrow Press poll, 40% agreed. Of those, 12% in the poll were sure."
    >>> poll = Actor(id="A1", name="the poll", kind="document", named=False, anonymity="unnamed",
    ...              mentions=((54, 62),))
    >>> pollster_of(poll, "the poll", text)
    'Harrow Press'
    """
    if describe(said).head != "share" and not _POLL.search(said):
        return None
    at = min((start for start, _ in actor.mentions), default=0)
    return pollster_named(said) or pollster_named(text[max(0, at - FAR) : at])


def pollster_named(words: str) -> str | None:
    """Whose poll is named last in some words.

    >>> pollster_named("A late July Harrow Press poll showed that 40% agree. The poll is new.")
    'Harrow Press'
    """
    for found in reversed(list(_POLLSTER.finditer(words))):
        kept = (found["before"] or found["after"]).split()
        while kept and kept[0].lower() in _NO_POLLSTERS:
            del kept[0]
        if kept:
            return " ".join(kept)
    return None


def is_document(said: str) -> bool:
    """Whether a description is that of a document.

    >>> is_document("a draft of the letter"), is_document("the mayor")
    (True, False)
    """
    return describe(said).kind == "document" or _head(said) in _MORE_DOCUMENTS


def _head(said: str) -> str:
    """The last word of a description, before what restricts it; empty if there is none."""
    return "".join(_HEAD_ENDS.split(said, maxsplit=1)[0].lower().split()[-1:])


def document_name(said: str, text: str) -> str:
    """What a document is called: by whom it is if that is what it is known by, else as described.

    >>> document_name("the report", "A report from the Harrow City Council came.")
    'Harrow City Council'
    >>> document_name("the city's noise policy", "")
    "city's noise policy"
    """
    head = _head(said)
    if head in ("draft", "copy", "version") and (of := re.search(r" of (?:the |a )?(\w+)", said)):
        head = of[1].lower()
    if head.removesuffix("s") not in _AUTHORED:
        return _bare(said)
    pattern = (
        rf"(?P<owner>{_CAPITALISED}(?: {_CAPITALISED})*)[’']s (?:own )?{head}\b"
        rf"|\b{head},? (?:\w+ ){{0,3}}?(?:by|from) (?:the |this week[’']s )?(?P<author>"
        rf"{_CAPITALISED}(?: {_CAPITALISED})*(?: [a-z]+){{0,2}}? (?:{'|'.join(BODY_NOUNS)})\b"
        rf"|{_CAPITALISED}(?: {_CAPITALISED})*)"
    )
    for words in (said, text):
        if found := re.search(pattern, words):
            return body_of_place(found["owner"] or found["author"], text)
    return _bare(said)


def _looks_named(actor: Actor, said: str) -> bool:
    """Whether the ledger takes somebody for named, and each word begins with a capital."""
    words = said.split()
    return actor.named and 1 < len(words) <= 4 and all(word[0].isupper() for word in words)


def _bare(words: str) -> str:
    """A description without its determiner; nothing if only a pronoun is left of it."""
    kept = _POSSESSIVE.sub("", _DETERMINER.sub("", _DETERMINER.sub("", words)))
    return "" if _OF_THEM.fullmatch(kept) or pronoun(kept) else kept


def _title(actor: Actor, name: str, text: str) -> str:
    """The title that the ledger tells, with where it is held; then those that the text tells."""
    held = actor.title if actor.title and is_position(actor.title) else None
    told = [part for part in (held, actor.affiliation) if part]
    found = [", ".join(told)] if held else []
    for title in titles_near(name, text):
        if not any(_tells(other, title) for other in found):
            found = [other for other in found if not _tells(title, other)]
            found.append(title)
    return ", ".join(found)


def _tells(title: str, other: str) -> bool:
    """Whether a title has all words of another one.

    >>> _tells("founder of Clean Harbours", "founder, the Clean Harbours")
    True
    """
    return _words(other) <= _words(title)


def _words(title: str) -> set[str]:
    return {_POSSESSIVE.sub("", word) for word in _WORD.findall(title.lower())} - {"the"}


def _spoken_for(actor: Actor, said: str, text: str) -> str | None:
    """The body that an unnamed spokesperson or unnamed officials speak for."""
    if WITHHELD.search(said) or actor.basis:
        return None
    body = body_behind(said, text, next(iter(actor.mentions), None))
    return body or (
        actor.affiliation if body_behind(f"X {said.rpartition(' ')[2]}", text) else None
    )


def _nameless(actor: Actor, said: str, *, plural: bool) -> Credentials:
    """People without a name: a group has what it is called for a name, a person for a title."""
    if actor.anonymity == "withheld":
        return Credentials("Anonymous Source", "", _bare(said))
    if plural:
        return Credentials("Unnamed Group of People", _bare(said), actor.title or "")
    title = _bare(said)
    return Credentials("Unnamed Person", "", title if is_position(title) else "")
