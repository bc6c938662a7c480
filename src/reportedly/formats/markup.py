"""Text from anywhere → text inside an HTML page, which no browser takes for anything else.

In: any text. Out: the same text, escaped.
"""

from __future__ import annotations

import html
from typing import Final

#: Only these addresses become links; "javascript:" and the like stay text.
LINKABLE: Final = ("http://", "https://")

# HTML cannot hold a null character; browsers take a bare carriage return for a line feed.
_REFERENCES: Final = {0x00: "\ufffd", 0x0D: "&#13;"}


def escaped(value: str) -> str:
    """Text between tags, exactly; control characters stay, which browsers show and never obey.

    >>> escaped("Rain & <b>")
    'Rain &amp; &lt;b&gt;'
    """
    return html.escape(value, quote=False).translate(_REFERENCES)


def attribute(value: str) -> str:
    """Text within the quotation marks of an attribute.

    >>> attribute('"><b>')
    '&quot;&gt;&lt;b&gt;'
    """
    return html.escape(value).translate(_REFERENCES)


def link(url: str) -> str:
    """An address of the web as a link that gives nothing away; any other as text.

    >>> link("javascript:alert(1)")
    'javascript:alert(1)'
    """
    if not url.lower().startswith(LINKABLE):
        return escaped(url)
    return f'<a href="{attribute(url)}" rel="noopener noreferrer nofollow">{escaped(url)}</a>'


def badges(words: tuple[str, ...]) -> str:
    """Words that a reader should not overlook, each with a space before it.

    >>> badges(("withheld",))
    ' <span class="badge withheld">withheld</span>'
    """
    return "".join(
        f' <span class="badge {attribute(word)}">{escaped(word)}</span>' for word in words
    )
