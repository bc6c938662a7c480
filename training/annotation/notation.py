"""How readers point at words: ``"12: the premier"``, and never by counting characters.

A text is shown in numbered sentences. ``"12"`` is the whole of sentence 12, ``"12-14"`` three
sentences, ``"12: the premier"`` these words in it, ``"12#2: the premier"`` their second occurrence
there, and ``"12: “We are ~ that is all”"`` everything from the first words to the next occurrence
of the last. Quotation marks may be curly or straight, and any white space stands for any other.

>>> text = "He left. He “said so”."
>>> sentences = [(0, 8), (9, 22)]
>>> [point(spec, text, sentences) for spec in ("1", '2: "said so"', "2: He ~ so")]
[(0, 8), (12, 21), (9, 20)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.ledger import Span

_WHOLE = re.compile(r"(\d+)(?:-(\d+))?")
_WORDS = re.compile(r"(\d+)(?:#(\d+))?:\s*(.+)", re.DOTALL)
_STARTS, _ENDS = r"(?<!\w)", r"(?!\w)"
_ALIKE = {**dict.fromkeys('“”"', '[“”"]'), **dict.fromkeys("‘’'", "[‘’']")}


class NotThere(ValueError):
    """Words that are not where they are said to be."""


def point(spec: str, text: str, sentences: Sequence[Span]) -> Span:
    """The characters that a reader points at.

    Args:
        spec: as described above.
        text: the article.
        sentences: the spans of its sentences; sentence 1 is the first.

    Raises:
        NotThere: there is no such sentence, or it has no such words.
    """
    if whole := _WHOLE.fullmatch(spec.strip()):
        first, last = int(whole[1]), int(whole[2] or whole[1])
        return _sentence(first, sentences)[0], _sentence(last, sentences)[1]
    words = _WORDS.fullmatch(spec.strip())
    if not words:
        raise NotThere(f"{spec!r}: write a sentence's number, a colon and words of it")
    start, end = _sentence(int(words[1]), sentences)
    left, tilde, right = words[3].partition(" ~ ")
    found = list(words_pattern(left).finditer(text, start, end))
    number = int(words[2] or 1)
    if len(found) < number:
        raise NotThere(f"{spec!r}: sentence {words[1]} has no such words: {text[start:end]!r}")
    begin, stop = found[number - 1].span()
    if tilde:
        last_words = words_pattern(right).search(text, begin)
        if not last_words:
            raise NotThere(f"{spec!r}: no {right!r} after {left!r}")
        stop = last_words.end()
    return begin, stop


def _sentence(number: int, sentences: Sequence[Span]) -> Span:
    if not 1 <= number <= len(sentences):
        raise NotThere(f"there is no sentence {number}; the last is {len(sentences)}")
    return sentences[number - 1]


def words_pattern(words: str) -> re.Pattern[str]:
    """Finds whole words in a text, whatever its white space and the style of its quotation marks.

    >>> [words_pattern("he").sub("X", text) for text in ("the heir", "he’s whether he")]
    ['the heir', 'X’s whether X']
    """
    pattern = r"\s+".join(
        "".join(_ALIKE.get(character, re.escape(character)) for character in word)
        for word in words.split()
    )
    before, after = words[:1].isalnum(), words[-1:].isalnum()
    return re.compile(f"{_STARTS * before}{pattern}{_ENDS * after}")
