"""Which words stand for actors, and who is who among them."""

from __future__ import annotations

from reportedly.reading.mentions import Mention, find_mentions
from reportedly.reading.provenance import find_custody, find_speakers
from reportedly.reading.resolution import clusters
from tests.reading.scored import EVEN, Label, Pull, at, passage, reading, where


def mentions_of(
    text: str, labels: list[Label], pulls: list[Pull] | None = None, source: str = ""
) -> list[Mention]:
    one = passage(text, labels, pulls or [])
    sources = [at(one.tokens, where(text, source))] if source else []
    return find_mentions(text, one, EVEN, sources)


def words(text: str, mentions: list[Mention]) -> list[str]:
    return [text[slice(*mention.span)] for mention in mentions]


def who(text: str, mentions: list[Mention]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for number, mention in zip(clusters(text, mentions), mentions, strict=True):
        found.setdefault(number, []).append(text[slice(*mention.span)])
    return found


def test_mentions_come_in_order_outer_ones_before_those_within_them() -> None:
    text = "Her aides met the mayor."
    found = mentions_of(
        text,
        [("mention", "mention", "Her aides"), ("inner", "mention", "Her"),
         ("mention", "mention", "the mayor")],
    )  # fmt: skip
    assert words(text, found) == ["Her aides", "Her", "the mayor"]
    # The tokens of the outer one are those that the inner one leaves.
    assert [len(mention.at) for mention in found] == [2, 1, 2]


def test_an_inner_mention_needs_an_outer_one() -> None:
    text = "Her aides met the mayor."
    assert mentions_of(text, [("inner", "mention", "Her")]) == []


def test_a_source_without_a_mention_is_one() -> None:
    text = "Two people close to the talks said so."
    found = mentions_of(text, [], source="Two people close to the talks")
    assert words(text, found) == ["Two people close to the talks"]
    labels: list[Label] = [("mention", "mention", "Two people")]
    assert words(text, mentions_of(text, labels, source="Two people")) == ["Two people"]


def test_names_are_one_actor_however_far_apart() -> None:
    text = "Mayor Ann Holt spoke. Bo Reyes left. Holt stayed."
    labels: list[Label] = [
        ("mention", "mention", name) for name in ("Mayor Ann Holt", "Bo Reyes", "Holt#2")
    ]
    assert who(text, mentions_of(text, labels)) == {0: ["Mayor Ann Holt", "Holt"], 1: ["Bo Reyes"]}


def test_a_pronoun_is_whoever_it_points_at_unless_its_words_forbid_it() -> None:
    text = "Ann Holt met Mr. Bo Reyes. She left."
    labels: list[Label] = [
        ("mention", "mention", name) for name in ("Ann Holt", "Mr. Bo Reyes", "She")
    ]
    there = mentions_of(text, labels, [("antecedent", "She", "Ann Holt")])
    assert who(text, there) == {0: ["Ann Holt", "She"], 1: ["Mr. Bo Reyes"]}
    wrong = mentions_of(text, labels, [("antecedent", "She", "Mr. Bo Reyes")])
    assert who(text, wrong)[1] == ["Mr. Bo Reyes"]


def test_two_unnamed_groups_stay_two_unless_the_text_joins_them() -> None:
    text = "Some diplomats agree. Other diplomats doubt it."
    labels: list[Label] = [
        ("mention", "mention", "Some diplomats"), ("mention", "mention", "Other diplomats"),
        ("no_antecedent", "none", "Some diplomats"), ("no_antecedent", "none", "Other diplomats"),
    ]  # fmt: skip
    assert len(who(text, mentions_of(text, labels))) == 2
    labels = labels[:3]
    pulls: list[Pull] = [("antecedent", "Other diplomats", "Some diplomats")]
    assert len(who(text, mentions_of(text, labels, pulls))) == 1


def spoken(text: str, names: list[str], quote: tuple[str, str, str]) -> dict[int, list[str]]:
    """Who is who, where one of the mentions says something."""
    one = passage(text, [("mention", "mention", name) for name in names])
    read = reading(one, text, quote)
    mentions = find_mentions(text, one, EVEN, [read.found[0].source_at])
    custody = find_custody(text, read, mentions, EVEN)
    found: dict[int, list[str]] = {}
    owners = clusters(text, mentions, find_speakers(read, mentions, custody))
    for number, mention in zip(owners, mentions, strict=True):
        found.setdefault(number, []).append(text[slice(*mention.span)])
    return found


def test_i_is_the_speaker_also_before_the_name() -> None:
    text = "“I told my aides,” Ann Holt said."
    found = spoken(text, ["I", "my", "Ann Holt"], ("Ann Holt", "said", "“I told my aides,”"))
    assert list(found.values()) == [["I", "my", "Ann Holt"]]


def test_you_and_he_in_a_quotation_are_not_the_speaker() -> None:
    text = "Bo Reyes said: “You saw that he left.”"
    found = spoken(text, ["Bo Reyes", "You", "he"], ("Bo Reyes", "said", "“You saw that he left.”"))
    assert ["Bo Reyes"] in found.values()


def test_a_mention_ends_before_what_is_said_in_passing() -> None:
    text = "Ann Holt, the mayor of Tarn, spoke. The union, which struck, left."
    labels: list[Label] = [
        ("mention", "mention", "Ann Holt, the mayor of Tarn"),
        ("mention", "mention", "The union, which struck"),
    ]
    assert words(text, mentions_of(text, labels)) == ["Ann Holt", "The union"]


def test_a_source_that_lists_several_is_a_compound_of_them() -> None:
    text = "Ann Holt (the mayor), Bo Reyes and Cy Lund said so."
    labels: list[Label] = [
        ("mention", "mention", name) for name in ("Ann Holt", "Bo Reyes", "Cy Lund")
    ]
    found = mentions_of(text, labels, source="Ann Holt (the mayor), Bo Reyes and Cy Lund")
    assert words(text, found)[0] == "Ann Holt (the mayor), Bo Reyes and Cy Lund"
    assert words(text, found)[1:] == ["Ann Holt", "Bo Reyes", "Cy Lund"]


def test_the_paper_is_the_last_outlet_and_the_two_nations_the_last_pair() -> None:
    text = "Freedonia and Sylvania told the Gazette so. The two nations doubt the paper."
    labels: list[Label] = [
        ("mention", "mention", name)
        for name in ("Freedonia and Sylvania", "the Gazette", "The two nations", "the paper")
    ]
    assert sorted(who(text, mentions_of(text, labels)).values()) == [
        ["Freedonia and Sylvania", "The two nations"], ["the Gazette", "the paper"]
    ]  # fmt: skip


def test_a_seat_of_government_is_its_country() -> None:
    text = "Russia objected. Moscow and the Kremlin said so."
    labels: list[Label] = [
        ("mention", "mention", name) for name in ("Russia", "Moscow", "the Kremlin")
    ]
    assert len(who(text, mentions_of(text, labels))) == 1


def test_a_name_in_apposition_is_whoever_is_described_before_it() -> None:
    text = "The mayor’s envoy, Ann Holt, and the union agreed."
    labels: list[Label] = [
        ("mention", "mention", name) for name in ("The mayor’s envoy", "Ann Holt", "the union")
    ]
    found = mentions_of(text, labels, source="The mayor’s envoy, Ann Holt")
    owners = clusters(text, found)
    assert words(text, found) == ["The mayor’s envoy", "Ann Holt", "the union"]
    assert owners[0] == owners[1] != owners[2]
