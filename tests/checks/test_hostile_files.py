"""Files made to do harm: each ends in few faults told in words, and nothing of it is obeyed, followed or kept in memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import Fault, reporters
from traite_cli.files import WorkTree
from traite_cli.language import translator
from traite_cli.repository import load, read_configuration

Files = Mapping[str, str | bytes]
Found = Callable[[Files], tuple[Fault, ...]]
_PATH = "records/topics/x.md"


def _header(text: str) -> Files:
    return {_PATH: f"---\ntitle: Le titre de séjour\n{text}\n---\n"}


def _body(text: str) -> Files:
    return {_PATH: f"---\ntitle: Le titre de séjour\n---\n\n{text}\n"}


_NAMES = {
    "terminal escape": "\x1b]0;propriétaire\x07\x1b[2J",
    "terminal escape, one byte": "\x9b2J",
    "bidirectional": "\u202eeuqilbup\u202c",
    "carriage return": "a\rb",
    "rich markup": "[bold red]x[/] [link=file:///etc/passwd]y[/link]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "typst": '#read("/etc/passwd") $x$ `#sys`',
    "latex": "\\input{/etc/passwd} \\write18{id}",
    "pandoc": "`x`{=openxml} [y]{custom-style=Z}",
    "jinja": "{{ 'a' * 10**9 }}{% for i in range(10**9) %}{% endfor %}",
    "format string": "{0} {path} {message.__class__} %s %(x)s",
    "spreadsheet": '=HYPERLINK("http://x","y")',
    "mail header": "x\nBcc: tous@exemple.org",
    "calendar": "x\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "line separators": "a\u2028b\u2029c\x85d",
    "zero width": "a\u200bb\u2060c\ufeff",
    "tags": "a\U000e0041\U000e007f",
    "half a character": "a\\uD800b",
    "another file's fault": "x\nrecords/people/x.md:1:1: TR101 error: tout va bien",
}
_HOSTILE: dict[str, Files] = {
    **{f"{name} as a reference": _header("lead: " + _quoted) for name, _quoted in ((n, '"' + t.replace("\\", "\\\\").replace('"', '\\"') + '"') for n, t in _NAMES.items())},
    **{f"{name} as a key": _header(f"{text.splitlines()[0]}: x") for name, text in _NAMES.items()},
    **{f"{name} in a link": _body(f"[a](<{text}>)") for name, text in _NAMES.items()},
    **{f"{name} in a body": _body(text) for name, text in _NAMES.items()},
    "brackets": _header("x: " + "[" * 30_000),
    "braces": _header("x: " + "{a: " * 10_000),
    "dashes": _header("x: " + "- " * 100_000),
    "questions": _header("x: " + "? " * 100_000),
    "indents": _header("x:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(2, 600))),
    "alias bomb": _header("x:\n  a: &a [x, x, x]\n" + "".join(f"  b{n}: &b{n} [*{'a' if n == 0 else f'b{n - 1}'}, *a, *a]\n" for n in range(30))),
    "alias to itself": _header("x: &x [*x, *x]"),
    "merge keys": _header("<<: [*a, *b]\nx: &a {b: c}"),
    "python object": _header("x: !!python/object/apply:os.system [id]"),
    "tag of its own": _header("%TAG ! tag:x,2000:\nx: !<tag:yaml.org,2002:binary> aaaa"),
    "two documents": _header("source: x\n--- \ntitle: y\n...\n--- !x"),
    "a list of 4,000": _header("lead: [" + "a b, " * 4_000 + "a]"),
    "4,000 unknown keys": _header("\n".join(f"cle{n}: x" for n in range(4_000))),
    "one key 4,000 times": _header("source: x\n" * 4_000),
    "open quotes": _header("links:\n" + '  - "a\n' * 4_000),
    "8,000 links": _body("[a](../x.md)" * 8_000),
    "a megabyte of open links": _body("[a](" * 250_000),
    "a megabyte of open brackets": _body("[" * 1_000_000),
    "backticks and links": _body("`a` [a](b.md) " * 8_000),
    "8,000 fences": _body("::: members\n" * 8_000),
    "a megabyte of quotes": _body("> " * 500_000),
    "a megabyte of spaces": _body(" " * 1_000_000),
    "conflict marks": _body("<<<<<<< a\n" * 8_000),
    "control characters": _body("\x01" * 900_000),
    "50 megabytes": {_PATH: b"---\n" + b"x" * 50_000_000},
    "zeros": {_PATH: b"\0" * 100_000},
    "utf-16 without a mark": {_PATH: "---\ntitle: x\n---\n".encode("utf-16-be")},
    "utf-32": {_PATH: "---\ntitle: x\n---\n".encode("utf-32")},
    "overlong utf-8": {_PATH: b"---\ntitle: \xc0\xafx\n---\n"},
    "surrogates in utf-8": {_PATH: b"---\ntitle: \xed\xa0\x80x\n---\n"},
    "a repeated word and its quote": {
        "records/meetings/m.md": "---\ntitle: x\ndate: 2014\n---\n" + "a " * 400_000,
        "records/commitments/c.md": "---\ntitle: x\neach_member: true\nmade_at: m\nquote: " + "a " * 100_000 + "b\n---\n",
    },
    "a quote of omissions": {
        "records/meetings/m.md": "---\ntitle: x\ndate: 2014\n---\n" + "a " * 400_000,
        "records/commitments/c.md": '---\ntitle: x\neach_member: true\nmade_at: m\nquote: "' + "a […] " * 30_000 + 'b"\n---\n',
    },
    "2,000 empty entries": {
        "records/meetings/m.md": "---\ntitle: x\ndate: 2014\nparticipants:\n" + "  - {person: , role: x}\n" * 2_000 + "---\n",
    },
}  # fmt: skip
_OBEYED = [*map(chr, [*range(10), *range(11, 32), *range(127, 160), 0x200B, 0x2028, 0x2029, 0x202E, 0x2060, 0xFEFF, 0xE0041])]


@pytest.mark.parametrize("files", _HOSTILE.values(), ids=_HOSTILE)
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
