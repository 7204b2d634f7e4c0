"""The folder is the registry of formats, and each format keeps the promises that all make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from traite_cli.circulating import formats

if TYPE_CHECKING:
    from traite_cli.circulating.manuscript import Manuscript


def test_names_are_what_may_stand_after_to() -> None:
    """The formats are those that COMMANDS.md names, by their endings."""
    assert formats.names() == ("docx", "html", "md", "odt", "pdf")


def test_no_other_name_loads() -> None:
    """A name is no path into the package."""
    with pytest.raises(LookupError):
        formats.load("../office/word")


@pytest.mark.parametrize("name", formats.names())
def test_same_manuscript_same_bytes(name: str, manuscript: Manuscript) -> None:
    """Nothing in a file depends on when, or how often, it is made."""
    made = formats.load(name)
    assert made.write(manuscript) == made.write(manuscript)


@pytest.mark.parametrize("name", formats.names())
def test_another_revision_other_bytes(name: str, manuscript: Manuscript) -> None:
    """The text decides the bytes: the comparison above is not of two empty files."""
    other = manuscript._replace(markdown=manuscript.markdown + "\nEncore.\n", html=manuscript.html + "<p>Encore.</p>")
    assert formats.load(name).write(manuscript) != formats.load(name).write(other)
