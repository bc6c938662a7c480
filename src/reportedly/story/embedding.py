"""Words → vectors that lie close together where the words mean much the same.

In: phrases and sentences. Out: vectors of length 1. The encoder is all-MiniLM-L6-v2 (Wang et al.
2020; Reimers & Gurevych 2019) in 8 bits, with the tokenizer of the small model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from reportedly.errors import DamagedModel

Vectors = npt.NDArray[np.float32]

#: So many vectors are remembered; with their words they fill about 100 MB.
REMEMBERED: Final = 65_536

#: Of longer words, only so many tokens count.
LONGEST: Final = 256

WIDTH: Final = 384

_START, _STOP = 101, 102
MODELS: Final = Path(__file__).parent.parent / "models"
_NAME: Final = "sentences"


class Embedder:
    """The encoder, loaded once it is needed.

    Vectors have 16 bits a number, as they are kept on a desk, so that a story is told alike from
    vectors that are kept and from those that are made; the last ones are remembered.
    """

    def __init__(self) -> None:
        self._known: dict[str, npt.NDArray[np.float16]] = {}

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(MODELS / "small" / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        path = MODELS / _NAME / "model.onnx"
        try:
            return onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001  # the engine has no base class for its errors
            raise DamagedModel(name=_NAME, reason=str(error).partition("\n")[0]) from None

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """The vectors of some texts, shape ``(texts, 384)``.

        Raises:
            DamagedModel: the encoder cannot be loaded.

        >>> ferry, boat, tax = embedder()(["The ferry sails.", "The boat leaves.", "Taxes rose."])
        >>> bool(ferry @ boat > ferry @ tax)
        True
        """
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        made = dict(zip(new, self._made(new), strict=True)) if new else {}
        for row, text in zip(found, texts, strict=True):
            row[:] = made[text] if text in made else self._known[text]
        self.remember(made)
        return found

    def vector(self, text: str) -> Vectors:
        """The vector of one text, shape ``(384,)``."""
        known = self._known.get(text)
        return self([text])[0] if known is None else known.astype(np.float32)

    def remember(self, vectors: Mapping[str, npt.NDArray[np.floating]]) -> None:
        """Know the vectors of some words from now on, as they were made before."""
        for text, vector in vectors.items():
            self._known[text] = vector.astype(np.float16)
        while len(self._known) > REMEMBERED:
            del self._known[next(iter(self._known))]

    def _made(self, texts: Sequence[str]) -> Iterator[npt.NDArray[np.float16]]:
        for encoding in self._tokenizer.encode_batch(list(texts), add_special_tokens=False):
            ids = np.array([[_START, *encoding.ids[: LONGEST - 2], _STOP]], dtype=np.int64)
            yield self._session.run(None, {"ids": ids})[0].reshape(WIDTH).astype(np.float16)


@cache
def embedder() -> Embedder:
    """The one encoder of this process."""
    return Embedder()
