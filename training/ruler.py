"""The ruler, `score_attribution.py`, loaded from where it lies, beside the project."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

PATH = Path("../shared/eval/score_attribution.py")


@cache
def ruler() -> ModuleType:
    """The ruler as a module.

    Raises:
        FileNotFoundError: if the shared data are not beside the project.
    """
    if not PATH.is_file():
        raise FileNotFoundError(f"{PATH}: the ruler is not there")
    spec = importlib.util.spec_from_file_location("score_attribution", PATH)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{PATH}: the ruler cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
