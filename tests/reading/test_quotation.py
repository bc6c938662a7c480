"""Which quotations a text holds: all styles, nested, running on, forgotten, and lookalikes."""

from __future__ import annotations

import re
import time

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.quotation import find_quotations, quotation_depth, quotation_kind


def depth_of(text: str) -> npt.NDArray[np.int8]:
    return quotation_depth(find_quotations(text), len(text))


def quotations(text: str) -> list[tuple[str, int]]:
    return [(text[q.start : q.end], q.depth) for q in find_quotations(text)]


ONE_QUOTATION = [
    # style, text, the quotation in it
    ("straight", 'The mayor said: "We are broke."', '"We are broke."'),
    ("curly", "“We are broke,” the mayor said.", "“We are broke,”"),
    ("low", "The mayor called it „a farce“ again.", "„a farce“"),
    ("guillemets", "The mayor called it «a farce» again.", "«a farce»"),
    ("reversed guillemets", "The mayor called it »a farce« again.", "»a farce«"),
    ("single guillemets", "The mayor called it ‹a farce› again.", "‹a farce›"),
    ("spaced guillemets", "Le maire : « une farce » encore.", "« une farce »"),
    ("Penn", "`` We are broke , '' the mayor said .", "`` We are broke , ''"),
    ("LaTeX", "``We are broke,'' the mayor said.", "``We are broke,''"),
    ("two straight singles", "''We are broke,'' the mayor said.", "''We are broke,''"),
    ("two curly singles", "‘‘We are broke,’’ the mayor said.", "‘‘We are broke,’’"),
    ("curly then straight", 'The mayor: “We are broke," again.', '“We are broke,"'),
    ("straight then curly", 'The mayor: "We are broke,” again.', '"We are broke,”'),
    ("curly the wrong way round", "The mayor: ”We are broke,“ again.", "”We are broke,“"),
    ("Swedish", "The mayor: ”We are broke,” again.", "”We are broke,”"),
    ("British", "‘We’re broke,’ the mayor said.", "‘We’re broke,’"),
    ("British, straight", "'We're broke,' the mayor said.", "'We're broke,'"),
    ("spaced straight marks", 'said " We are broke " again', '" We are broke "'),
    ("in brackets", 'the plan ("a farce") failed', '"a farce"'),
    ("between dashes", 'the plan—"a farce"—failed', '"a farce"'),
    ("no space before", 'he said."We are broke," she said', '"We are broke,"'),
    ("leading points", 'he said "...we are broke" then', '"...we are broke"'),
    ("one word", 'He named the boat "Hope".', '"Hope"'),
    ("possessives", "‘Nurses’ and cooks’ pay fell,’ he said.", "‘Nurses’ and cooks’ pay fell,’"),
    ("with a dropped g", "'They're goin' home now,' he said.", "'They're goin' home now,'"),
    ("with inches", '"The 12" pipe burst," she said.', '"The 12" pipe burst,"'),
    ("ends in a year", '"We knew in 2016" is all she said.', '"We knew in 2016"'),
    ("wrapped lines", '"We are\nbroke now," she said.', '"We are\nbroke now,"'),
    ("verse", "“One line.\nAnother line,” she read.", "“One line.\nAnother line,”"),
    ("after a direction mark", "\u202a”We are broke,” he said", "”We are broke,”"),
]  # fmt: skip


@pytest.mark.parametrize(("style", "text", "expected"), ONE_QUOTATION)
def test_finds_the_one_quotation(style: str, text: str, expected: str) -> None:
    assert quotations(text) == [(expected, 1)], style


@pytest.mark.parametrize(
    "text",
    [
        "They don't, she won’t, and it's the ’90s or the '90s.",
        "The workers' rights, the nurses’ pay and James’ house.",
        "Get 'em, ‘em or ’em; 'twas rock 'n' roll in '68.",
        "He is 5'10\" tall, she 6' 2\", at 40°26'46\" north.",
        'A 12" pipe and a 6" nail.',
        '<a href="https://example.org" class=“link”>here</a>',
        "Closing ” marks » without any opening.",
        "```\ncode\n```",
        "Dr. G. 't Hooft spoke in 's-Hertogenbosch.",
        "",
    ],
)
def test_finds_no_quotation(text: str) -> None:
    assert quotations(text) == []


NESTED = [
    (
        "“He told me ‘never again’ twice,” she said.",
        [("“He told me ‘never again’ twice,”", 1), ("‘never again’", 2)],
    ),
    (
        "‘He told me “never again” twice,’ she said.",
        [("‘He told me “never again” twice,’", 1), ("“never again”", 2)],
    ),
    (
        "\"'Never,' he told me,\" she said.",
        [("\"'Never,' he told me,\"", 1), ("'Never,'", 2)],
    ),
    ("\"He told me 'never'\"", [("\"He told me 'never'\"", 1), ("'never'", 2)]),
    ("'He told me 'never''", [("'He told me 'never''", 1), ("'never'", 2)]),
    (
        'She wrote: "He said "never" to me."',
        [('"He said "never" to me."', 1), ('"never"', 2)],
    ),
    (
        "“He asked ‘who said “no” first?’ then,” she said.",
        [
            ("“He asked ‘who said “no” first?’ then,”", 1),
            ("‘who said “no” first?’", 2),
            ("“no”", 3),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_counts_how_deep_a_quotation_lies(text: str, expected: list[tuple[str, int]]) -> None:
    assert quotations(text) == expected


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \n", "\u2029"])
@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "‘’", "''", "«»"])
def test_paragraphs_that_each_open_and_only_the_last_closes_are_one_quotation(
    gap: str, opening: str, closing: str
) -> None:
    running = gap.join([f"{opening}We tried.", f"{opening}We failed.", f"{opening}We go,{closing}"])
    assert quotations(f"A start.{gap}{running} he said. The end.") == [(running, 1)]


def test_a_quotation_within_one_runs_on_if_both_are_reopened() -> None:
    text = "“He told me, ‘Go.\n\n“‘And stay gone.’ So I went,” she said."
    assert quotations(text) == [
        ("“He told me, ‘Go.\n\n“‘And stay gone.’ So I went,”", 1),
        ("‘Go.\n\n“‘And stay gone.’", 2),
    ]


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    text = "“We tried, he said. It rained.\n\nThe “other” side did not."
    assert quotations(text) == [("“We tried, he said. It rained.", 1), ("“other”", 1)]


def test_a_forgotten_closing_mark_ends_before_the_next_quotation() -> None:
    text = '"We tried, he said. "We failed," she said. "We go," they said.'
    assert quotations(text) == [('"We tried, he said.', 1), ('"We failed,"', 1), ('"We go,"', 1)]


def test_a_forgotten_closing_mark_does_not_swallow_a_long_text_without_breaks() -> None:
    text = "“We tried, he said. " + "It rained on and on. " * 5000
    [quotation] = find_quotations(text)
    assert quotation.end <= 2000


def test_without_paragraph_breaks_the_same_words_are_quoted() -> None:
    text = "“We tried.\n\n“We failed.\n\n“We go,” he said.\n\nThe “other” side stayed."
    flat = text.replace("\n", " ")
    letters = [n for n, character in enumerate(text) if not character.isspace()]
    assert depth_of(flat)[letters].tolist() == depth_of(text)[letters].tolist()


def test_straightened_marks_give_the_same_depths() -> None:
    text = "“He told me ‘I won’t’ at the workers’ club,” she said. ‘Fine.’ “The ’90s are ‘over.’”"
    straight = text.translate(str.maketrans("“”‘’", "\"\"''"))
    assert depth_of(straight).tolist() == depth_of(text).tolist()


def test_depth_counts_the_marks_as_inside() -> None:
    text = "x \"a 'b' c\" y"
    assert "".join(map(str, depth_of(text).tolist())) == "0011122211100"


def without_brackets(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text whose contents stand in brackets → the text without them, and the contents' spans."""
    text, spans = "", []
    for outside, inside in re.findall(r"([^\[\]]*)(?:\[([^\]]*)\])?", marked):
        start = len(text) + len(outside)
        text += outside + inside
        if inside:
            spans.append((start, len(text)))
    return text, spans


KINDS = [
    # the content in brackets, its kind
    ("“[We are broke],” he said.", "direct"),
    ("[“We are broke],” he said.", "direct"),
    ("[“We are broke,”] he said.", "direct"),
    ("He said: [ “We are broke.” ]", "direct"),
    ("[“We are] broke,” he said, “[and sorry.”]", "direct"),
    ("[We are broke], he said.", "indirect"),
    ("He said [that they were broke].", "indirect"),
    ("He said [that “they were broke”].", "mixed"),
    ("He said [they were “broke” again].", "mixed"),
    ("[“We are broke,”] he said, adding [that he was sorry].", "mixed"),
    ("[“We don’t say ‘broke’ here,”] he said.", "direct"),
    ("“I told them [we were broke],” he said.", "direct"),
    ("He was “angry”, and said [they were broke].", "indirect"),
    ("He said [they were broke], “broke”.", "indirect"),
    ("He nodded [ … ].", "indirect"),
]


@pytest.mark.parametrize(("marked", "expected"), KINDS)
def test_kind_of_a_content(marked: str, expected: str) -> None:
    text, spans = without_brackets(marked)
    assert quotation_kind(spans, text, find_quotations(text)) == expected


def test_no_content_is_indirect() -> None:
    assert quotation_kind([], "He declined to comment.", []) == "indirect"


MARKED_TEXT = st.text(alphabet="\"'“”‘’„«»‹›`=–(,.5 \n\r\u2029\u200baBs", max_size=200)


@given(MARKED_TEXT)
def test_quotations_are_sorted_nest_properly_and_lie_within_the_text(text: str) -> None:
    found = find_quotations(text)
    assert found == sorted(found)
    around: list[tuple[int, int]] = []
    for quotation in found:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text.startswith(quotation.mark, quotation.start)
        while around and around[-1][1] <= quotation.start:
            around.pop()
        assert not around or quotation.end <= around[-1][1]
        around.append((quotation.start, quotation.end))
        assert quotation.depth == len(around)


@given(MARKED_TEXT)
def test_depth_is_the_number_of_quotations_around_a_character(text: str) -> None:
    found = find_quotations(text)
    expected = [sum(q.start <= n < q.end for q in found) for n in range(len(text))]
    assert depth_of(text).tolist() == expected


@given(st.text(alphabet="ab c", min_size=1).filter(lambda words: words == words.strip()))
def test_whatever_stands_between_a_pair_of_marks_is_quoted(words: str) -> None:
    assert quotations(f"x “{words}” y") == [(f"“{words}”", 1)]


@pytest.mark.parametrize(
    "unit",
    ['"', "'", "“", "‘", "’", "«", "''", "“a ", "‘A ", '"\n', "“A.\n\n", "'a s' ", "“‘«‹", "\n "],
)
def test_time_is_linear_in_a_text_of_nothing_but_marks(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = (unit * characters)[:characters]
        start = time.process_time()
        depth_of(text)
        return time.process_time() - start

    # Ten times the text: ten times as long, where a quadratic walk would take a hundred times.
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.01)
