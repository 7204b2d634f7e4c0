"""Files made to do harm: each ends in few faults told in words, and nothing of it is obeyed, followed or kept in memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from corpus.records import RECORDS, Files

from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import Fault, reporters
from traite_cli.files import WorkTree
from traite_cli.language import translator
from traite_cli.repository import load, read_configuration

Found = Callable[[Files], tuple[Fault, ...]]
_OBEYED = [*map(chr, [*range(10), *range(11, 32), *range(127, 160), 0x200B, 0x2028, 0x2029, 0x202E, 0x2060, 0xFEFF, 0xE0041])]


@pytest.mark.parametrize("files", RECORDS.values(), ids=RECORDS)
def test_a_hostile_file_ends_in_words(found: Found, files: Files) -> None:
    """It is read and told in both languages; nothing that a screen would obey is in the report, and each fault keeps its lines."""
    faults = found(files)
    for language in ("fr", "en"):
        translate = translator(language)
        diagnostics = told(faults, translate)
        text = "".join(reporters.load("text")(diagnostics, translate))
        assert not any(character in text for character in _OBEYED)
        firsts = [line for line in text.split("\n") if line.startswith("records/")]
        assert len(firsts) == len(faults)
        "".join(reporters.load("json")(diagnostics, translate)).encode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_pipes_links_and_locked_folders_are_told_and_never_opened(tmp_path: Path) -> None:
    """A pipe would be waited for without end, a link leads out, a loop of links nowhere: each is told at its path."""
    (tmp_path / "traite.toml").write_text('name = "Essai"\n', encoding="utf-8")
    topics = tmp_path / "records" / "topics"
    topics.mkdir(parents=True)
    os.mkfifo(topics / "tuyau.md")
    (topics / "lien.md").symlink_to("/etc/passwd")
    (topics / "boucle.md").symlink_to("boucle.md")
    (tmp_path / "attachments").mkdir()
    (tmp_path / "attachments" / "x.png").symlink_to("/etc/passwd")
    (tmp_path / "templates").symlink_to("/etc")
    (topics / "image.md").write_text("---\ntitle: x\n---\n\n![Le site](../../attachments/x.png)\n", encoding="utf-8")
    documents = tmp_path / "records" / "documents"
    documents.mkdir()
    (documents / "joint.md").write_text("---\ntitle: x\nfile: x.png\n---\n", encoding="utf-8")
    (tmp_path / "records" / "people").mkdir()
    (tmp_path / "records" / "people" / "secret.md").write_text("---\nname: x\n---\n", encoding="utf-8")
    locked = tmp_path / "records" / "people" / "secret.md"
    locked.chmod(0)
    source = WorkTree(tmp_path)
    faults = {(fault.path, fault.variant) for fault in faults_of(load(source, read_configuration(source)), date(2015, 1, 22))}
    wanted = {
        ("records/topics/tuyau.md", "special"),
        ("records/topics/lien.md", "link"),
        ("records/topics/boucle.md", "link"),
        ("records/topics/image.md", "link"),
        ("attachments/x.png", "link"),
        ("templates", "link"),
    }
    everybody_may = os.access(locked, os.R_OK)  # the system's administrator may read what is locked
    assert faults == (wanted if everybody_may else wanted | {("records/people/secret.md", "permission")})


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="file names are text there")
def test_a_file_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8 is shown by their numbers, and the JSON report is UTF-8 all the same."""
    (tmp_path / "traite.toml").write_text('name = "Essai"\n', encoding="utf-8")
    (tmp_path / "records" / "topics").mkdir(parents=True)
    name = os.fsencode(tmp_path / "records" / "topics") + b"/\xe9t\xe9\x1b[2J.md"
    with open(name, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(b"---\ntitle: x\n---\n")
    source = WorkTree(tmp_path)
    translate = translator("fr")
    diagnostics = told(faults_of(load(source, read_configuration(source)), date(2015, 1, 22)), translate)
    text = "".join(reporters.load("text")(diagnostics, translate))
    assert "\\udce9t\\udce9\\x1b[2J.md:1:1: TR109" in text
    assert "\x1b" not in text
    assert b"\\udce9" in "".join(reporters.load("json")(diagnostics, translate)).encode()
