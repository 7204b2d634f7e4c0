"""Keeps the French catalogue in step with the code: `python scripts/catalogue.py [more.po ...]`.

Messages are taken out of `src/` where `N_`, `N_n` or a translator's `plural` names them, and each check's reason is one, which stands at
the head of its file. Those that are gone leave `traite.po`, new ones
come in without a translation (looked for in the further catalogues named), and `traite.mo` is compiled. Neither file holds a date:
the same code gives the same bytes.
"""

from __future__ import annotations

import ast
import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from traite_cli.checks.catalogue import paragraphs

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "traite_cli"
FRENCH = SOURCES / "language" / "locale" / "fr" / "LC_MESSAGES" / "traite.po"
HEADER = """\
# The French words of traite.
# Kept in step with the code by scripts/catalogue.py; only what stands behind msgstr is written by hand."""
KEYWORDS = {"N_": None, "N_n": (1, 2), "plural": (1, 2)}


class _Undated(Catalog):
    """A catalogue whose header says what reading it needs, and nothing of when or by whom."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's lines."""
        return [
            ("Project-Id-Version", "traite"),
            ("Language", "fr"),
            ("Plural-Forms", "nplurals=2; plural=(n > 1);"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]

    @mime_headers.setter
    def mime_headers(self, headers: object) -> None:
        """Whatever a file says of itself is forgotten."""


def read(path: Path) -> Catalog:
    """The catalogue that a file holds."""
    with path.open("rb") as file:
        return read_po(file)


def messages(sources: Path = SOURCES) -> Catalog:
    """Every message that the code marks, with the file it stands in."""
    found = Catalog()
    # In the order of the files' names: a folder's own order differs from one disk to the next.
    extracted = sorted(
        extract_from_dir(sources, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("translators:",), strip_comment_tags=True),
        key=lambda entry: (entry[0].replace("\\", "/"), entry[1]),
    )
    for file, line, message, comments, _ in extracted:
        found.add(message, locations=[(file.replace("\\", "/"), line)], auto_comments=comments)
    for path in sorted((sources / "checks").glob("*.py")):
        module = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CHECK" for node in module.body):
            found.add(paragraphs(ast.get_docstring(module) or ""), locations=[(f"checks/{path.name}", 1)])
    return found


def in_step(marked: Catalog, *translated: Catalog) -> Catalog:
    """The messages marked, with the first translation of each that one of the catalogues has."""
    # Without a locale: Babel would count a third plural for French, for millions, that the header's formula does not know.
    result = _Undated(charset="utf-8", header_comment=HEADER, fuzzy=False)
    for message in marked:
        if not message.id:
            continue
        known = (catalogue.get(message.id) for catalogue in translated)
        words = next((entry.string for entry in known if entry is not None and not entry.fuzzy and _is_said(entry.string)), None)
        result.add(message.id, words, locations=message.locations, auto_comments=message.auto_comments)
    return result


def _is_said(words: object) -> bool:
    return all(words) if isinstance(words, (tuple, list)) else bool(words)


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as people edit it, by file; lines of code are left out, since they change with every edit."""
    written = io.BytesIO()
    write_po(written, catalogue, width=132, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return written.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def main(further: list[str]) -> int:
    """Write both files, and say what is still without words."""
    old = read(FRENCH) if FRENCH.exists() else Catalog(locale="fr")
    new = in_step(messages(), old, *(read(Path(path)) for path in further))
    FRENCH.parent.mkdir(parents=True, exist_ok=True)
    FRENCH.write_bytes(po_bytes(new))
    FRENCH.with_suffix(".mo").write_bytes(mo_bytes(new))
    without = [message for message in new if message.id and not _is_said(message.string)]
    gone = [message for message in old if message.id and new.get(message.id) is None]
    for message in without:
        sys.stdout.write(f"without words: {message.id!r} ({', '.join(sorted({file for file, _ in message.locations}))})\n")
    sys.stdout.write(f"{len(new)} messages, {len(without)} without words, {len(gone)} gone\n")
    return 1 if without else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
