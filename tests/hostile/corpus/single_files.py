"""Files that somebody made to harm: too deep, too long, quadratic for a careless pattern, or not text at all."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

_N = 50_000
_HEAD = "---\ntitle: a\ndate: 2014\n"


def _header(lines: str) -> str:
    return f"{_HEAD}{lines}\n---\n"


def _body(text: str) -> str:
    return f"{_HEAD}---\n{text}"


_TEXTS = {
    # Nesting.
    "brackets": _header("place: " + "[" * 30_000),
    "braces": _header("place: " + "{a: " * 30_000),
    "brackets and no more": "---\n" + "[" * 250_000 + "\n---\n",
    "stacked hyphens": _header("- " * 50_000),
    "stacked hyphens in a value": _header("place: " + "- " * 50_000),
    "stacked question marks": _header("? " * 50_000),
    "stacked colons": _header(": " * 50_000),
    "deep indentation": _header("x:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 700))),
    "deep indentation of two": _header("x:\n" + "".join("  " * depth + "- a:\n" for depth in range(1, 200))),
    "just not too deep": _header("x:\n" + "".join(" " * depth + "- a:\n" for depth in range(2, 76, 2)) + f"{' ' * 78}k: @\n" * 2_000),
    # Many of one thing.
    "a key again and again": _header("a: \n" * 15_000),
    "unknown keys": _header("".join(f"k{number}: \n" for number in range(8_000))),
    "unknown broken keys": _header("".join(f"k{number}: @\n" for number in range(8_000))),
    "keys with two colons": _header("a: b: c\n" * 10_000),
    "quotes opened": _header("place: " + '"\n' * 30_000),
    "items": "---\nname: a\nother_names:\n" + "- a\n" * 30_000 + "---\n",
    "items on one line": "---\nname: a\nother_names: [" + "a, " * 40_000 + "]\n---\n",
    "items that are no slugs": "---\nname: a\ntopics: [" + "A B, " * 12_000 + "]\n---\n",
    "broken items": "---\nname: a\nother_names:\n" + "- @\n" * 12_000 + "---\n",
    "items with colons": "---\nname: a\nother_names:\n" + "- a : b : c\n" * 8_000 + "---\n",
    "items cut off": "---\nname: a\nother_names:\n" + "- a #b\n" * 10_000 + "---\n",
    "empty items": "---\nname: a\nother_names: [" + "~, " * 15_000 + "]\n---\n",
    "anchors": _header("topics: [" + "&a b, " * 12_000 + "]"),
    "aliases": _header("topics: [&a b, " + "*a, " * 15_000 + "]"),
    "tags": _header("topics: [" + "!a b, " * 15_000 + "]"),
    "directives": "---\n" + "%TAG ! tag:x,2000:\n" * 10_000 + "---\n",
    "one directive": "---\n%YAML 1.1\n---\ntitle: !!python/object/apply:os.system [ls]\n---\n",
    "explicit keys": _header("? a\n: b\n" * 8_000),
    "keys that are lists": _header("? [a]\n: b\n" * 8_000),
    "a flow of keys": _header("x: {" + "a: b, " * 12_000 + "}"),
    "comments in the header": _header("x:\n" + " # a\n" * 40_000),
    "conflicts": _body("<<<<<<< a\n" * 20_000),
    "fences in a field": "---\ntitle: a\nsource: |\n" + " ::: members\n" * 8_000 + "---\n",
    # Bombs.
    "a bomb of aliases": _header(
        "x:\n a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f" {b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    ),
    "a bomb behind a fault": _header(
        "place: @\nx:\n a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f" {b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    ),
    "a bomb in an item": _header(
        "agenda:\n- @\n- x: [&a [x,x,x,x,x,x], "
        + ", ".join(f"&{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]\n"
    ),
    "merge keys": _header("x: &a {b: c}\n" + "".join(f"y{number}: {{<<: *a}}\n" for number in range(1_000))),
    # Long lines.
    "a long title": "---\ntitle: " + "x" * 250_000 + "\n---\n",
    "a header of a megabyte": "---\ntitle: " + "x" * 1_048_000 + "\n---\n",
    "a line of a megabyte": _body("x" * 1_048_000),
    "spaces in a key": _header("a" + " " * _N + "b: c: d"),
    "spaces before a remark": _header("place: a" + " " * _N + "# b"),
    "spaces in the header": "---\ntitle: a\n" + " " * 250_000 + "\n---\n",
    "spaces in prose": _header("place:\n " + "a " * _N + ": b"),
    "words with colons": _header("place:\n " + "a " * 50_000 + "b:c d: e"),
    "quotes in a value": _header("place: " + "'" * 200_000 + "a: b"),
    "a quote over the whole file": '---\ntitle: "a\n' + "place: b\n" * 20_000 + "---\n" + "c\n" * _N,
    "unclosed front matter": "---\n" + "a: b\n" * 200_000,
    # Bodies.
    "closing fences": _body(":::\n" * 20_000),
    "fences": _body("::: members\n:::\n" * 60_000),
    "unclosed fences": _body("::: members\n" * 20_000),
    "a long fence": _body(":" * 900_000),
    "a spaced fence": _body(": " * 450_000),
    "a quoted fence": _body("> " * 450_000 + ":::"),
    "comments": _body("<!--" * _N),
    "brackets in a body": _body("[" * 900_000),
    "pictures never closed": _body("![[" * 300_000),
    "targets never closed": _body("a](" * 300_000),
    "links never closed": _body("[a](" * 250_000),
    "a long target": _body("[a](" + "b" * 900_000),
    "a target behind spaces": _body("[a](" + " " * 900_000),
    "a target behind lines": _body("[a](" + "\n" * 900_000),
    "a target in angles": _body("[a](<" + "b" * 900_000),
    "targets in angles": _body("[a](<" * 200_000),
    "a title never closed": _body('[a](b "' * 140_000),
    "a target and spaces": _body("[a](b " + " " * 900_000),
    "brackets in parentheses": _body("[a](" + "(b)" * 300_000),
    "escapes": _body("[" + "\\]" * 450_000),
    "pairs of brackets": _body("[" + "[]" * 450_000),
    "nested brackets": _body("[[a]" * 250_000),
    "a link's text in lines": _body("[" + "a\n" * 400_000),
    "pictures in links": _body("[" + "![a](b) " * 100_000 + "](c)"),
    "links": _body("[a](b) " * _N),
    "definitions": _body("[a]: b\n" * _N),
    "code and links": _body("`a` [b](c) " * 90_000),
    "runs of backticks": _body(" ".join("`" * length for length in range(1, 1_400)) + "[a](b)"),
    "backticks": _body("`" * 900_000 + "[a](b)"),
    "pairs of backticks": _body("`a``" * 200_000 + "[a](b)"),
    "fences of backticks": _body("``````\n" * 120_000),
    "fences of backticks with words": _body("``` a\n" * 150_000),
    "a heading of spaces": _body("# a" + " " * 900_000 + "b"),
    "a heading of marks": _body("# a" + " #" * 450_000 + "b"),
    "headings": _body("# a\n" * _N),
    "a letter that is eighteen": _body("\ufdfa" * 340_000 + "::"),
    "lines of colons and accents": _body("é:: " * 200_000),
    "old line ends": _body("a\r" * 400_000),
    "emoji": _body("😀" * 250_000),
    "nothing but zeros": "\0" * 1_048_000,
    "zeros in the header": "---\ntitle: " + "\0" * 100_000 + "\n---\n",
}

FILES: dict[str, tuple[str, bytes]] = {
    **{name: ("people" if text.startswith("---\nname") else "meetings", text.encode()) for name, text in _TEXTS.items()},
    "questions": ("requests", ("---\ntitle: a\nto: a\ndate: 2014\n---\n" + "1.\n" * 60_000).encode()),
    "questions and headings": ("requests", ("---\ntitle: a\nto: a\ndate: 2014\n---\n" + "1. a\n# b\n" * 30_000).encode()),
    "questions and passages": ("requests", ("---\ntitle: a\nto: a\ndate: 2014\n---\n" + "::: members\n1. a\n:::\n" * 20_000).encode()),
    "any bytes": ("people", bytes(range(256)) * 4_000),
    "high bytes": ("people", b"\xff\xfe" * 500_000),
    "half a letter": ("people", b"---\nname: a\xc3\n---\n" + b"\xc3" * 900_000),
}
"""By what they do: the kind a file is read as, and its bytes."""


def measure() -> None:
    """Read them all, and print what each needed."""
    from marked import read

    found = {}
    for name, (kind, data) in FILES.items():
        began = time.process_time()
        record = read(data, kind)
        _ = record.document.body
        if kind == "requests":
            record.questions()  # type: ignore[attr-defined]
        found[name] = (time.process_time() - began, _megabytes(), len(record.document.faults) + len(record.values))
    print(json.dumps(found))  # noqa: T201


def _megabytes() -> float:
    """The most memory this process has needed so far; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux: getrusage counts what the process that began this one had
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / (1 << 10)
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
