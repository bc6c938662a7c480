"""Names, descriptions and pronouns alike: the kind of actor, number and anonymity."""

from __future__ import annotations

import pytest

from reportedly.reading.naming.mentions import read_mention
from reportedly.reading.naming.pronouns import agrees

# The mention, its form, and the kind, number and anonymity of the actor.
READ = [
    ("Finance Minister Jana Novak", "name", "person", False, "named"),
    ("Novak and Holt", "name", "group", True, "named"),
    ("the Novak campaign", "name", "organization", False, "named"),
    ("Moscow", "name", "government", False, "named"),
    ("Reuters", "name", "outlet", False, "named"),
    ("officials", "description", "group", True, "unnamed"),
    ("U.S. officials", "description", "group", True, "unnamed"),
    ("a source", "description", "person", False, "withheld"),
    ("Novak and her aides", "description", "group", True, "unnamed"),
    ("the Committee", "description", "organization", False, "unnamed"),
    ("the board of Acme", "description", "organization", False, "named"),
    ("a new poll", "description", "document", False, "unnamed"),
    ("she", "pronoun", "person", False, "unnamed"),
    ("they", "pronoun", "group", True, "unnamed"),
    ("it", "pronoun", None, False, "unnamed"),
]


@pytest.mark.parametrize(("words", "form", "kind", "plural", "anonymity"), READ)
def test_what_a_mention_tells(
    words: str, form: str, kind: str | None, plural: bool, anonymity: str
) -> None:
    told = read_mention(words)
    assert (told.form, told.kind, told.plural, told.anonymity) == (form, kind, plural, anonymity)


def test_what_a_pronoun_must_agree_with() -> None:
    assert agrees("she", read_mention("Mrs. Novak").features)
    assert not agrees("she", read_mention("Mr. Novak").features)
    assert not agrees("she", read_mention("the Novak campaign").features)
