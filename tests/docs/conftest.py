"""The project's documents, and the scripts that keep them true."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def script(name: str) -> Any:
    """A script of `scripts/` as a module."""
    if str(ROOT / "scripts") not in sys.path:
        sys.path.append(str(ROOT / "scripts"))  # where a script finds its neighbours
    spec = importlib.util.spec_from_file_location(f"script_{name}", ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def reference() -> Any:
    """What makes the generated pages."""
    return script("reference")


@pytest.fixture(scope="session")
def transcripts() -> Any:
    """What tries the commands that documents show."""
    return script("transcripts")


@pytest.fixture(scope="session")
def gallery() -> Any:
    """What makes the pages of all messages."""
    return script("gallery")
