"""Compressed bytes → the bytes themselves, a piece at a time.

In: chunks of gzip (RFC 1952). Out: pieces of a known size, so that whoever counts them can stop
before a small archive has become a large one.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

#: How gzip begins.
GZIP: Final = b"\x1f\x8b"

#: Bytes of a piece at most.
PIECE: Final = 65_536


def unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what some gzip holds; several archives one behind another are one.

    Raises:
        ValueError: it is no gzip, or it is cut short.

    >>> import gzip
    >>> b"".join(unpacked([gzip.compress(b"Rain. "), gzip.compress(b"Snow.")]))
    b'Rain. Snow.'
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    begun = False
    for chunk in chunks:
        left = chunk
        while left:
            if inflater.eof:
                inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
            begun = True
            try:
                yield inflater.decompress(left, PIECE)
            except zlib.error:
                raise ValueError("it is no gzip") from None
            left = inflater.unused_data or inflater.unconsumed_tail
    if begun and not inflater.eof:
        yield inflater.flush()
        if not inflater.eof:
            raise ValueError("it is cut short")
