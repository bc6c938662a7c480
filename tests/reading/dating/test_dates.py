"""Which words are dates, and which days they are, as seen from a Wednesday in March."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.reading.dating.dates import find_dates
from reportedly.reading.dating.rules import RULES
from reportedly.reading.dating.words import FEASTS, MOVING_FEASTS, PREPOSITIONS, WEEKDAY_FEASTS

PUBLISHED = "2024-03-06"

Expected = tuple[str, str | None, str | None]


#: A text with the date in brackets, its first day and its last.
Row = tuple[str, str | None, str | None]


def dates(text: str, published: str | None = PUBLISHED) -> list[Expected]:
    return [(text[slice(*one.span)], one.start, one.end) for one in find_dates(text, published)]


DAYS: list[Row] = [
    ("The bridge opened [on 12 September 2016].", "2016-09-12", "2016-09-12"),
    ("The bridge opened [on September 12, 2016], in rain.", "2016-09-12", "2016-09-12"),
    ("The bridge opened [on Monday, Sept. 12, 2016].", "2016-09-12", "2016-09-12"),
    ("It closed [on the 5th of May 2019].", "2019-05-05", "2019-05-05"),
    ("It closed [on 2019-05-05].", "2019-05-05", "2019-05-05"),
    ("The trial is expected to last [until 5 April].", None, "2024-04-05"),
    ("The two met [on Feb 3] in Brenko.", "2024-02-03", "2024-02-03"),
    ("The [Nov. 8] vote was lost by a hair.", "2023-11-08", "2023-11-08"),
    ("The [March 19] vote was called in haste.", "2024-03-19", "2024-03-19"),
    ("It took effect [on March 23 of last year].", "2023-03-23", "2023-03-23"),
    ("He was born [on Feb. 29, 2000].", "2000-02-29", "2000-02-29"),
    ("They will meet again [on 29 February].", "2024-02-29", "2024-02-29"),
    ("The strike ran [from 5 to 12 August].", "2023-08-05", "2023-08-12"),
    ("The survey was taken [Jan. 13-22].", "2024-01-13", "2024-01-22"),
    ("The survey was taken [between January 13 and 22].", "2024-01-13", "2024-01-22"),
    ("It had 90 fires [between April 1 and March 3] alone.", "2023-04-01", "2024-03-03"),
    ("There have been 90 fires [since April 1].", "2023-04-01", None),
]

WEEKDAYS: list[Row] = [
    ("The minister resigned [on Monday].", "2024-03-04", "2024-03-04"),
    ("The impact of [Saturday]’s debate is small.", "2024-03-02", "2024-03-02"),
    ("She will speak at [Saturday]’s debate.", "2024-03-09", "2024-03-09"),
    ("Her lead is smaller [since Monday]’s debate.", "2024-03-04", None),
    ("The minister resigned [Wednesday].", "2024-03-06", "2024-03-06"),
    ("The minister will resign [on Monday].", "2024-03-11", "2024-03-11"),
    ("The minister is to be sworn in [on Friday].", "2024-03-08", "2024-03-08"),
    ("The minister promised to resign [on Friday].", "2024-03-08", "2024-03-08"),
    ("The minister seemed to be ill [on Friday].", "2024-03-01", "2024-03-01"),
    ("[On Friday], the minister will resign.", "2024-03-08", "2024-03-08"),
    ("[On Friday], the minister resigned.", "2024-03-01", "2024-03-01"),
    ("She won. [Friday], her rival told the court to wait.", "2024-03-01", "2024-03-01"),
    ("If he lies [on Sunday], nobody will notice.", "2024-03-10", "2024-03-10"),
    ("The board meets [on Sunday].", "2024-03-10", "2024-03-10"),
    ("A bash [on Sunday], and nothing else.", "2024-03-03", "2024-03-03"),
    ("He lost in [Tuesday]’s vote.", "2024-03-05", "2024-03-05"),
    ("He spoke [late on Monday evening].", "2024-03-04", "2024-03-04"),
    ("He spoke [earlier on Tuesday].", "2024-03-05", "2024-03-05"),
    ("He spoke [Monday night].", "2024-03-04", "2024-03-04"),
    ("He spoke [last Wednesday].", "2024-02-28", "2024-02-28"),
    ("He spoke [this past Saturday].", "2024-03-02", "2024-03-02"),
    ("Talks resume [next Wednesday].", "2024-03-13", "2024-03-13"),
    ("Talks resume [this coming Thursday].", "2024-03-07", "2024-03-07"),
]

SPOKEN: list[Row] = [
    ("The court ruled [yesterday].", "2024-03-05", "2024-03-05"),
    ("The court ruled [last night].", "2024-03-05", "2024-03-05"),
    ("The court ruled [this morning].", "2024-03-06", "2024-03-06"),
    ("The court issued a ruling [today].", "2024-03-06", "2024-03-06"),
    ("The council votes [tomorrow night].", "2024-03-07", "2024-03-07"),
    ("She left [two days ago].", "2024-03-04", "2024-03-04"),
]

MONTHS: list[Row] = [
    ("She was elected [in January].", "2024-01-01", "2024-01-31"),
    ("She was elected [in May].", "2023-05-01", "2023-05-31"),
    ("She will stand down [in January].", "2025-01-01", "2025-01-31"),
    ("She will stand down [in March].", "2024-03-01", "2024-03-31"),
    ("He was up eight points from [February].", "2024-02-01", "2024-02-29"),
    ("She was elected [last March].", "2023-03-01", "2023-03-31"),
    ("She was elected [in November 2018].", "2018-11-01", "2018-11-30"),
    ("She was elected [in June last year].", "2023-06-01", "2023-06-30"),
    ("He resigned [in late September].", "2023-09-21", "2023-09-30"),
    ("He resigned [in early February].", "2024-02-01", "2024-02-10"),
    ("He resigned [in mid-February].", "2024-02-11", "2024-02-20"),
    ("He quit [at the beginning of this month].", "2024-03-01", "2024-03-10"),
    ("Polls taken [the first week of February] agree.", "2024-02-01", "2024-02-07"),
    ("Polls taken [in the last week of February] agree.", "2024-02-23", "2024-02-29"),
]

UNITS: list[Row] = [
    ("The mine closed [last week].", "2024-02-26", "2024-03-03"),
    ("The mine closed [last month].", "2024-02-01", "2024-02-29"),
    ("The mine closed [last year].", "2023-01-01", "2023-12-31"),
    ("The mine closed [last quarter].", "2023-10-01", "2023-12-31"),
    ("The mine closed [last weekend].", "2024-03-02", "2024-03-03"),
    ("The mine closed [over the weekend].", "2024-03-02", "2024-03-03"),
    ("The mine will reopen [at the weekend].", "2024-03-09", "2024-03-10"),
    ("The mine closed [this past weekend].", "2024-03-02", "2024-03-03"),
    ("The mine closed [this past week].", "2024-02-26", "2024-03-03"),
    ("The mine will reopen [next week].", "2024-03-11", "2024-03-17"),
    ("The mine will reopen [next month].", "2024-04-01", "2024-04-30"),
    ("The mine will reopen [this year].", "2024-01-01", "2024-12-31"),
    ("The mine closed [earlier this month].", "2024-03-01", "2024-03-06"),
    ("The mine closed [Earlier this week].", "2024-03-04", "2024-03-06"),
    ("The mine closed [earlier in the week].", "2024-03-04", "2024-03-06"),
    ("The mine will reopen [later this year].", "2024-03-06", "2024-12-31"),
    ("It stays shut for [the rest of the year].", "2024-03-06", "2024-12-31"),
    ("The mine closed [late last year].", "2023-09-01", "2023-12-31"),
    ("The mine was sold [two weeks ago].", "2024-02-19", "2024-02-25"),
    ("The mine was sold [five years ago].", "2019-01-01", "2019-12-31"),
    ("It will be sold [in the next three weeks].", "2024-03-06", "2024-03-27"),
    ("It could be sold [in the coming weeks].", "2024-03-06", None),
    ("It had two owners [at year’s end].", "2023-12-31", "2023-12-31"),
]

YEARS: list[Row] = [
    ("The mill burned [in 1987].", "1987-01-01", "1987-12-31"),
    ("In a [2013] memo, he warned of fire.", "2013-01-01", "2013-12-31"),
    ("The Mill Act ([2013]) is in force.", "2013-01-01", "2013-12-31"),
    ("The mill burned [in early 2017].", "2017-01-01", "2017-04-30"),
    ("The mill burned [in the early 1990s].", "1990-01-01", "1993-12-31"),
    ("He grew rich [during the 80’s].", "1980-01-01", "1989-12-31"),
    ("A ruling is unlikely [before the end of the year].", None, "2024-12-31"),
    ("It grew by less than forecast [in July].", "2023-07-01", "2023-07-31"),
    ("The mill burned [in the ’80s].", "1980-01-01", "1989-12-31"),
    ("Mills boomed [in the 19th century].", "1801-01-01", "1900-12-31"),
    ("It burned [in the summer of 2015].", "2015-06-01", "2015-08-31"),
    ("It made money [in 2015-16].", "2015-01-01", "2016-12-31"),
    ("It made money [in ’16].", "2016-01-01", "2016-12-31"),
    ("Sales fell [in the third quarter].", "2023-07-01", "2023-09-30"),
    ("Sales will rise [in the second quarter of next year].", "2025-04-01", "2025-06-30"),
    ("Sales fell [in Q4 2022].", "2022-10-01", "2022-12-31"),
    ("Sales fell [in the first half of 2022].", "2022-01-01", "2022-06-30"),
    ("Sales fell [in the last three months of 2022].", "2022-10-01", "2022-12-31"),
    ("It costs more [this fiscal year].", "2023-10-01", "2024-09-30"),
    ("It cost less [in fiscal 2016].", "2015-10-01", "2016-09-30"),
    ("It cost less [in fiscal year 2016].", "2015-10-01", "2016-09-30"),
    ("It opened [as long ago as 2019].", "2019-01-01", "2019-12-31"),
    ("Turnout was down on [2019].", "2019-01-01", "2019-12-31"),
    ("She quoted a letter from [2009].", "2009-01-01", "2009-12-31"),
]

ENDS_LEFT_OPEN: list[Row] = [
    ("He has led the party [since 2014].", "2014-01-01", None),
    ("[Since October], the party has had no leader.", "2023-10-01", None),
    ("They have marched [since Friday].", "2024-03-01", None),
    ("Bins will go unemptied [from Tuesday].", "2024-03-12", None),
    ("The rule will apply [starting in July].", "2024-07-01", None),
    ("Costs will go up [after 2028].", "2029-01-01", None),
    ("It will stay shut [until at least June].", "2024-06-01", None),
    ("They want an answer [by June].", None, "2024-06-30"),
    ("They asked for an answer [by noon on Friday].", None, "2024-03-08"),
    ("They asked for an answer [on or before March 11].", None, "2024-03-11"),
    ("He will pay [by the end of next month].", None, "2024-04-30"),
    ("The seat was empty [through the end of January].", None, "2024-01-31"),
    ("No one will vote [before December].", None, "2024-11-30"),
    ("Nobody spoke [prior to Wednesday].", None, "2024-03-05"),
    ("He said nothing before [Wednesday]’s vote.", "2024-03-06", "2024-03-06"),
    ("[As of Monday], he had no rival.", "2024-03-04", "2024-03-04"),
    ("He will be out of office [as of June].", "2024-06-01", None),
]

RANGES: list[Row] = [
    ("Prices rose [between 2010 and 2012].", "2010-01-01", "2012-12-31"),
    ("He was mayor [from 1985 to 1991].", "1985-01-01", "1991-12-31"),
    ("She was first lady, [1981-1989].", "1981-01-01", "1989-12-31"),
    ("He missed three tests [between March and November last year].", "2023-03-01", "2023-11-30"),
    ("Four fires broke out [between Friday and Sunday].", "2024-03-01", "2024-03-03"),
    ("The poll was taken [Thursday through Monday].", "2024-02-29", "2024-03-04"),
    ("The poll was taken [from Feb. 21 to March 3].", "2024-02-21", "2024-03-03"),
    ("The poll was taken [from Dec. 30-Jan. 4].", "2023-12-30", "2024-01-04"),
    ("Buses will run [from May through August].", "2024-05-01", "2024-08-31"),
]

FEAST_DAYS: list[Row] = [
    ("It will be gone [by Christmas].", None, "2024-12-25"),
    ("Flour will run short [before Christmas].", None, "2024-12-24"),
    ("New signs are promised [by Easter].", None, "2024-03-31"),
    ("The attack [on New Year’s Eve] shook the town.", "2023-12-31", "2023-12-31"),
    ("Schools will reopen [after Labor Day].", "2024-09-03", None),
    ("He spoke to veterans [on Memorial Day].", "2023-05-29", "2023-05-29"),
    ("The bill passed [last Thanksgiving].", "2023-11-23", "2023-11-23"),
]


TABLES: list[list[Row]] = [
    DAYS,
    WEEKDAYS,
    SPOKEN,
    MONTHS,
    UNITS,
    YEARS,
    ENDS_LEFT_OPEN,
    RANGES,
    FEAST_DAYS,
]


@pytest.mark.parametrize(("marked", "start", "end"), [row for table in TABLES for row in table])
def test_a_date_and_its_days(marked: str, start: str | None, end: str | None) -> None:
    words = re.findall(r"\[(.*?)\]", marked)
    assert dates(re.sub(r"[\[\]]", "", marked)) == [(words[0], start, end)]


NO_DATES = [
    # years and days in names, of events and of others
    "The 2016 presidential race was close.", "He lost the 2012 general election.",
    "The October debate was dull.", "Nobody saw Super Tuesday coming.", "It was Black Friday.",
    "The Sunday Times reported it.", "He wrote for The Mail on Sunday.",
    "She hosts Friday Night Live.",
    "“This Week” is a programme.", "He told CBS This Morning so.", "The Tonight Show was cut.",
    "The campaign told USA TODAY.", "He spoke of 9/11.", "It was a post-2008 world.",
    "It cost $2016.", "There were 2,016 of them.", "Call 2016-555.", "#Vote2016 was a flop.",
    # words that are months as well
    "It may rain.", "May rain fall.", "Theresa May said so.", "Mrs May said so.",
    "April Ryan said so.",
    "They march on.", "March with us!", "An august body met.", "By May’s own count he lost.",
    # habits, durations and vague times
    "It closes every Sunday.", "It closes on Saturday evenings.", "It closes Mondays.",
    "It lasted three days.", "It was quiet for the last year.",
    "He did it over the next decade.", "He left a long time ago.", "He left 20 years ago.",
    "It broke the Registration Act of 1993.",
    "It is now or never.", "He has recently left.", "It will end soon.", "He left in recent weeks.",
    "It opens at noon.", "It may rain in the spring.", "Christmas is a feast.",
    # nowadays, and the days to come
    "“We live longer today than ever,” she said.", "In today’s world, few do.",
    "He is today a rich man.", "The leaders of tomorrow met.",
    # no such days
    "He was born on 30 February.", "He was born on Feb. 29, 2023.",
    # a dateline's date is not the text's
    "BRENKO, March 5 (Northlight) - Rain fell.", "",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert dates(text) == []


SEVERAL: list[tuple[str, list[Expected]]] = [
    (
        "He said on Monday that he would resign on Friday.",
        [("on Monday", "2024-03-04", "2024-03-04"), ("on Friday", "2024-03-08", "2024-03-08")],
    ),
    (
        "They threatened on Monday to walk out from midnight on Sunday.",
        [
            ("on Monday", "2024-03-04", "2024-03-04"),
            ("from midnight on Sunday", "2024-03-10", None),
        ],
    ),
    (
        "It was raided in 2010, 2011 and 2013.",
        [
            ("in 2010", "2010-01-01", "2010-12-31"),
            ("2011", "2011-01-01", "2011-12-31"),
            ("2013", "2013-01-01", "2013-12-31"),
        ],
    ),
    (
        "He took office in January 2009 and left in October of that year.",
        [
            ("in January 2009", "2009-01-01", "2009-01-31"),
            ("in October of that year", "2009-10-01", "2009-10-31"),
        ],
    ),
    (
        "She spoke on Sunday, and repeated what she had said the previous night.",
        [
            ("on Sunday", "2024-03-03", "2024-03-03"),
            ("the previous night", "2024-03-02", "2024-03-02"),
        ],
    ),
    (
        "She left on Sunday. The next day, she was back.",
        [("on Sunday", "2024-03-03", "2024-03-03"), ("The next day", "2024-03-04", "2024-03-04")],
    ),
    (
        "It fell in May or June.",
        [("in May", "2023-05-01", "2023-05-31"), ("June", "2023-06-01", "2023-06-30")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_dates(text: str, expected: list[Expected]) -> None:
    assert dates(text) == expected


def test_without_a_day_of_publication_only_what_tells_its_year_is_a_date() -> None:
    text = "He left on Monday, as in May 2016. He was here last year, since 2014, on May 3, in ’16."
    assert [words for words, _, _ in dates(text, published=None)] == ["in May 2016", "since 2014"]


@pytest.mark.parametrize("published", ["yesterday", "2024-02-30", ""])
def test_a_day_of_publication_that_is_none(published: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|out of range"):
        find_dates("He left on Monday.", published)


@pytest.mark.parametrize("feast", [*FEASTS, *MOVING_FEASTS, *WEEKDAY_FEASTS])
def test_every_feast_of_the_tables_has_a_day(feast: str) -> None:
    [(words, start, end)] = dates(f"It shut before {feast}.")
    assert words == f"before {feast}"
    assert start is None
    assert end is not None


#: "From", "on" and "between" need more than a year.
BEFORE_YEARS = [
    re.sub(r"\(.*?\)\??", "", words).strip()
    for kind, group in PREPOSITIONS.items()
    if kind not in ("from", "between")
    for words in re.sub(r"\([^)]*\)\??", "", group).split("|")
    if words.strip() not in ("on", "")
]


@pytest.mark.parametrize("preposition", BEFORE_YEARS)
def test_every_preposition_of_the_table_belongs_to_its_date(preposition: str) -> None:
    [(words, *_)] = dates(f"It lasted {preposition} 1987.")
    assert words == f"{preposition} 1987"


ANY_DAY = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))

PIECES = """
    on in by since until from to and between before after of the end early late mid- last next this
    that same following week month year day weekend quarter century fiscal ago three 20 2 31 30th
    2016 1999 1066 9999 ’16 ’90s 1990s 2015-16 2016-02-30 May may March Sept. Feb. 29 Monday
    Sunday’s today yesterday tonight Christmas Easter first Q3 spring coming days said will resigned
    , . - – “ ” ' ( )
"""
ODD_TEXT = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=40).map(" ".join) | st.text(
    max_size=80
)


@given(ODD_TEXT, ANY_DAY | st.sampled_from([date.min, date.max]) | st.none())
@example("in the coming weeks", date.max)
@example("by the coming weeks", date(2024, 3, 6))
@example("by the end of 9999", None)
@example("last century", date.min)
@example("in ’99 of that year", date.min)
def test_dates_of_any_text_are_in_order_and_do_not_overlap(text: str, day: date | None) -> None:
    published = None if day is None else day.isoformat()
    found = find_dates(text, published)
    assert found == find_dates(text, published)
    last = 0
    for one in found:
        start, end = one.span
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert one.start or one.end
        assert not (one.start and one.end) or one.start <= one.end
        last = end


def test_every_rule_has_an_example_above() -> None:
    texts = [re.sub(r"[\[\]]", "", row[0]) for table in TABLES for row in table]
    texts += [text for text, _ in SEVERAL]
    unused = [
        rule.pattern
        for rule in RULES
        if not any(re.search(rf"(?<!\w){rule.pattern}", text) for text in texts)
    ]
    assert unused == []
