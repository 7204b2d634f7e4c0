"""Typst in its child: what it may read, how long and how much, and how it refuses."""

from __future__ import annotations

import sys

import pytest

from traite_cli.converters import typst
from traite_cli.errors import ConfigurationError, MachineError, MissingExtra, Refused

HEAD = '#set document(title: "T")\n= T\n'


def compiled(source: str, files: dict[str, bytes] | None = None) -> bytes:
    return typst.compile(HEAD + source, files or {}, epoch=0)


def test_it_compiles() -> None:
    """A source in, a pdf out, and the same bytes each time."""
    assert compiled("a").startswith(b"%PDF-")
    assert compiled("a") == compiled("a")


def test_a_child_that_was_begun_before_makes_the_same() -> None:
    """It waits for its source, makes one pdf, and leaves nothing behind, be it asked or not."""
    alone = compiled("a")
    with typst.beginning():
        (begun,) = typst._BEGUN
        assert compiled("a") == alone
        assert compiled("a") == alone
    with typst.beginning():
        (unasked,) = typst._BEGUN
    for one in (begun, unasked):
        assert one.process.returncode is not None
        assert not one.folder.exists()
    assert not typst._BEGUN


def test_it_reads_what_it_is_handed() -> None:
    """Files handed over are found by their paths."""
    assert compiled('#read("a/b.txt")', {"a/b.txt": b"oui"}).startswith(b"%PDF-")


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../etc/passwd", "main.typ/../../fonts"])
def test_it_reads_nothing_else(path: str) -> None:
    """Paths outside the root lead nowhere, and the message does not say where the root was."""
    with pytest.raises(Refused) as refused:
        compiled(f'#read("{path}")')
    assert "traite-" not in str(refused.value)


@pytest.mark.parametrize("path", ["/a", "../a", "a/../../b", "c:\\a", "a\\b"])
def test_files_stay_in_the_root(path: str) -> None:
    """A path that leads out of the root is a mistake of the caller."""
    with pytest.raises(ValueError, match=r"a|b"):
        compiled("", {path: b""})


def test_packages_are_out_of_reach() -> None:
    """Nothing is fetched: the child asks a port where nobody listens, and at once."""
    with pytest.raises(Refused, match=r"Connection refused|Connect error|Connection Failed"):
        compiled('#import "@preview/cetz:0.3.0"')


def test_the_standard_is_asked_for() -> None:
    """PDF/UA refuses what a reader who cannot see would miss, and the line is known."""
    with pytest.raises(Refused, match="skipped from heading level 1 to 3") as refused:
        compiled("a\n\n=== b")
    assert refused.value.facts["line"] == 5


def test_a_fault_of_a_file_is_told_from_one_of_the_document() -> None:
    """The file and the line are named."""
    with pytest.raises(ConfigurationError) as refused:
        compiled('#import "t/x.typ": a', {"t/x.typ": b"\n#let a = b"})
    assert (refused.value.facts["file"], refused.value.facts["line"]) == ("t/x.typ", 2)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process reliably")
def test_memory_has_a_limit() -> None:
    """What would fill the memory is stopped."""
    with pytest.raises(MachineError, match="memory"):
        compiled("#range(1000000000)")


def test_time_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would go on for ever is stopped."""
    monkeypatch.setattr(typst, "_SECONDS", 0.5)
    with pytest.raises(MachineError, match="seconds"):
        compiled("#for i in range(100000) { for j in range(100000) {} }")


def test_without_typst_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint is the command that installs it."""
    monkeypatch.setattr(typst, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra) as missing:
        compiled("a")
    assert missing.value.extra == "pdf"
    assert "pip install 'traite[pdf]'" in missing.value.hint
