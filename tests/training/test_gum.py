"""GUM's CoNLL-U: text put together again, mentions, discourse units and their relations."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.gum import ATTRIBUTIONS, Document, Mention, parse, read_split, read_splits

ROWS = """\
# newdoc id = GUM_news_flood
# newpar
# sent_id = GUM_news_flood-1
1 Ana Ana PROPN NNP _ 2 nsubj _ Entity=(1-person-new-c-x-1-c-Ana-Lu_Paz)|Discourse=attribution-positive:1->2:0:_
2 says say VERB VBZ _ 0 root _ _
3 the the DET DT _ 4 det _ Discourse=ROOT:2:0|Entity=(2-object-new-c-x-2-c(3-place-new-c-x-1-c)
4-5 dam’s _ _ _ _ _ _ _ _
4 dam dam NOUN NN _ 6 poss _ _
5 ’s ’s PART POS _ 4 case _ Entity=2)
6 safe safe ADJ JJ _ 2 ccomp _ _
6.1 safe safe ADJ JJ _ _ _ _ CopyOf=6
7 if if SCONJ IN _ 8 mark _ Discourse=contingency-condition_m:3->2:0:_;joint-list:3->1:1:_
8 dry dry ADJ JJ _ 6 advcl _ SpaceAfter=No
9 . . PUNCT . _ 2 punct _ _

# newpar
1 du de ADP IN _ 2 case _ _
2 It it PRON PRP _ 0 root _ Entity=(2-object-giv:act-c-x-1-ana)

# sent_id = GUM_news_flood-3
1-2 du _ _ _ _ _ _ _ SpaceAfter=No
1 de de ADP IN _ 2 case _ _
2 le le DET DT _ 0 root _ _
3 . . PUNCT . _ 2 punct _ _
"""  # noqa: E501  (a line is a token)


@pytest.fixture(scope="module")
def document() -> Document:
    lines = (
        line if line.startswith("#") else line.replace(" ", "\t") for line in ROWS.splitlines()
    )
    return parse("GUM_news_flood", "\n".join(lines) + "\n")


def test_the_text_is_put_together_again(document: Document) -> None:
    assert document.text == "Ana says the dam’s safe if dry.\n\ndu It du."
    assert [document.text[a:b] for a, b in document.sentences] == [
        "Ana says the dam’s safe if dry.",
        "du It",
        "du.",
    ]


def test_words_within_a_word_have_their_own_characters(document: Document) -> None:
    words = [document.text[slice(*token.span)] for token in document.tokens]
    assert words[:9] == ["Ana", "says", "the", "dam", "’s", "safe", "if", "dry", "."]
    assert words[9:] == ["du", "It", "du", "du", "."], "“de” and “le” cannot be told apart in “du”"


def test_heads_are_positions_in_the_document(document: Document) -> None:
    tokens = document.tokens
    assert [tokens[0].head, tokens[1].head, tokens[5].head, tokens[9].head] == [1, None, 1, 10]
    assert tokens[5].relation == "ccomp"


def test_mentions_may_nest_and_reach_over_words(document: Document) -> None:
    found = [(document.text[slice(*m.span)], m) for m in document.mentions]
    assert [(words, m.entity, m.kind, m.status) for words, m in found] == [
        ("Ana", "1", "person", "new"),
        ("the dam’s", "2", "object", "new"),
        ("the", "3", "place", "new"),
        ("It", "2", "object", "giv:act"),
    ]
    assert document.mentions[0] == Mention((0, 3), "1", "person", "new", "Ana-Lu Paz")


def test_units_reach_to_the_next_one(document: Document) -> None:
    units = [document.text[a:b] for a, b in document.units]
    assert units == ["Ana says", "the dam’s safe", "if dry.\n\ndu It du."]


def test_relations_join_units_also_beside_the_tree(document: Document) -> None:
    assert [(r.name, r.unit, r.head, r.secondary) for r in document.relations] == [
        ("attribution-positive", 0, 1, False),
        ("contingency-condition", 2, 1, False),
        ("joint-list", 2, 0, True),
    ]


def test_splits(tmp_path: Path) -> None:
    (tmp_path / "splits.md").write_text(
        "# Splits\n\n  * none\n\n## dev\n\n  * GUM_news_b\n\n## test\n\n  * GUM_news_c\n",
        encoding="utf-8",
    )
    row = "1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\tDiscourse=ROOT:1:0"
    for letter in "abc":
        (tmp_path / f"GUM_news_{letter}.conllu").write_text(f"{row}\n\n", encoding="utf-8")
    assert set(read_splits(tmp_path / "splits.md")) == {"dev", "test"}
    assert [d.name for d in read_split(tmp_path, "dev")] == ["GUM_news_b"]
    assert [d.name for d in read_split(tmp_path, "train")] == ["GUM_news_a"]
    with pytest.raises(KeyError):
        list(read_split(tmp_path, "elsewhere"))


def test_the_corpus_reads_as_its_own_comments_say(shared: Path) -> None:
    folder = shared / "data" / "gum"
    documents = list(read_split(folder, "dev"))
    assert documents
    relations = [relation.name for d in documents for relation in d.relations]
    assert sum(relations.count(name) for name in ATTRIBUTIONS) > 50
    for one in documents:
        lines = (folder / f"{one.name}.conllu").read_text(encoding="utf-8").splitlines()
        told = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
        assert [one.text[a:b] for a, b in one.sentences] == told
