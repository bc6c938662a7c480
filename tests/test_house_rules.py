"""What holds for the tree as a whole and no tool of the trade checks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MODULES = sorted((ROOT / "src").rglob("*.py"))

# Distribution -> what it is imported as, where the two differ.
IMPORTED_AS = {
    "charset-normalizer": "charset_normalizer",
    "markdown-it-py": "markdown_it",
    "pyyaml": "yaml",
}


def tracked_texts() -> list[Path]:
    """Every text file that is in the repository, or would be with the next commit."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    paths = [ROOT / name for name in listing.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def imports_of(module: Path) -> set[str]:
    """The top-level packages that a module imports anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


def test_the_dependencies_are_those_that_are_imported() -> None:
    declared = {
        IMPORTED_AS.get(name, name)
        for name in (
            re.split(r"[<>=~!\[ ]", line)[0]
            for lines in (
                PROJECT["project"]["dependencies"],
                *PROJECT["project"]["optional-dependencies"].values(),
            )
            for line in lines
        )
    }
    imported = set().union(*map(imports_of, MODULES))
    declared.discard("reportedly")
    assert declared - imported == set(), "declared, and never imported"
    standard = {"__future__", "reportedly"} | sys.stdlib_module_names
    assert imported - standard - declared == set(), "imported, and not declared"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_stays_small_enough_to_read(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 330


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=lambda p: p.name)
def test_every_folder_of_modules_is_a_package(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()


def test_no_file_tells_where_it_was_written() -> None:
    homes = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+|opt/\w+|tmp/\w+)/")
    told = {
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in tracked_texts()
        if path != Path(__file__)
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if homes.search(line)
    }
    assert told == set()


def test_the_lock_names_public_registries_only() -> None:
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = set(re.findall(r'(?:https?|file|ssh|git)://[^/"]*', lock))
    assert hosts == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_version_is_told_alike_everywhere() -> None:
    version = PROJECT["project"]["version"]
    assert reportedly.__version__ == version
    latest = re.search(
        r"^## \[(\d[^\]]*)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert latest is not None
    assert latest[1] == version


def test_make_help_tells_of_every_target_that_is_for_people() -> None:
    env = {**os.environ, "MAKEFLAGS": ""}
    told = subprocess.run(
        ["make", "help"], cwd=ROOT, env=env, capture_output=True, check=True, text=True
    ).stdout
    targets = (
        "help setup demo demo-story test bench bench-desk evaluate picture schema training-env "
        "train test-training clean"
    )
    assert re.findall(r"^  make ([\w-]+)", told, re.MULTILINE) == targets.split()
