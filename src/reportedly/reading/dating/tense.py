"""The words around a place in a text → whether they look back or ahead.

In: a text, and a place in it. Out: true (ahead), false (back) or None (they do not tell). The verb
next to the place decides: the last before it in its sentence, else the first after it.
"""

from __future__ import annotations

import re
from typing import Final

from reportedly.reading.dating.words import spaced

#: Modals. A participle in their scope is no past: "will be released".
MODALS: Final = r"will|wo|would|shall|should|could|can|may|might|must|[’'](?:ll|d)"

#: What, with "to" and a verb, points to what is to come, in whatever tense: the commissives and
#: directives of Searle (1976), and words for plans and expectations.
TO_COME: Final = (
    r"agree|aim|allow|ask|call|challenge|command|decide|demand|direct|due|expect|hope|instruct"
    r"|intend|invite|likely|need|offer|order|plan|pledg|poise|prepar|promis|propose|ready|refus"
    r"|require|schedul|seek|set|slat|summon|threaten|told|unlikely|urg|vow|want|warn"
)

#: Other words that look ahead.
AHEAD: Final = (
    r"[’']re|let[’']s|if|unless|going to|gonna|scheduled|slated|set for|due|planned|expected|plans?"
    r"|upcoming|coming|looms?|looming|ahead of|heading|heads?|toward|needs?|faces|deadline"
)

#: Verbs of timetables, whose present tells what is to come ("the board meets on Sunday").
TIMETABLE: Final = (
    r"arrives?|begins?|convenes?|departs?|goes|hosts|holds|kicks? off|leaves|meets?|opens|resumes?"
    r"|returns|sails|starts|takes? place"
)

#: Past forms that do not end in -ed, of verbs that are frequent in news; and what looks back.
BACK: Final = (
    r"was|were|had|did|been|said|told|wrote|went|came|took|made|got|gave|saw|knew|met|held|won|lost"
    r"|left|led|ran|began|became|brought|built|bought|caught|chose|drew|fell|felt|fought|found|flew"
    r"|grew|heard|hit|kept|laid|paid|read|rose|sat|sent|shot|sold|sought|spent|spoke|stood|struck"
    r"|swore|taught|thought|threw|understood|withdrew|drove|broke|cut|quit|set|lied|died|sued|done"
    r"|seen|taken|given|known|shown|written|spoken|chosen|broken|born|gone|since|ago|than"
)

#: After these, "to" looks no further ahead than they do: "seemed to be".
SEEMING: Final = r"seemed|appeared|used|failed|managed|had|forced|thought|believed"

#: Words in -ed that are no past.
NO_PAST: Final = r"hundred|indeed|need|speed|breed|seed|feed|red|bed|shed|unprecedented|supposed"

#: How far to look, in characters: about two lines of print.
_REACH: Final = 160

_ADVERBS: Final = r"(?:n[’']t)?(?:\s+(?:not|also|now|almost|still|soon|even|just|never|\w+ly))*"
_AHEAD: Final = spaced(f"{AHEAD}|{TIMETABLE}")
_VERB: Final = re.compile(
    r"(?<!\w)(?:"
    rf"(?P<ahead>(?:{MODALS}){_ADVERBS}(?:\s+(?:have\s+been|be|get|go))?\s+\w+"
    rf"|(?:is|are|am){_ADVERBS}(?:\s+(?:being\s+)?\w+(?:ed|en|ing))?"
    r"|to\s+(?:be|get)\s+(?:\w+ed|\w+en|held|made|sent)"
    rf"|(?i:{_AHEAD}))"
    rf"|(?P<to_come>(?:{TO_COME})\w*(?:\s+[\w’'-]+){{0,4}}?"
    r"\s+to\s+(?!(?:the|an?|his|her|its|their)\b)[a-z]+)"
    rf"|(?P<back>(?:{SEEMING})\s+to\s+\w+|{BACK}|(?!(?:{NO_PAST})\b)[a-z]\w+ed)"
    r")(?!\w)"
)
_PAST: Final = re.compile(r"told|set|\w+ed\b")
_SENTENCE_END: Final = re.compile(
    r"\n|(?:[a-z]{3}|\d|[”’\")\]])[.!?][”’\")\]]*\s+(?=[“‘\"(\[]?[A-Z])"
)


def looks_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the verb next to ``text[start:end]`` looks ahead; None if there is none.

    >>> text = "She said on Monday that he will resign on Friday."
    >>> looks_ahead(text, 12, 18), looks_ahead(text, 42, 48)
    (False, True)
    """
    begin = max(0, start - _REACH)
    for stop in _SENTENCE_END.finditer(text, begin, start + 2):  # its end shows in what follows
        begin = min(stop.end(), start)
    verbs = list(_VERB.finditer(text, begin, start))
    if verbs:
        return verbs[-1]["back"] is None
    limit = _SENTENCE_END.search(text, end, end + _REACH)
    first = _VERB.search(text, end, limit.end() if limit else end + _REACH)
    if first is None:
        return None
    return first["back"] is None and not (first["to_come"] and _PAST.match(first[0]))
