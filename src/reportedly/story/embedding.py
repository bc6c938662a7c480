"""Words → vectors that lie close together where the words mean much the same.

In: phrases and sentences. Out: vectors of length 1. The encoder is all-MiniLM-L6-v2 (Wang et al.
2020; Reimers & Gurevych 2019) in 8 bits, with the tokenizer of the small model.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from reportedly.errors import DamagedModel

Vectors = npt.NDArray[np.float32]

#: Of longer words, only so many tokens count.
LONGEST: Final = 256

WIDTH: Final = 384

_START, _STOP = 101, 102
MODELS: Final = Path(__file__).parent.parent / "models"
_NAME: Final = "sentences"


class Embedder:
    """The encoder, loaded once it is needed."""

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
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        for row, encoding in zip(found, encodings, strict=True):
            ids = np.array([[_START, *encoding.ids[: LONGEST - 2], _STOP]], dtype=np.int64)
            row[:] = self._session.run(None, {"ids": ids})[0]
        return found


@cache
def embedder() -> Embedder:
    """The one encoder of this process."""
    return Embedder()
