"""What somebody has typed and not finished: for that person alone, and never where a link leads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from traite_cli.errors import MachineError
from traite_cli.files import private


def test_what_is_kept_is_there_until_it_is_forgotten(tmp_path: Path) -> None:
    """In a folder that git leaves alone."""
    assert private.kept(tmp_path, "x.json") is None
    assert private.keep(tmp_path, "x.json", b"one") == tmp_path / ".traite/begun/x.json"
    private.keep(tmp_path, "x.json", b"two")
    assert private.kept(tmp_path, "x.json") == b"two"
    assert (tmp_path / ".traite/.gitignore").read_text(encoding="utf-8") == "*\n"
    private.forget(tmp_path, "x.json")
    private.forget(tmp_path, "x.json")
    assert private.kept(tmp_path, "x.json") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has permissions of another sort")
def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    """Neither the file nor its folder, whatever the person's own files may be."""
    before = os.umask(0)
    try:
        path = private.keep(tmp_path, "x.json", b"one")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("link", [".traite", ".traite/begun"])
def test_no_link_is_followed(tmp_path: Path, link: str) -> None:
    """A repository comes from others: a link in it could lead anywhere."""
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "begun").mkdir(parents=True)
    (elsewhere / "x.json").write_bytes(b"theirs")
    (elsewhere / "begun" / "x.json").write_bytes(b"theirs")
    root = tmp_path / "root"
    (root / link).parent.mkdir(parents=True)
    try:
        (root / link).symlink_to(elsewhere)
    except OSError:
        pytest.skip("no links can be made here")
    assert private.kept(root, "x.json") is None
    with pytest.raises(MachineError, match="is a link"):
        private.keep(root, "x.json", b"ours")
    assert (elsewhere / "x.json").read_bytes() == b"theirs"
