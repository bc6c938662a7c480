"""A name or an adjective → the country that is meant: "French" → France, "Moscow" → Russia.

In: words as they stand in an article. Out: a country under the name that the table gives it. A seat
of government stands for the government only where it acts ("Beijing said"); that is for the reader
of the sentence to judge, not for a table. The White House, a ministry and a department are actors
of their own (the annotation guidelines), so none of them is turned into its country.
"""

from __future__ import annotations

import re
from typing import Final

from reportedly.reading.naming.countries import COUNTRIES
from reportedly.reading.naming.word_class import word_class

#: The states of the United States with the abbreviations of the AP Stylebook, and the people's
#: names of the GPO Style Manual (5.23). They act as governments too.
STATES: Final = """
    Alabama; Ala. | Alabamian; Alabamians; Alabaman
    Alaska | Alaskan; Alaskans
    Arizona; Ariz. | Arizonan; Arizonans
    Arkansas; Ark. | Arkansan; Arkansans
    California; Calif. | Californian; Californians
    Colorado; Colo. | Coloradan; Coloradans
    Connecticut; Conn. |
    Delaware; Del. | Delawarean; Delawareans
    District of Columbia; D.C.; DC |
    Florida; Fla. | Floridian; Floridians
    Georgia; Ga. |
    Hawaii | Hawaiian; Hawaiians
    Idaho | Idahoan; Idahoans
    Illinois; Ill. | Illinoisan; Illinoisans
    Indiana; Ind. | Hoosier; Hoosiers; Indianan
    Iowa | Iowan; Iowans
    Kansas; Kan. | Kansan; Kansans
    Kentucky; Ky. | Kentuckian; Kentuckians
    Louisiana; La. | Louisianian; Louisianans
    Maine | Mainer; Mainers
    Maryland; Md. | Marylander; Marylanders
    Massachusetts; Mass. |
    Michigan; Mich. | Michigander; Michiganders
    Minnesota; Minn. | Minnesotan; Minnesotans
    Mississippi; Miss. | Mississippian; Mississippians
    Missouri; Mo. | Missourian; Missourians
    Montana; Mont. | Montanan; Montanans
    Nebraska; Neb. | Nebraskan; Nebraskans
    Nevada; Nev. | Nevadan; Nevadans
    New Hampshire; N.H. |
    New Jersey; N.J. | New Jerseyan; New Jerseyans
    New Mexico; N.M. | New Mexican; New Mexicans
    New York; N.Y. | New Yorker; New Yorkers
    North Carolina; N.C. | North Carolinian; North Carolinians
    North Dakota; N.D. | North Dakotan; North Dakotans
    Ohio | Ohioan; Ohioans
    Oklahoma; Okla. | Oklahoman; Oklahomans
    Oregon; Ore. | Oregonian; Oregonians
    Pennsylvania; Pa. | Pennsylvanian; Pennsylvanians
    Rhode Island; R.I. | Rhode Islander; Rhode Islanders
    South Carolina; S.C. | South Carolinian; South Carolinians
    South Dakota; S.D. | South Dakotan; South Dakotans
    Tennessee; Tenn. | Tennessean; Tennesseans
    Texas; Tex. | Texan; Texans
    Utah | Utahn; Utahns
    Vermont; Vt. | Vermonter; Vermonters
    Virginia; Va. | Virginian; Virginians
    Washington state; Washington State; Wash. | Washingtonian; Washingtonians
    West Virginia; W.Va. | West Virginian; West Virginians
    Wisconsin; Wis. | Wisconsinite; Wisconsinites
    Wyoming; Wyo. | Wyomingite; Wyomingites
"""

#: Names of countries, states and seats that people, places or other states bear just as well.
AMBIGUOUS: Final = word_class(
    """Georgia Jordan Chad Israel Washington Virginia Lima Male Florence Sofia Victoria Sydney
    Beehive Aden Westminster London Paris Kingston Wellington Nassau Georgetown Bern Athens Rome
    Turkey Panama Guinea Niger Jamaica Carolina Dakota Montana Delaware Barcelona Roseau Praia
    Juba Riga"""
)

_ARTICLE: Final = re.compile(r"^the\s+", re.IGNORECASE)
_SPACE: Final = re.compile(r"\s+")


def _plain(words: str) -> str:
    return _SPACE.sub(" ", _ARTICLE.sub("", words.strip()).replace("’", "'"))


def _unfold(table: str, column: int) -> dict[str, str]:
    """Each entry of a column of a table, and the first name of its line; earlier lines win."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        name = cells[0].split(";")[0].strip()
        if column < len(cells):
            for entry in cells[column].split(";"):
                if entry.strip():
                    found.setdefault(_plain(entry), name)
    return found


#: The tables, unfolded. Where two countries share an entry, the first in the table has it.
COUNTRY_OF_NAME: Final = _unfold(COUNTRIES, 0)
COUNTRY_OF_ADJECTIVE: Final = _unfold(COUNTRIES, 1)
COUNTRY_OF_SEAT: Final = _unfold(COUNTRIES, 2)
STATE_OF_NAME: Final = _unfold(STATES, 0)
STATE_OF_ADJECTIVE: Final = _unfold(STATES, 1)

_LONGEST_ADJECTIVE: Final = max(len(entry.split()) for entry in COUNTRY_OF_ADJECTIVE)
#: "The French government", "the government of France", "the Turkish authorities".
_ITS_GOVERNMENT: Final = re.compile(
    r"(?P<adjective>.+?)(?:'s?)? (?:[Gg]overnment|[Rr]egime|[Ss]tate|[Cc]abinet)"
    r"|(?:[Gg]overnment|[Rr]egime|[Ss]tate|[Rr]epublic|[Kk]ingdom) of (?:the )?(?P<name>.+)"
)


def country_of(words: str) -> str | None:
    """The country that a name or an adjective belongs to; its seat of government is left alone.

    >>> country_of("the UK"), country_of("Filipino"), country_of("U.S."), country_of("Moscow")
    ('United Kingdom', 'Philippines', 'United States', None)
    """
    plain = _plain(words)
    return COUNTRY_OF_NAME.get(plain) or COUNTRY_OF_ADJECTIVE.get(plain)


def government_of(words: str) -> str | None:
    """The country whose government a name stands for: by its name, its seat, or in so many words.

    Args:
        words: a mention. Lower-case names of places are none.

    >>> government_of("the Kremlin"), government_of("France"), government_of("the Thai government")
    ('Russia', 'France', 'Thailand')
    >>> government_of("the White House") is None  # a department is an actor of its own
    True
    """
    plain = _plain(words)
    found = COUNTRY_OF_NAME.get(plain) or COUNTRY_OF_SEAT.get(plain) or STATE_OF_NAME.get(plain)
    if found is None and (match := _ITS_GOVERNMENT.fullmatch(plain)):
        found = country_of(match["adjective"] or match["name"])
        found = found or STATE_OF_NAME.get(match["adjective"] or match["name"])
    return found


def nationality_in(words: str) -> tuple[str, str] | None:
    """The first adjective or noun of nationality in a description, and its country.

    A name of a country before a noun ("the Turkey expert") and a possessive tell none, and "Mexican
    American" tells the country of the last word.

    Args:
        words: a mention ("the French official", "two Chinese diplomats").

    Returns:
        The word as the text has it and the country, or nothing.

    >>> nationality_in("a senior North Korean official"), nationality_in("Germany's chancellor")
    (('North Korean', 'North Korea'), None)
    """
    tokens = [token.strip("“”\"‘’',;:()") for token in words.split()]
    for start in range(len(tokens)):
        for length in range(min(_LONGEST_ADJECTIVE, len(tokens) - start), 0, -1):
            phrase = " ".join(tokens[start : start + length])
            country = COUNTRY_OF_ADJECTIVE.get(phrase)
            if country is None:
                continue
            after = tokens[start + length] if start + length < len(tokens) else ""
            if after in {"American", "Americans"} and country != "United States":
                return f"{phrase} {after}", "United States"
            return phrase, country
    return None
