"""Words that are said of anything: two claims are no closer for sharing them."""

from __future__ import annotations

from typing import Final

#: Function words: articles, pronouns, auxiliaries, the commonest prepositions and conjunctions.
FUNCTION_WORDS: Final = """
a about after all also an and any are as at be been but by can could did do does for from had has
have he her his i if in into is it its may more most no not of on or our over she so some than that
the their them then there they this to was we were what when which who will with would you your
"""

COMMON: Final = frozenset(FUNCTION_WORDS.split())
