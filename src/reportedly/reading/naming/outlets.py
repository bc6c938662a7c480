"""A name → the news outlet that it means, a generic word for one, or a platform.

In: words of a mention. Out: the outlets that go by it, under the names of the tables in
`reportedly.reading.naming.news_outlets` and `reportedly.reading.naming.broadcasters`. "The Times"
may be several outlets; which of them an article means is for its other mentions to tell. A platform
is a channel and no relay (the ledger's contract).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reportedly.reading.naming.broadcasters import BROADCASTERS, OWN_PROGRAMMES, PROGRAMMES
from reportedly.reading.naming.news_outlets import AGENCIES, MAGAZINES_AND_SITES, NEWSPAPERS
from reportedly.reading.naming.word_class import word_class

#: What an outlet is called once it has been named: "the paper". From the mentions of outlets in the
#: annotated training articles, and the kinds of outlet there are.
GENERIC_OUTLETS: Final = word_class(
    """paper newspaper daily tabloid broadsheet weekly broadcaster network channel station
    programme program show podcast newscast magazine journal periodical agency newswire wire
    website site blog portal outlet publication broadcast affiliate newsmagazine
    newspapers papers magazines networks broadcasters channels stations outlets tabloids websites
    blogs agencies media press"""
)

#: Where things are published by whoever has an account.
PLATFORMS: Final = word_class(
    """twitter x facebook telegram instagram youtube weibo medium whatsapp snapchat tiktok reddit
    linkedin threads mastodon bluesky gab parler gettr wechat substack tumblr periscope vine vk
    vkontakte discord signal line pinterest flickr twitch rumble quora 4chan 8chan myspace
    kakaotalk truth_social sina_weibo google_plus google+ facebook_live facebook_messenger
    instagram_live reddit_ama"""
)

#: Last words of the names of newspapers, broadcasters and magazines; from the tables themselves.
MASTHEADS: Final = word_class(
    """Times Post Journal Tribune Globe Herald Star Sun Mail Telegraph Guardian Observer Gazette
    Chronicle Examiner Inquirer Enquirer News Review Standard Mirror Express Independent Record
    Register Dispatch Courier Bee Sentinel Republic Courant Advertiser Citizen Monitor Ledger
    Leader Press Plain-Dealer Democrat-Gazette Picayune Tribune-Review Post-Dispatch Weekly Daily
    Magazine Newspaper Newspapers Reporter Spectator Eagle Argus Echo Bulletin Banner Beacon
    Constitution Free-Press Journal-Constitution Sun-Times Sun-Sentinel World-Herald Broadcasting
    Radio Television TV Online Newswire Newswires Shimbun Zeitung Pravda Gazeta Ilbo Blog Podcast
    FM Today Intelligencer Patriot Messenger Informer Digest"""
)

#: Last words of papers that are called by them alone, with "the": "the Post".
_CALLED_BY_LAST_WORD: Final = MASTHEADS - word_class("News Press TV Radio Today Online Daily")

#: Outlets whose name is a word or a surname just as well: no outlet without a sign that it is one.
AMBIGUOUS_OUTLETS: Final = word_class(
    """Bloomberg People Time Fortune Reason Nation Local Week Root Wire Cut Block Mic Vice
    Details Sky Fox Stern Outlook Dawn Punch Focus Deadline Dissent Essence Forward Insider
    Globes Circa Patch Salon Vogue Elle Glamour Parade Commentary Details Forbes Drudge Maddow
    Geo Kan Fusion Sun Mirror Independent Guardian Observer Telegraph Atlantic Hill
    Information Conversation Register Reform Reforma Semana Proceso Mega Sic Profil Scroll
    Print Quint Diplomat Trace Appeal Verge Athletic Ringer Messenger Dispatch Bulwark
    Federalist Advocate Variety Billboard Politika AA PA APP SPA ANA UNI MENA BR VG RT DW AGI
    RCP"""
)

_SPACE: Final = re.compile(r"\s+")
_THE: Final = re.compile(r"^the (?=\S)", re.IGNORECASE)
_QUOTES: Final = str.maketrans({"’": "'", "“": None, "”": None, '"': None, "‘": None})


def _key(words: str) -> str:
    """How names of outlets are compared: without article and quotation marks, in lower case."""
    return _THE.sub("", _SPACE.sub(" ", words.translate(_QUOTES)).strip()).casefold()


def _unfold() -> dict[str, tuple[str, ...]]:
    """What each name, alias, short form and programme may mean, the first of a table first."""
    meanings: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for table in (AGENCIES, NEWSPAPERS, BROADCASTERS, MAGAZINES_AND_SITES):
        for entry in table.split(";"):
            names = [" ".join(name.split()) for name in entry.split(" =")]
            for name in names:
                meanings[_key(name.lstrip("= "))][names[0]] = None
    for entry in NEWSPAPERS.split(";"):
        name = " ".join(entry.split(" =")[0].split())
        last = name.rpartition(" ")[2]
        if last in _CALLED_BY_LAST_WORD:
            meanings[_key(last)][name] = None
    return {key: tuple(names) for key, names in meanings.items()}


def _programmes() -> dict[str, str]:
    """Each programme in lower case, and who airs it: a broadcaster, or itself."""
    aired: dict[str, str] = {}
    by = ""
    for entry in PROGRAMMES.split(";"):
        broadcaster, colon, programme = " ".join(entry.split()).rpartition(": ")
        by = broadcaster if colon else by
        aired[_key(programme)] = by
    for entry in OWN_PROGRAMMES.split(";"):
        name = " ".join(entry.split())
        aired[_key(name)] = name
    return aired


#: The tables, unfolded: what a name in lower case without article may mean, and who airs what.
OUTLETS_OF_NAME: Final = _unfold()
BROADCASTER_OF_PROGRAMME: Final = _programmes()


#: "Cited by the": what stands between a source and the outlet that cites it.
CITED_BY: Final = r"\b(?:cited|quoted|interviewed|contacted|surveyed) by (?:[Tt]he )?"

#: "Sources cited by the Gazette".
_CITED: Final = re.compile(rf"{CITED_BY}(?P<outlet>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)")

#: "A Gazette source", "two unnamed Reuters sources".
_CALLED_AFTER: Final = re.compile(
    r"(?:(?:an?|the|its|one|two|three|several|some|other|another|unnamed|anonymous) )*"
    r"(?P<outlet>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)(?:[’']s)? sources?"
)


#: What leads up to an outlet that words came through: "told CNN", "in a Wall Street Journal essay".
_LEADING_UP: Final = re.compile(
    r"\b(?:[Tt]old|[Tt]ells?|[Tt]elling|[Ww]ith|[Oo]n|[Tt]o|[Bb]y|[Ff]or|[Aa]t|[Ii]n|[Dd]uring)"
    r"\s+(?:[Aa]n?\s+|[Tt]he\s+)?[“\"‘']?(?=[A-Z0-9])"
)
_LONGEST_NAME: Final = 6

#: What an outlet holds and others speak at: its words did not come through the outlet.
_EVENT: Final = re.compile(
    r"(?:/\w+)?(?:[’']s)? (?:[\w-]+ ){0,2}(?:debate|forum|town hall|poll|survey|summit|event)s?\b"
)
_WORD: Final = re.compile(r"[\w.&'’-]*[\w&]|&")


def outlets_led_up_to(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where outlets and programmes of the tables stand behind words that lead up to one.

    >>> text = "Holt said on CNN’s “New Day”. In a Wall Street Journal essay, she disagreed."
    >>> [text[a:b] for a, b in outlets_led_up_to(text, 0, len(text))]
    ['CNN', 'Wall Street Journal']
    """
    for match in _LEADING_UP.finditer(text, start, end):
        ends: list[int] = []
        for word in _WORD.finditer(text, match.end(), min(end, match.end() + 60)):
            if (
                len(ends) == _LONGEST_NAME
                or text[ends[-1] if ends else word.start() : word.start()].strip()
            ):
                break
            ends.append(word.end() - 2 * word[0].endswith(("'s", "’s")))
        for stop in reversed(ends):
            name = text[match.end() : stop]
            if outlets_named(name) or _key(name) in BROADCASTER_OF_PROGRAMME:
                if not _EVENT.match(text, stop):
                    yield match.end(), stop
                break


@lru_cache(maxsize=4096)
def outlets_named(words: str) -> tuple[str, ...]:
    """The outlets that a name may mean, under the names of the tables; none if it is no outlet.

    Args:
        words: a mention in the spelling of the article, with or without "the". Lower case is
            taken for a name only in addresses ("nytimes.com") and where an outlet writes itself so.

    >>> outlets_named("WaPo"), outlets_named("The New York Times")
    (('Washington Post',), ('New York Times',))
    >>> outlets_named("Le Monde"), outlets_named("the paper")
    (('Le Monde',), ())
    >>> len(outlets_named("the Post")) > 3
    True
    """
    bare = _THE.sub("", words.strip())
    if bare in GENERIC_OUTLETS:
        return ()
    if bare.islower() and "." not in bare and bare not in {"dpa", "taz", "ntv", "n-tv"}:
        return ()
    return OUTLETS_OF_NAME.get(_key(words), ())


@lru_cache(maxsize=1024)
def programme_of(words: str) -> str | None:
    """Who airs a programme: a broadcaster, or the programme itself if it is cited alone.

    >>> programme_of("Meet the Press"), programme_of("ABC’s “Good Morning America”")
    ('NBC News', 'ABC News')
    """
    key = _key(words)
    if key in BROADCASTER_OF_PROGRAMME:
        return BROADCASTER_OF_PROGRAMME[key]
    match = re.match(r"(.+?)(?:'s|') (.+)", key)
    if match is None:
        return None
    owner = OUTLETS_OF_NAME.get(match[1])
    return owner[0] if owner and _key(match[2]) in BROADCASTER_OF_PROGRAMME else None


def is_generic_outlet(words: str) -> bool:
    """Whether a mention is a common noun for an outlet: "the newspaper", "his podcast".

    >>> is_generic_outlet("the paper"), is_generic_outlet("The Paper")
    (True, False)
    """
    return words.strip().rpartition(" ")[2] in GENERIC_OUTLETS


def outlet_of_source(words: str) -> str | None:
    """The outlet that a source is called after, or is cited by, under its name in the tables.

    >>> outlet_of_source("a WaPo source"), outlet_of_source("a senior source")
    ('Washington Post', None)
    >>> outlet_of_source("people quoted by The New York Times on Sunday")
    'New York Times'
    """
    called = _CALLED_AFTER.fullmatch(words.strip()) or _CITED.search(
        words.replace(" The ", " the ")
    )
    named = outlets_named(called["outlet"]) if called else ()
    return named[0] if named else None


def is_platform(words: str) -> bool:
    """Whether a name is that of a platform, a channel and no link of a chain.

    >>> is_platform("Twitter"), is_platform("Truth Social"), is_platform("Reuters")
    (True, True, False)
    """
    return _key(words).replace(" ", "_") in PLATFORMS
