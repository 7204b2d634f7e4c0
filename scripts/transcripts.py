"""Runs the commands that the documents show, and puts what traite really says under them: `python scripts/transcripts.py`.

In a block marked `console`, each line that begins with `$ traite` is a command, and what follows is what it says: its data, then its
talk. A line `…` stands for lines left out, ` …` at the end of a line for the rest of it. Where a command asks, a line that begins with
`>` (or an answer in brackets before it) ends a question, and holds what a person types behind it.

Each document is a story of its own, told in a fresh copy of the repository, from top to bottom; comments, which nobody sees on the
page, do there what the text asks of its reader:

    <!-- in records/x.md: "due: 2014" becomes "due: fin 2014" -->
    <!-- the next block is records/meetings/x.md -->
    <!-- all is committed on 2015-02-02 -->
    <!-- it is 2015-02-02 -->
    <!-- all is on the forge -->
    <!-- all is on the branch moussa since 2015-02-02 -->
    <!-- this goes on from a-year.md -->

A block that is a Word or LibreOffice file by its name is made one. After `$ cd` and a folder's name the story goes on there.

With `--check` nothing is written.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from traite_cli.converters.pandoc import binary

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("records", "templates", "attachments", "queries", "traite.toml")
LEFT_OUT = "…"
PROMPT = "$ "
_TYPED = re.compile(r"(?:\[[^\]]*\] )?> ?(.*)")
_PROMPTED = re.compile(r"^(?:\[[^\]\n]*\] )?> ", re.MULTILINE)

_STEP = re.compile(
    r"""
    ^<!--[ ]in[ ](?P<edited>\S+):[ ]"(?P<old>.*?)"[ ]becomes[ ]"(?P<new>.*?)"[ ]-->$
  | ^<!--[ ]the[ ]next[ ]block[ ]is[ ](?P<made>\S+)[ ]-->\n+(?P<fence>`{3,})\w*\n(?P<content>.*?\n)(?P=fence)$
  | ^<!--[ ]all[ ]is[ ]committed[ ]on[ ](?P<committed>\d{4}-\d\d-\d\d)[ ]-->$
  | ^<!--[ ]it[ ]is[ ](?P<today>\d{4}-\d\d-\d\d)[ ]-->$
  | ^<!--[ ]this[ ]goes[ ]on[ ]from[ ](?P<earlier>\S+)[ ]-->$
  | ^<!--[ ]all[ ]is[ ](?P<sent>on[ ]the[ ]forge)[ ]-->$
  | ^<!--[ ]all[ ]is[ ]on[ ]the[ ]branch[ ](?P<branch>\S+)[ ]since[ ](?P<since>\d{4}-\d\d-\d\d)[ ]-->$
  | ^```console\n(?P<shown>.*?\n)```$
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass
class Story:
    """Where the story of a document has come to: the folder it is in, the language, and the day where one is said."""

    folder: Path
    language: str
    today: str = ""


@dataclass(frozen=True)
class Difference:
    """A block that does not show what traite says: where it stands, what it shows, what it should show."""

    start: int
    end: int
    shown: str
    said: str

    def __str__(self) -> str:
        return "".join(difflib.unified_diff(self.shown.splitlines(keepends=True), self.said.splitlines(keepends=True), "shown", "said"))


def documents(root: Path = ROOT) -> list[Path]:
    """Every document of the project that people read."""
    return sorted(chain(root.glob("*.md"), root.glob("docs/**/*.md")))


def language_of(document: Path) -> str:
    """The language a document is written in, by its name or its folder."""
    return "fr" if document.name.endswith(".fr.md") or "fr" in document.parts else "en"


def differences(document: Path, copy: Path, root: Path = ROOT) -> Iterator[Difference]:
    """The blocks of a document that show something else than traite says; ``copy`` is an empty folder to tell its story in."""
    for name in COPIED:
        if (root / name).is_dir():
            shutil.copytree(root / name, copy / name)
        elif (root / name).exists():
            shutil.copy(root / name, copy / name)
    yield from _differences(document, Story(copy, language_of(document)))


def _differences(document: Path, story: Story) -> Iterator[Difference]:
    for step in _STEP.finditer(document.read_text(encoding="utf-8")):
        if not step["shown"]:
            _prepare(document, story, step)
        else:
            said = "".join(_told(command, shown, story) for command, shown in _commands(step["shown"]))
            if said != step["shown"]:
                yield Difference(step.start("shown"), step.end("shown"), step["shown"], said)


def _prepare(document: Path, story: Story, step: re.Match[str]) -> None:
    """Do what a comment says."""
    copy = story.folder
    if step["edited"]:
        _edit(copy / step["edited"], step["old"], step["new"].replace("\\n", "\n"))
    elif step["made"]:
        _make(copy / step["made"], step["content"])
    elif step["committed"]:
        _commit(copy, step["committed"])
    elif step["today"]:
        story.today = step["today"]
    elif step["earlier"]:
        deque(_differences(document.parent / step["earlier"], story), maxlen=0)
    elif step["sent"]:
        _send(copy)
    else:
        _commit(copy, step["since"], step["branch"])


def _make(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix in {".docx", ".odt"}:
        subprocess.run([binary(), "--from=markdown", "--output", path], input=content, encoding="utf-8", check=True)  # noqa: S603 - our own
    else:
        path.write_text(content, encoding="utf-8")


ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
FORGE = "https://codeberg.org/collectif/fiches.git"


def _send(copy: Path) -> None:
    """Make the copy a member's, of a repository that a forge has: what is sent there goes into a folder."""
    forge = copy / ".git" / "forge.git"
    steps = (
        ["clone", "--quiet", "--bare", ".", str(forge)],
        ["config", f"url.{forge.as_uri()}.insteadOf", FORGE],
        ["remote", "add", "origin", FORGE],
        ["fetch", "--quiet", "origin"],
        ["config", "user.name", "Moussa Diallo"],
        ["config", "user.email", "moussa@exemple.org"],
    )
    for words in steps:
        subprocess.run(["git", *words], cwd=copy, env={**os.environ, **ALONE}, check=True)  # noqa: S603, S607  # as above


def _commit(copy: Path, day: str, branch: str = "") -> None:
    """Commit the copy as one commits, without anybody's own configuration; on a branch of its own, and main is as it was."""
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ella Adler"), ("EMAIL", "ella@exemple.org"))
    }
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0100" for role in ("AUTHOR", "COMMITTER")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, **who, **when, **ALONE}
    begin = [] if (copy / ".git").exists() else [["init", "--quiet", "--initial-branch=main"]]
    there, back = ([["checkout", "--quiet", "-b", branch]], [["checkout", "--quiet", "main"]]) if branch else ([], [])
    for words in (*begin, *there, ["add", "--all"], ["commit", "--quiet", "--message", "Les fiches"], *back):
        subprocess.run(["git", *words], cwd=copy, env=environment, check=True)  # noqa: S603, S607  # git, as a reader has it


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(old) != 1:
        message = f"{path}: “{old}” stands there {text.count(old)} times, not once"
        raise SystemExit(message)
    path.write_text(text.replace(old, new), encoding="utf-8")


def _commands(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines shown under it."""
    command, shown = "", list[str]()
    for line in block.splitlines():
        if line.startswith(PROMPT):
            if command:
                yield command, shown
            command, shown = line.removeprefix(PROMPT), []
        else:
            shown.append(line)
    yield command, shown


def _told(command: str, shown: list[str], story: Story) -> str:
    """The command with what it says, left out where the document leaves out."""
    if command.startswith("cd "):
        story.folder /= command.removeprefix("cd ")
        return f"{PROMPT}{command}\n"
    typed = [found[1] for line in shown if (found := _TYPED.fullmatch(line))]
    told = _asked(command, typed, story) if typed else _run(command, story)
    said = [line.rstrip() for line in told.splitlines()]
    lines = shown if _fits(said, shown) else _left_out(said, shown)
    return "".join(f"{line}\n" for line in (f"{PROMPT}{command}", *lines))


def _run(command: str, story: Story) -> str:
    done = _done(command, story, stderr=subprocess.PIPE)
    return done.stdout + done.stderr


def _asked(command: str, typed: list[str], story: Story) -> str:
    """What a command says that asks, with the answers where a terminal would show them."""
    answers = "".join(f"{one}\n" for one in typed)
    rest = _done(f"{command} --ask", story, stderr=subprocess.STDOUT, input=answers).stdout
    said = ""
    for answer in typed:
        prompt = _PROMPTED.search(rest)
        if prompt is None:
            break
        said += f"{rest[: prompt.end()]}{answer}\n"
        rest = rest[prompt.end() :]
    return said + rest


def _done(command: str, story: Story, **streams: Any) -> subprocess.CompletedProcess[str]:
    program, *arguments = shlex.split(command)
    if program != "traite":
        message = f"only commands of traite can be tried here, not: {command}"
        raise SystemExit(message)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE_", "_TRAITE"))}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "TRAITE_LANG": story.language, "COLUMNS": "100", **ALONE}
    environment |= {"TRAITE_AS_OF": story.today} if story.today else {}
    return subprocess.run(  # noqa: S603 - the commands are those of our own documents
        [sys.executable, "-m", "traite_cli", *arguments],
        cwd=story.folder,
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        timeout=120,
        check=False,
        **streams,
    )


def _fits(said: list[str], shown: list[str]) -> bool:
    """Whether what is said is what is shown, as far as it is shown."""
    pattern = "".join(r"(?:.*\n)+?" if line == LEFT_OUT else _line(line) for line in shown)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in said)) is not None


def _line(shown: str) -> str:
    beginning = shown.removesuffix(f" {LEFT_OUT}")
    return re.escape(beginning) + (".*" if beginning != shown else "") + r"\n"


def _left_out(said: list[str], shown: list[str]) -> list[str]:
    """What is said now, cut where the document cut what was said before: as many lines before and after, as much of each line."""
    if LEFT_OUT not in shown:
        return [_cut(line, was) for line, was in zip_longest(said, shown[: len(said)], fillvalue="")]
    first, last = shown.index(LEFT_OUT), len(shown) - shown[::-1].index(LEFT_OUT)
    head, between, tail = shown[:first], shown[first:last], shown[last:]
    if len(said) <= len(head) + len(tail):
        return said
    rest = said[len(head) : len(said) - len(tail)]
    kept = [line for line in between if line == LEFT_OUT or any(_fits([one], [line]) for one in rest)]
    middle = [line for line, before in zip(kept, ["", *kept], strict=False) if line != LEFT_OUT or before != LEFT_OUT]
    above = [_cut(line, was) for line, was in zip(said, head, strict=False)]
    return [*above, *middle, *(_cut(line, was) for line, was in zip(said[len(said) - len(tail) :], tail, strict=True))]


def _cut(line: str, was: str) -> str:
    if not was.endswith(f" {LEFT_OUT}") or len(line) < len(was):
        return line
    return line[: len(was) - 1].rpartition(" ")[0].rstrip() + f" {LEFT_OUT}"


def main(arguments: list[str]) -> int:
    """Mend every document, or only say which blocks would change."""
    wrong = 0
    for document in documents():
        with tempfile.TemporaryDirectory(prefix="traite-") as copy:
            found = list(differences(document, Path(copy)))
        text = document.read_text(encoding="utf-8")
        for one in reversed(found):
            text = text[: one.start] + one.said + text[one.end :]
            sys.stdout.write(f"{document.relative_to(ROOT)}\n{one}")
        if found and "--check" not in arguments:
            document.write_text(text, encoding="utf-8")
        wrong += len(found)
    sys.stdout.write(f"{wrong} blocks that traite says otherwise\n" if wrong else "every block shows what traite says\n")
    return 1 if wrong and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
