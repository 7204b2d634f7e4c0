"""Whatever a file holds, checking it ends in faults told in words, never in an error of the program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from repositories import ROOT
from traite_cli.checks.baseline import read_baseline, unknown
from traite_cli.checks.catalogue import catalogue
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import reporters
from traite_cli.errors import ConfigurationError
from traite_cli.files import Found, Unreadable
from traite_cli.kinds import KINDS
from traite_cli.language import translator
from traite_cli.repository import Configuration, load, read_configuration


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


_OWN = {str(path.relative_to(ROOT)).replace("\\", "/"): path.read_bytes() for path in sorted((ROOT / "records").glob("*/*.md"))}


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A record of the working document in which something was cut, doubled, swapped, flipped or put in."""
    path = draw(st.sampled_from(sorted(_OWN)))
    lines = _OWN[path].splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 5))):
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["cut", "double", "swap", "flip", "end", "put"])):
            case "cut" if len(lines) > 1:
                del lines[one]
            case "double":
                lines.insert(other, lines[one])
            case "swap":
                lines[one], lines[other] = lines[other], lines[one]
            case "flip":
                at = draw(st.integers(0, max(len(lines[one]) - 1, 0)))
                lines[one] = lines[one][:at] + bytes([draw(st.integers(0, 255))]) + lines[one][at + 1 :]
            case "end":
                lines = lines[: one + 1]
            case _:
                at = draw(st.integers(0, len(lines[one])))
                lines[one] = lines[one][:at] + draw(_WORDS).encode("utf-8", "surrogatepass") + lines[one][at:]
    return path, b"".join(lines)


@settings(max_examples=100, deadline=None)
@given(st.lists(_mutated(), min_size=1, max_size=3))
def test_real_records_that_were_mistyped_are_told(mutated: list[tuple[str, bytes]]) -> None:
    """Whatever slips into a record as people write them, its faults are told in words, each in its file."""
    held = dict(mutated)
    faults = faults_of(load(Held(held), Configuration("Essai")), date(2015, 1, 22))
    assert all(one.message for one in told(faults, translator("fr")))
    assert {fault.path for fault in faults} <= {*held}


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from(['name = "a"', "[render]", "[[validate.ignore]]", 'codes = "TR1"', "parts = [", "]", "a.b = 1", '"', "{", "=", "\n", "\x00", "é"]))
    .map("\n".join)
    .map(str.encode)
)  # fmt: skip
def test_any_settings_are_read_or_refused_at_a_place(data: bytes) -> None:
    """``traite.toml`` of any bytes gives a configuration, or an error in a sentence."""
    with suppress(ConfigurationError):
        assert read_configuration(Held({"traite.toml": data})).name


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "diagnostics", "path", "code", "message"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=100) | _JSON.map(lambda value: json.dumps({"version": 1, "diagnostics": value}).encode()))
def test_any_list_of_known_faults_is_read_or_refused(data: bytes) -> None:
    """A list of any bytes, and a report of any JSON, is compared with faults or refused in a sentence."""
    faults = faults_of(load(Held({"records/topics/a.md": b""}), Configuration("Essai")), date(2015, 1, 22))
    with suppress(ConfigurationError):
        known = unknown(read_baseline("known.json", data), faults, lambda path: True, catalogue())
        assert len(known.faults) + known.passed == len(faults)
