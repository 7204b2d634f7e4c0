"""Documents made for tests: their manuscript, or their Markdown."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_documents import made

from traite_cli.circulating import formats
from traite_cli.circulating.manuscript import Manuscript
from traite_cli.workspace import Workspace

Render = Callable[..., Manuscript]


@pytest.fixture(scope="session")
def render() -> Render:
    """Make a document's manuscript; errors in the records it uses make the test fail."""

    def manuscript(workspace: Workspace, name: str, **order: object) -> Manuscript:
        found = made(workspace, name, **order)
        assert found.manuscript is not None, found.faults
        return found.manuscript

    return manuscript


@pytest.fixture(scope="session")
def markdown(render: Render) -> Callable[..., str]:
    """Make a document and give it as Markdown."""

    def text(workspace: Workspace, name: str, **order: object) -> str:
        return formats.load("md").write(render(workspace, name, **order)).decode()

    return text
