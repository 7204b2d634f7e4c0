"""What ``traite.toml`` may hold: it comes from a proposed change, as records do."""

from __future__ import annotations

_NAME = 'name = "Essai"\n'

SETTINGS: dict[str, bytes] = {
    name: text.encode()
    for name, text in {
        "nothing": "",
        "brackets": _NAME + "a = " + "[" * 100_000,
        "braces": _NAME + "a = " + "{a = " * 40_000,
        "a key of many parts": _NAME + "a." * 100_000 + "b = 1",
        "a key of many quoted parts": _NAME + '"a".' * 60_000 + "b = 1",
        "a table of many parts": _NAME + "[" + "a." * 100_000 + "b]",
        "20,000 tables": _NAME + "".join(f"[a{n}]\n" for n in range(20_000)),
        "20,000 tables of one name": _NAME + "[[a.b]]\n" * 20_000,
        "5,000 entries to ignore": _NAME + '[[validate.ignore]]\ncodes = "TR1"\nreason = "x"\n' * 5_000,
        "8,000 entries on lines of one table": _NAME + "[validate]\nignore = [\n" + '{codes="TR1",reason="x"},\n' * 8_000 + "]\n",
        "30,000 codes": _NAME + '[[validate.ignore]]\nreason = "x"\ncodes = [' + '"TR1",' * 30_000 + "]\n",
        "a pattern of stars": _NAME + '[[validate.ignore]]\nreason = "x"\ncodes = "TR"\npath = "' + "*a" * 5_000 + '"\n',
        "a pattern of brackets": _NAME + '[[validate.ignore]]\nreason = "x"\ncodes = "TR"\npath = "' + "[!]a" * 5_000 + '"\n',
        "a number without end": _NAME + "format = " + "9" * 100_000,
        "a fraction without end": _NAME + "format = 1." + "0" * 100_000,
        "a text that is never closed": 'name = "' + "\\\\" * 100_000,
        "a text of three quotes": 'name = """' + '"" ' * 80_000,
        "a list of nothing": "name = [" + "\n" * 200_000,
        "spaces": _NAME + " " * 200_000,
        "a key of 200,000 letters": _NAME + "k" * 200_000 + " = 1",
        "a value of 200,000 letters": _NAME + 'language = "' + "x" * 200_000 + '"',
        "lists in lists": _NAME + "audience = " + "[1, " * 90 + "]" * 90,
        "a time zone elsewhere": _NAME + 'timezone = "../../../../etc/passwd"',
        "a time zone from the root": _NAME + 'timezone = "/etc/passwd"',
        "a time zone with a zero": _NAME + 'timezone = "Europe/Paris\\u0000x"',
        "a template elsewhere": _NAME + '[render]\ntemplate = "../../../../etc/passwd"',
        "an organisation elsewhere": _NAME + 'organisation = "../people/x"',
        "a name that a terminal obeys": 'name = "\\u001b]0;x\\u0007\\u202e"',
        "a name of markup": 'name = "<script>alert(1)</script> #read(\\"/etc/passwd\\") {{ x }}"',
        "a key that a terminal obeys": _NAME + '"\\u001b[2J\\u202e" = 1',
        "a value that a terminal obeys": _NAME + 'audience = "\\u001b[2J\\u202e"',
        "a letterhead of markup": _NAME + 'letterhead = ["<b>x</b>", "::: contributors", "`x`{=html}", "\\u001b[2J"]',
        "60,000 lines of letterhead": _NAME + "letterhead = [" + '"x",' * 60_000 + "]",
        "a date for a name": "name = 2015-01-22",
        "a zero": _NAME + "\0",
        "half a character": 'name = "\\ud800"',
        "an old line end": 'name = "E"\rformat = 1',
        "a key twice": _NAME * 2,
    }.items()
} | {
    "no text at all": bytes(range(256)),
    "utf-16": _NAME.encode("utf-16"),
    "a megabyte": _NAME.encode() + b"#" * (1 << 20),
    "50 megabytes of zeros": b"\0" * 50_000_000,
}  # fmt: skip
"""By what is wrong with them."""
