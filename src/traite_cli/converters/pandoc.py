"""pandoc, confined: our HTML in, an office file out.

The binary is the one in the package ``pypandoc-binary`` and no other: one release writes one and the same file on every machine.
``--sandbox`` lets it read nothing but what is named on its command line, and pictures only out of ``data:`` addresses.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from traite_cli.converters import confined
from traite_cli.errors import ConfigurationError, MachineError, MissingExtra
from traite_cli.language import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECONDS = 60
MEMORY = "512m"
HEAP_FULL = 251
_DOCUMENT = "document.html"


def convert(
    html: str,
    *,
    to: Literal["docx", "odt"],
    reference: bytes | None,
    metadata: Mapping[str, str],
    epoch: int,
    meanwhile: Callable[[], object] = lambda: None,
) -> bytes:
    """The document as an office file whose styles are those of ``reference`` (pandoc's own without one).

    Nothing of the document is ever an argument: it and ``metadata`` come through files. ``meanwhile`` is called while pandoc works.
    """
    program = binary()
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        folder = Path(name).resolve()
        (folder / _DOCUMENT).write_bytes(html.encode())
        (folder / "metadata.json").write_text(json.dumps(dict(metadata)), encoding="utf-8")
        if reference is not None:
            (folder / f"reference.{to}").write_bytes(reference)
        command: list[str | Path] = [program, *_arguments(to, with_reference=reference is not None)]
        environment = {"SOURCE_DATE_EPOCH": str(epoch)}
        finished = confined.run(command, given=b"", folder=folder, seconds=SECONDS, environment=environment, meanwhile=meanwhile)
        return _result(finished, folder / f"document.{to}", f"reference.{to}" if reference is not None else "")


_MAKES = N_("docx and odt files are made by pandoc, which is not installed")
READS = N_("docx, odt and html files are read by pandoc, which is not installed")


def binary(missing: str = _MAKES) -> Path:
    """Where pandoc is; ``MissingExtra`` when the package that brings it is not installed, told by ``missing``."""
    package = find_spec("pypandoc")
    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    for folder in (package.submodule_search_locations or ()) if package else ():
        program = Path(folder, "files", name)
        if program.is_file():
            return program
    raise MissingExtra(missing, hint=N_("pip install 'traite[office]'"), extra="office")


def _arguments(to: str, *, with_reference: bool) -> list[str]:
    return [
        *("+RTS", f"-M{MEMORY}", "-RTS"),
        "--sandbox",
        "--from=html",
        f"--to={to}",
        "--syntax-highlighting=none",
        "--metadata-file=metadata.json",
        *([f"--reference-doc=reference.{to}"] if with_reference else []),
        f"--output=document.{to}",
        _DOCUMENT,
    ]


def _result(finished: confined.Finished, made: Path, reference: str) -> bytes:
    if finished.code == 0:
        return made.read_bytes()
    if finished.code == HEAP_FULL or finished.code < 0:
        raise MachineError(N_("pandoc needed more memory than it may have and was stopped"))
    if reference:
        raise ConfigurationError(
            N_("pandoc could not make the document with {reference}: {reason}"),
            hint=N_("open {reference} in Word or LibreOffice and save it again"),
            reference=f"templates/{reference}",
            reason=finished.complaint.partition("\n")[0],
        )
    raise MachineError(N_("pandoc could not make the document: {reason}"), reason=finished.complaint.partition("\n")[0])
