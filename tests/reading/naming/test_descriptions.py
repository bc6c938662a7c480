"""What descriptions tell: head, kind, number, anonymity, and the basis of knowledge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.naming.descriptions import basis_span, describe

# The description, its head, kind, and whether it is several people.
DESCRIBED = [
    ("a spokesman", "spokesman", "person", False),
    ("the former secretary of state", "secretary", "person", False),
    ("South Freedonia's Republican governor", "governor", "person", False),
    ("someone in the audience", "someone", "person", False),
    ("one of the aides", "aide", "person", False),
    ("two diplomats", "diplomat", "group", True),
    ("lawmakers who voted for the ferry", "lawmaker", "group", True),
    ("the Freedonian people", "people", "group", True),
    ("thousands of protesters demanding a ferry", "protester", "group", True),
    ("The crowd", "crowd", "group", True),
    ("47 percent", "share", "group", True),
    ("One in three", "share", "group", True),
    ("some of them", "them", "group", True),
    ("members of parliament", "member", "group", True),
    ("many groups", "group", "group", True),
    ("her campaign", "campaign", "organization", False),
    ("the company", "company", "organization", False),
    ("a commission appointed by the mayor", "commission", "organization", False),
    ("the government", "government", "government", False),
    ("the city", "city", "government", False),
    ("the newspaper", "newspaper", "outlet", False),
    ("a new poll", "poll", "document", False),
    ("the report the ministry published", "report", "document", False),
    ("a picture taken in May", "picture", "document", False),
    ("polls", "poll", "document", False),
    ("evidence", "evidence", "other", False),
    ("", "", "other", False),
]

WITHHELD = [
    ("a source", ""),
    ("three people familiar with the talks", ""),
    ("an official who was not authorized to speak publicly", ""),
    ("a person briefed on the plan", ""),
    ("an unnamed diplomat", ""),
    ("aides", ""),
    ("a diplomat who asked not to be named", ""),
    ("two officials", ", who spoke on condition of anonymity,"),
    ("the officer", " said, declining to be identified"),
    ("one adviser", ", who wasn’t authorized to discuss the case"),
]

UNNAMED = [
    ("protesters", ""),
    ("a police officer", " said"),
    ("critics", ""),
    ("anyone who knows the ferry", ""),
    ("a spokesman for the campaign", " said"),
    ("the minister", ", who authorized the sale,"),
]

BASES = [
    ("a French official with knowledge of the matter", "with knowledge of the matter"),
    ("a person briefed on the talks, who asked not to be named", "briefed on the talks"),
    ("two people familiar with the plan said on Sunday", "familiar with the plan"),
    ("an aide close to the premier", "close to the premier"),
    ("a diplomat who attended the meeting and spoke on background", "who attended the meeting"),
    ("someone who has seen the letter.", "who has seen the letter"),
    ("a senior official", None),
    ("a man who was not authorized to speak", None),
]


@pytest.mark.parametrize(("words", "head", "kind", "plural"), DESCRIBED)
def test_head_kind_and_number(words: str, head: str, kind: str, plural: bool) -> None:
    assert describe(words)[:3] == (head, kind, plural)


@pytest.mark.parametrize(("words", "after"), WITHHELD)
def test_the_name_is_held_back(words: str, after: str) -> None:
    assert describe(words, after).anonymity == "withheld"


@pytest.mark.parametrize(("words", "after"), UNNAMED)
def test_merely_not_named(words: str, after: str) -> None:
    assert describe(words, after).anonymity == "unnamed"


@pytest.mark.parametrize(("words", "basis"), BASES)
def test_extent_of_the_basis(words: str, basis: str | None) -> None:
    span = basis_span(words)
    assert (span and words[slice(*span)]) == basis


@given(st.text())
def test_takes_any_text(words: str) -> None:
    assert describe(words).anonymity in ("withheld", "unnamed")
    basis_span(words)
