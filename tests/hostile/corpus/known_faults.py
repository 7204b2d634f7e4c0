"""What a list of known faults for ``--baseline`` may hold."""

from __future__ import annotations


def _report(entries: str) -> bytes:
    return f'{{"version": 1, "diagnostics": [{entries}]}}'.encode()


_ENTRY = '{"path": "a", "code": "b", "message": "c"}'

KNOWN_FAULTS: dict[str, bytes] = {
    "nothing": b"",
    "brackets": b"[" * 100_000,
    "braces": b'{"a":' * 100_000,
    "brackets in an entry": _report("[" * 100_000 + "]" * 100_000),
    "more than is read": b"[" + b"[]," * 6_000_000,
    "50,000 entries": _report(",".join([_ENTRY] * 50_000)),
    "commas": _report("," * 100_000),
    "commas and spaces": _report(",      " * 100_000),
    "lines without end in a message": _report('{"path": "a", "code": "b", "message": "' + "line 1 " * 100_000 + '"}'),
    "a number without end": _report("9" * 100_000),
    "no number": b'{"version": NaN, "diagnostics": []}',
    "another version": b'{"version": 1e999, "diagnostics": []}',
    "no list": b'{"version": 1, "diagnostics": {"path": "a"}}',
    "entries of other types": _report('{"path": 1, "code": [], "message": null}'),
    "half characters": _report('{"path": "\\ud800", "code": "TR101", "message": "\\udfff"}'),
    "what a terminal obeys": _report('{"path": "records/topics/a.md", "code": "TR101", "message": "\\u001b[2J\\u202e"}'),
    "a key twice": b'{"version": 1, "version": 2, "diagnostics": [], "diagnostics": 1}',
    "no text": bytes(range(256)),
    "utf-16": _report(_ENTRY).decode().encode("utf-16"),
    "zeros": b"\0" * 100_000,
}
"""By what is wrong with them."""
