"""The child that ``converters.typst`` starts: it limits itself, compiles, and writes the pdf to its standard output.

Its arguments are the folder of the package ``typst`` and its private folder; the moment of the time stamps is told on standard input, once
all files are there. It imports nothing of traite, so that it starts in the time of a bare Python. What Typst refuses is said on the last
line of standard error, as JSON.
"""

from __future__ import annotations

import json
import os
import re
import sys

# ruff: noqa: PTH118, PTH123 - what is not needed is not imported, pathlib included

TYPE_CHECKING = False  # as ``typing`` has it, without the time that ``typing`` takes
if TYPE_CHECKING:
    import typst

_MEMORY = 1024 * 1024 * 1024
_MOST_TRIED = 200
_LATIN = 0x17F
_PLACE = re.compile(r"┌─ (?:.*?root[/\\])?([^\n]+?):(\d+):\d+")


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    for limit, value in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (value, value))
        except (OSError, ValueError):
            continue


def _compiler(folder: str) -> typst.Compiler:
    import typst

    none = os.path.join(folder, "none")
    return typst.Compiler(
        root=os.path.join(folder, "root"),
        font_paths=[os.path.join(folder, "fonts")],
        ignore_system_fonts=True,
        package_path=none,
        package_cache_path=none,
    )


def _pdf(compiler: typst.Compiler, given: str, epoch: int) -> bytes:
    made = compiler.compile(input=given, format="pdf", pdf_standards=["ua-1"], timestamp=epoch)
    return made if isinstance(made, bytes) else b""


def _refusal(compiler: typst.Compiler, main: str, folder: str, error: typst.TypstError) -> dict[str, str | int]:
    place = _PLACE.search(error.diagnostic or "")
    return {
        "reason": error.message.replace(folder, ""),
        "file": place[1].replace("\\", "/") if place and place[1] != "main.typ" else "",
        "line": int(place[2]) if place else 0,
        "missing": _missing(compiler, main) if "could not be displayed" in error.message else "",
    }


def _missing(compiler: typst.Compiler, main: str) -> str:
    """Those characters of the source that no font has; Typst itself names only the first."""
    import typst

    with open(main, encoding="utf-8") as source:
        characters = sorted({character for character in source.read() if ord(character) > _LATIN})
    missing = []
    for character in characters[:_MOST_TRIED]:
        with open(main, "w", encoding="utf-8") as probe:
            probe.write(f'#set document(title: "-")\n= -\n#"\\u{{{ord(character):x}}}"')
        try:
            _pdf(compiler, main, 0)
        except typst.TypstError:
            missing.append(character)
    return " ".join(missing)


def run(package: str, folder: str) -> int:
    """Compile ``root/main.typ`` of the private folder, once its moment is told; 0 when it is written, 1 when Typst refuses it."""
    _limit()
    sys.path.append(package)
    import typst

    epoch = sys.stdin.readline()
    if not epoch:  # nobody asks any more
        return 0
    main = os.path.join(folder, "root", "main.typ")
    compiler = _compiler(folder)
    try:
        pdf = _pdf(compiler, main, int(epoch))
    except typst.TypstError as error:
        sys.stderr.write("\n" + json.dumps(_refusal(compiler, main, folder, error)) + "\n")
        return 1
    sys.stdout.buffer.write(pdf)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
