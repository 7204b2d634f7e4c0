"""Makes the table that the options of `traite list` are read from: `python scripts/filters.py`.

What filters there are follows from the fields of the kinds (`traite_cli.asking.filters`); to read them takes as long as the whole start
of a command may, so that the command line has them written out. A test tells when this is due.
"""

from __future__ import annotations

import sys
from pathlib import Path

from traite_cli.asking.filters import Filter, filters
from traite_cli.kinds import KINDS

TABLE = Path(__file__).resolve().parent.parent / "src" / "traite_cli" / "cli" / "filter_table.py"
_HEAD = '''"""The filters of ``list``, written out by ``scripts/filters.py``: no kind is imported for the sake of an option."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A filter: its name, what it leaves (a message id), what it takes, the kinds it is for, the kinds of the records it takes."""

    name: str
    meaning: str
    takes: str
    kinds: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


'''


def table() -> str:
    """The module."""
    return "".join([_HEAD, f"KINDS = {_texts(tuple(KINDS))}\nROWS = (\n", *map(_row, filters().values()), ")\n"])


def _row(one: Filter) -> str:
    values = (_text(one.name), _text(one.meaning), _text(one.takes), _kinds(one.kinds), _texts(one.records))
    return "".join(("    Row(\n", *(f"        {value},\n" for value in values), "    ),\n"))


def _kinds(names: tuple[str, ...]) -> str:
    return "KINDS" if names == tuple(KINDS) else _texts(names)


def _texts(names: tuple[str, ...]) -> str:
    return f"({', '.join(map(_text, names))}{',' if len(names) == 1 else ''})"


def _text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> int:
    """Write the module, and say whether it changed."""
    if not TABLE.exists() or TABLE.read_text(encoding="utf-8") != table():
        TABLE.write_text(table(), encoding="utf-8", newline="\n")
        sys.stdout.write(f"{TABLE.name}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
