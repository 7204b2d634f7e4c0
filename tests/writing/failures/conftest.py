"""What the tests of this folder share."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def _hasty_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bringing to the disk is asked for and counted, and not waited for: whoever is killed here loses no power."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
