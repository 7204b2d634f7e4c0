"""Whatever a file holds, checking it ends in faults told in words, never in an error of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import reporters
from traite_cli.files import Found, Unreadable
from traite_cli.kinds import KINDS
from traite_cli.language import translator
from traite_cli.repository import Configuration, load


class Held:
    """A source of files that are held in memory."""

    def __init__(self, held: Mapping[str, bytes]) -> None:
        self.held = held

    def files(self, folder: str) -> Iterator[Found]:
        """Every file below a folder."""
        yield from (Found(path) for path in sorted(self.held) if path.startswith(f"{folder}/"))

    def read(self, path: str, most: int) -> bytes:
        """A file's bytes."""
        if path not in self.held:
            raise Unreadable(path, "gone")
        return self.held[path][: most + 1]


_FIELDS = sorted({name for kind in KINDS.values() for name in kind.FIELDS} | {"person", "status", "note", "item", "url", "budget"})
_WORDS = st.sampled_from([
    "2014-11-18", "22/10/2014", "9h30", "a", "a/a", "topics/a", "kept", "event", "true", "~", "''", '"', "'", "[", "]", "{a: b}", "- ", "|", ">",
    " #3", ": ", "&a", "*a", "!t", "\t", "é", "::: members", "<<<<<<<", "\u202e", "\x00", "1", "« x » : y", "[…]", "null", "\\", "%", "@",
])  # fmt: skip
_LINES = st.builds(
    lambda indent, dash, key, words: " " * indent + "- " * dash + key + " ".join(words),
    st.integers(0, 6),
    st.integers(0, 2),
    st.sampled_from(_FIELDS).map(lambda name: f"{name}: ") | st.just(""),
    st.lists(_WORDS, max_size=4),
)
_BODY_LINES = st.sampled_from([
    "::: members", ":::", "::: topic a", " ::: contributors", "- ::: members", "```", "~~~", "1. Quand ?", "## [A](../topics/a.md)",
    "[a](../topics/a.md)", "[a](../topics/b.md)", "![](x.png)", "![a](../../attachments/a.png)", "[a](javascript:x)", "[a]: b", "[^1]: b c",
    "`[a](b)", "<!-- x", ">>>>>>> a", "a", "",
])  # fmt: skip
_RECORD = st.builds(
    lambda opening, header, closing, body, end: (opening + end.join(header) + end + closing + end.join(body)).encode("utf-8", "replace"),
    st.sampled_from(["---\n", "---\r\n", "", "\ufeff---\n"]),
    st.lists(_LINES, max_size=9),
    st.sampled_from(["---\n", "---\r\n", ""]),
    st.lists(_BODY_LINES, max_size=9),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
_NAMES = st.sampled_from(["a", "b", "Été", "c d", "x.txt"])
_PATHS = st.builds(lambda folder, name: f"records/{folder}/{name}.md", st.sampled_from([*KINDS, "meeting", "topics/deep"]), _NAMES)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(_PATHS, st.binary(max_size=300) | _RECORD, max_size=4))
def test_any_files_end_in_faults_told_in_words(held: Mapping[str, bytes]) -> None:
    """Bytes at random, and lines that are nearly right, are read, checked, worded and reported; every place is one of the file."""
    faults = faults_of(load(Held(held), Configuration("Essai")), date(2015, 1, 22))
    for language in ("fr", "en"):
        translate = translator(language)
        diagnostics = told(faults, translate)
        assert all(one.message for one in diagnostics)
        for name in reporters.names():
            "".join(reporters.load(name)(diagnostics, translate)).encode()
    for fault in faults:
        assert 1 <= fault.span.line <= len(held[fault.path]) + 1
        assert 1 <= fault.span.column <= fault.span.end_column <= len(fault.source) + 2


@settings(max_examples=150, deadline=None)
@given(_RECORD)
def test_a_run_tells_the_same_twice(data: bytes) -> None:
    """The same files give the same faults, in order of their places, each once."""
    held = {"records/meetings/a.md": data}
    faults = faults_of(load(Held(held), Configuration("Essai")), date(2015, 1, 22))
    assert faults == faults_of(load(Held(held), Configuration("Essai")), date(2015, 1, 22))
    assert [fault.order for fault in faults] == sorted(fault.order for fault in faults)
    assert len({(fault.check, fault.path, fault.span) for fault in faults}) == len(faults)
