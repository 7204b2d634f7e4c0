"""What the tests of this room share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from trying import Tried, tried

Fix = Callable[..., Tried]


@pytest.fixture
def fix(tmp_path: Path) -> Fix:
    """Mend a repository of these files and of those that are known, without writing anything."""
    return lambda files, choose=tuple: tried(tmp_path, files, choose)
