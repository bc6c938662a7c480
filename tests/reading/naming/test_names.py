"""What sort of mention the words are, and the parts of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.naming.names import parse_name

# The mention, the title before the name, the name proper.
PEOPLE = [
    ("Jana Novak", "", "Jana Novak"),
    ("Novak’s", "", "Novak"),
    ("Mr. Novak", "Mr.", "Novak"),
    ("Finance Minister Jana Novak", "Finance Minister", "Jana Novak"),
    ("the former Finance Minister Jana Novak", "former Finance Minister", "Jana Novak"),
    ("Sen. Ann Q. Holt", "Sen.", "Ann Q. Holt"),
    ("US President Ann Holt", "US President", "Ann Holt"),
    ("U.S. Attorney General Ann Holt", "U.S. Attorney General", "Ann Holt"),
    ("former Secretary of State Ann Holt", "former Secretary of State", "Ann Holt"),
    ("Senate Majority Leader Ann Holt", "Senate Majority Leader", "Ann Holt"),
    ("Mayor Ann Holt of the Ferry Party", "Mayor", "Ann Holt"),
    ("Freedonian Foreign Ministry spokeswoman Lu Mei", "Freedonian Foreign Ministry spokeswoman",
     "Lu Mei"),
    ("Novak spokesman Bo Reyes", "Novak spokesman", "Bo Reyes"),
    ("longtime friend Bo Reyes", "longtime friend", "Bo Reyes"),
    ("Mayor Bill de Groot", "Mayor", "Bill de Groot"),
    ("Sophie in ’t Hout", "", "Sophie in 't Hout"),
    ("Omar al-Hasan", "", "Omar al-Hasan"),
    ("her senior adviser, Jake Holt", "senior adviser", "Jake Holt"),
    ("Italy’s Prime Minister Ugo Neri", "Prime Minister", "Ugo Neri"),
    ("Steve King", "", "Steve King"),
]  # fmt: skip

# The mention, the kind of what it names.
OTHER_NAMES = [
    ("the Ferry Party", "organization"),
    ("the Holt campaign", "organization"),
    ("Novak’s campaign", "organization"),
    ("the House Ways and Means Committee", "organization"),
    ("Center for Ferry Studies", "organization"),
    ("the FCA", "organization"),
    ("GOP", "organization"),
    ("Twitter", "organization"),
    ("the Justice Department", "government"),
    ("the Department of Health and Human Services", "government"),
    ("the White House", "government"),
    ("Moscow", "government"),
    ("the United States", "government"),
    ("the Novak administration", "government"),
    ("Holt’s DOJ", "government"),
    ("the Washington Post", "outlet"),
    ("The Ferry Gazette", "outlet"),
    ("NBC South Florida", "outlet"),
    ("the nationalist Global Times tabloid", "outlet"),
    ("@SkyNews", "outlet"),
    ("Radio Ferry", "outlet"),
    ("Freedonia News Agency", "outlet"),
    ("the Affordable Ferries Act", "document"),
]

COMPOUNDS = [
    ("Novak and Holt", ("Novak", "Holt")),
    ("Jana Novak and Sen. Ann Holt", ("Jana Novak", "Sen. Ann Holt")),
    ("Neither Novak nor Holt", ("Novak", "Holt")),
    ("France and the UK", ("France", "the UK")),
    ("Novak, Holt and Bo Reyes", ("Novak", "Holt", "Bo Reyes")),
    ("The Guardian and Le Monde", ("The Guardian", "Le Monde")),
]

NO_NAMES = [
    "officials", "two officials", "Officials", "the President", "House Speaker",
    "the Vermont senator",
    "U.S. officials", "Novak supporters", "Republicans", "the Chinese", "the committee",
    "a French diplomat", "The report published Tuesday", "Hundreds of demonstrators", "the Texan",
    "the president of the club", "Two in three", "Novak and her aides", "sources",
]  # fmt: skip


@pytest.mark.parametrize(("words", "title", "proper"), PEOPLE)
def test_title_and_name_of_a_person(words: str, title: str, proper: str) -> None:
    name = parse_name(words)
    assert (name.form, name.kind, name.title, name.proper) == ("name", "person", title, proper)


@pytest.mark.parametrize(("words", "kind"), OTHER_NAMES)
def test_kind_of_what_is_named(words: str, kind: str) -> None:
    name = parse_name(words)
    assert (name.form, name.kind) == ("name", kind)


@pytest.mark.parametrize(("words", "members"), COMPOUNDS)
def test_members_of_a_compound(words: str, members: tuple[str, ...]) -> None:
    assert parse_name(words).members == members


@pytest.mark.parametrize("words", NO_NAMES)
def test_a_description_is_no_name(words: str) -> None:
    assert parse_name(words).form == "description"


def test_a_family_name_that_is_a_given_name_tells_no_gender() -> None:
    assert parse_name("Clinton").gender is None
    assert parse_name("Mrs. Clinton").gender == "female"


def test_a_suffix_is_no_part_of_the_name() -> None:
    name = parse_name("Bo Reyes Jr.")
    assert (name.key, name.suffix) == (("bo", "reyes"), "jr")


@given(st.text())
def test_takes_any_text(words: str) -> None:
    assert parse_name(words).form in ("name", "pronoun", "description")
