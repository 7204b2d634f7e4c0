"""Typst, confined: a source in, a tagged pdf out.

It compiles in a child whose root is a private folder that holds the files handed over and nothing else. Packages of Typst's registry
are out of reach: their folders lie in the private one, and the only proxy that the child knows of is a port where nobody listens.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import contextmanager, nullcontext
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from traite_cli.converters import confined
from traite_cli.errors import ConfigurationError, MachineError, MissingExtra, Refused
from traite_cli.language import N_

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Mapping, Sequence

_SECONDS = 60
_REFUSED = 1
_NOBODY = "http://127.0.0.1:9"
_ENVIRONMENT = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"), _NOBODY)


def compile(source: str, files: Mapping[str, bytes], *, epoch: int, fonts: Mapping[str, bytes] | None = None) -> bytes:  # noqa: A001  # Typst's own word
    """The pdf (PDF/UA-1) of a Typst source that may read ``files``, by their paths, and use ``fonts`` besides Typst's own.

    ``Refused`` when Typst finds the source at fault (its fact ``line`` says where), ``ConfigurationError`` when it is one of ``files``.
    """
    with nullcontext(_BEGUN.pop()) if _BEGUN else _started(_package()) as (folder, command, child):
        _hand_over(folder / "root", {"main.typ": source.encode(), **files})
        _hand_over(folder / "fonts", fonts or {})
        finished = confined.finished(command, child, given=b"%d\n" % epoch, seconds=_SECONDS)
    return _result(finished)


@contextmanager
def beginning() -> Iterator[None]:
    """Begin a child for the next pdf, so that it is ready when the source is; it ends with the ``with`` block."""
    try:
        package = _package()
    except MissingExtra:  # told by whoever compiles
        yield
        return
    with _started(package) as begun:
        _BEGUN.append(begun)
        try:
            yield
        finally:
            _BEGUN.clear()


class _Child(NamedTuple):
    """A child that waits for its source: the folder that it compiles in, how it was started, and itself."""

    folder: Path
    command: Sequence[str | Path]
    process: subprocess.Popen[bytes]


_BEGUN: list[_Child] = []


@contextmanager
def _started(package: Path) -> Iterator[_Child]:
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        folder = Path(name).resolve()
        command: list[str | Path] = [sys.executable, "-I", "-S", Path(__file__).with_name("_typst_child.py"), package, folder]
        with confined.started(command, folder=folder, seconds=_SECONDS, environment=_ENVIRONMENT) as child:
            yield _Child(folder, command, child)


def _package() -> Path:
    found = find_spec("typst")
    if found is None or found.origin is None:
        raise MissingExtra(N_("pdf files are made by Typst, which is not installed"), hint=N_("pip install 'traite[pdf]'"), extra="pdf")
    return Path(found.origin).parent.parent


def _hand_over(root: Path, files: Mapping[str, bytes]) -> None:
    root.mkdir()
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
            raise ValueError(name)
        place = root.joinpath(*path.parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _result(finished: confined.Finished) -> bytes:
    if finished.code == 0:
        return finished.output
    if finished.code != _REFUSED:
        raise MachineError(N_("Typst needed more memory than it may have and was stopped"))
    raise _refusal(finished.complaint)


def _seen(character: str) -> str:
    """A character that can be seen, or the number that is looked for: those of Word's symbols are blank everywhere else."""
    return character if character.isprintable() else f"U+{ord(character):04X}"


def _refusal(complaint: str) -> Exception:
    try:
        said = json.loads(complaint.splitlines()[-1])
    except (ValueError, IndexError):
        return MachineError(N_("Typst could not make the pdf: {reason}"), reason=complaint.rpartition("\n")[2])
    if said["missing"]:
        return Refused(
            N_("no font at hand has these characters, which the pdf needs: {characters}"),
            hint=N_("write them otherwise, or put a font that has them into templates/fonts, such as one of Noto (fonts.google.com/noto)"),
            characters=" ".join(map(_seen, said["missing"].split(" "))),
        )
    if said["file"]:
        return ConfigurationError(
            N_("Typst could not use {file}, line {line}: {reason}"), file=said["file"], line=said["line"], reason=said["reason"]
        )
    return Refused(N_("Typst could not make the pdf: {reason}"), reason=said["reason"], line=said["line"])
