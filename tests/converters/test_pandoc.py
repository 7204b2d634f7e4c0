"""pandoc: reads what it is handed and nothing else, and fails in words."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from traite_cli.converters import pandoc
from traite_cli.errors import ConfigurationError, MissingExtra


def document(html: str) -> str:
    made = pandoc.convert(html, to="docx", reference=None, metadata={"lang": "fr-FR"}, epoch=0)
    return zipfile.ZipFile(BytesIO(made)).read("word/document.xml").decode()


def test_it_converts() -> None:
    """HTML in, an office file out."""
    assert "Bonjour" in document("<p>Bonjour</p>")


def test_it_fetches_no_file(tmp_path: Path) -> None:
    """A picture named by its path is not read, even when it is there."""
    picture = tmp_path / "x.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    made = pandoc.convert(f'<p><img src="{picture}" alt="mots"></p>', to="docx", reference=None, metadata={}, epoch=0)
    archive = zipfile.ZipFile(BytesIO(made))
    assert not any(b"secret" in archive.read(name) for name in archive.namelist())


def test_metadata_is_no_argument() -> None:
    """What looks like an option in a value is a value."""
    made = pandoc.convert("<p>a</p>", to="odt", reference=None, metadata={"lang": "fr", "title": "--output=/tmp/x"}, epoch=0)
    meta = ET.fromstring(zipfile.ZipFile(BytesIO(made)).read("meta.xml"))
    assert "output=/tmp/x" in "".join(meta.itertext())


def test_a_reference_that_is_none_is_named() -> None:
    """Whoever broke the reference learns which file it is."""
    with pytest.raises(ConfigurationError, match=r"templates/reference\.docx"):
        pandoc.convert("<p>a</p>", to="docx", reference=b"no zip", metadata={}, epoch=0)


def test_without_pandoc_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint is the command that installs it."""
    monkeypatch.setattr(pandoc, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra) as missing:
        pandoc.binary()
    assert missing.value.extra == "office"
    assert "pip install 'traite[office]'" in missing.value.hint


def test_pandoc_on_the_path_is_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The package's own binary or none."""
    (tmp_path / "pandoc").write_text("#!/bin/sh\n")
    (tmp_path / "pandoc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pandoc.binary().parent != tmp_path
