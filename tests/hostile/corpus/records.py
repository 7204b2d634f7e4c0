"""Records that are wrong in as many ways as one could think of: references, keys, links and bodies of hostile text, nesting, crowds of faults."""

from __future__ import annotations

from collections.abc import Mapping

Files = Mapping[str, str | bytes]
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
RECORDS: dict[str, Files] = {
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
"""By what is wrong with them: the files of a repository."""
