"""Makes the pages of `docs/reference/` that the code knows best: `python scripts/reference.py`.

The fields come from `traite_cli.kinds`, the faults from `traite_cli.checks`, the commands from their own `--help`, each in English and in
French. What these pages say besides is marked with `_` here, and what must hold and why stands at the head of each check; the French of
both is in `docs/reference/words.fr.po`. The same code gives the same bytes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.pofile import read_po

from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.check import CLOSE_MARK, OPEN_MARK, Example
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import reporters
from traite_cli.files import WorkTree
from traite_cli.kinds import KINDS, AnyField, Block, Choice, Record, Reference, Struct
from traite_cli.language import LANGUAGES, Language, Translator, translator
from traite_cli.repository import load, read_configuration

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "reference"
FRENCH = PAGES / "words.fr.po"
COMMANDS = ROOT / "src" / "traite_cli" / "cli" / "commands"
WIDTH = 100

Say = Callable[[str], str]
Taken = Mapping[type[Block], list[str]]


# --- words --------------------------------------------------------------------------------------------------------------------


def _(message: str) -> str:
    """Mark a sentence of these pages, whose French stands in ``words.fr.po``."""
    return message


@cache
def french() -> dict[str, str]:
    """The French of these pages' own sentences."""
    with FRENCH.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale="fr") if message.id}


def words(language: Language) -> Say:
    """What says the sentences of these pages. One without French words is a ``KeyError``."""
    return french().__getitem__ if language == "fr" else str


def why(listed: Listed) -> str:
    """What must hold and why, a paragraph a line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in listed.why.strip().split("\n\n"))


def _sentences(paragraphs: str) -> str:
    """Paragraphs with each sentence on a line of its own, as all our documents are written."""
    return re.sub(r"(?<=[^.…][.?!])[ \u00a0](?=[A-ZÀÉÊ«`]|traite\b)", "\n", paragraphs)


def _note(source: str) -> str:
    return f"<!-- Made by scripts/reference.py from {source}: change it there. -->\n"


# --- fields -------------------------------------------------------------------------------------------------------------------


def format_page(language: Language) -> str:
    """Every field of every kind."""
    say, t = words(language), translator(language)
    parts = [
        _note("src/traite_cli/kinds/"),
        f"# {say(_('The record format'))}\n",
        say(_("Each kind of record with its fields: what a field takes, what it means, an example.")),
        say(_("**Required** marks those that a record cannot do without; where a list is taken, one value alone may stand instead.")),
        say(_("How a file is laid out, how dates are written and who may read what is told in [The repository](repository.en.md).")) + "\n",
        *_kinds_listed(say, t),
        f"\n## {say(_('Fields that every kind has'))}\n",
        *_tables(Record.FIELDS.values(), say, t),
    ]
    for kind in KINDS.values():
        own = [field for name, field in kind.FIELDS.items() if Record.FIELDS.get(name) is not field]
        audience = _("Without an `audience` it is public.") if kind.PUBLIC else _("Without an `audience` it has that of `traite.toml`.")
        parts += [
            f"## {kind.KIND}\n",
            f"{_capital(t(kind.MEANING))}.",
            f"`records/{kind.KIND}/`{say(_(': one file each.'))}",
            say(audience) + "\n",
            *_tables(own, say, t),
        ]
    return "\n".join(parts).rstrip("\n") + "\n"


def _kinds_listed(say: Say, t: Translator) -> Iterator[str]:
    yield f"| {say(_('Folder'))} | {say(_('What it holds'))} |\n| --- | --- |"
    for kind in KINDS.values():
        yield f"| [`{kind.KIND}`](#{kind.KIND}) | {t(kind.MEANING)} |"


def _tables(fields: Iterable[AnyField], say: Say, t: Translator) -> Iterator[str]:
    """The table of some fields, and one for each mapping that they take, under the names of those that take it."""
    fields = list(fields)
    taken = _taken(fields)
    yield _table(fields, taken, say, t)
    for block, names in taken.items():
        yield f"### {', '.join(names)}\n"
        if short := _short(_struct(fields, block), say):
            yield f"{short}\n"
        yield _table(block.FIELDS.values(), taken, say, t)


def _taken(fields: list[AnyField]) -> dict[type[Block], list[str]]:
    """The mappings that fields take, those inside them included, each with the names of the fields that do."""
    found: dict[type[Block], list[str]] = {}
    for field in _all(fields):
        if isinstance(field.type, Struct):
            found.setdefault(field.type.block, []).append(field.name)
    return found


def _all(fields: Iterable[AnyField]) -> Iterator[AnyField]:
    for field in fields:
        yield field
        if isinstance(field.type, Struct):
            yield from _all(field.type.block.FIELDS.values())


def _struct(fields: list[AnyField], block: type[Block]) -> Struct[Block]:
    return next(field.type for field in _all(fields) if isinstance(field.type, Struct) and field.type.block is block)


def _short(struct: Struct[Block], say: Say) -> str:
    """What a value without keys is; nothing where keys are needed."""
    if not struct.short:
        return ""
    known = struct.short in struct.block.FIELDS
    said = say(_("A value without keys is its `{field}`.")) if known else say(_("A slug without keys is a person or an organisation."))
    return said.format(field=struct.short)


def _table(fields: Iterable[AnyField], taken: Taken, say: Say, t: Translator) -> str:
    head = f"| {say(_('Field'))} | {say(_('Takes'))} | {say(_('Meaning'))} | {say(_('Example'))} |\n| --- | --- | --- | --- |\n"
    return head + "".join(_row(field, taken, say, t) for field in fields)


def _row(field: AnyField, taken: Taken, say: Say, t: Translator) -> str:
    required = f". **{say(_('Required.'))}**" if field.required else ""
    cells = (f"`{field.name}`", _takes(field, taken, say, t), t(field.meaning) + required, f"`{field.example}`")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _takes(field: AnyField, taken: Taken, say: Say, t: Translator) -> str:
    match field.type:
        case Choice():
            takes = ", ".join(f"`{choice}`" for choice in field.type.choices)
        case Struct():
            takes = say(_("[keys](#{anchor})")).format(anchor="-".join(taken[field.type.block]))
        case Reference() if field.type.written_with_kind and len(field.type.kinds) < len(KINDS):
            takes = f"{t(field.type.name)} ({', '.join(f'`{kind}`' for kind in field.type.kinds)})"
        case _:
            takes = t(field.type.name)
    return say(_("list: {takes}")).format(takes=takes) if field.many else takes


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- faults -------------------------------------------------------------------------------------------------------------------

_GROUPS = {
    "TR1": _("Files and front matter"),
    "TR2": _("Fields"),
    "TR3": _("References"),
    "TR4": _("What records say"),
    "TR5": _("Audiences and passages"),
    "TR6": _("What a secretary would notice"),
}
_ABOUT_FAULTS = (
    _(
        "Everything that `traite validate` tells, by its code: what must hold and why, the sentences it is told in, "
        "a faulty example with what traite says of it, and a healthy one."
    ),
    _("In the sentences, a name between braces stands for what the file holds."),
    _("An error makes `validate` end with 1 and keeps documents that use the record from being written; a warning does neither."),
)
_SEVERITIES = {"error": _("error"), "warning": _("warning"), "info": _("remark")}


def diagnostics_page(language: Language) -> str:
    """Every fault that ``validate`` tells."""
    say, t = words(language), translator(language)
    parts = [
        _note("src/traite_cli/checks/"),
        f"# {say(_('Faults'))}\n",
        *map(say, _ABOUT_FAULTS),
        "",
    ]
    for group, title in _GROUPS.items():
        parts += [f"**{say(title)}**\n", *(_line(listed, say) for listed in _of_group(group)), ""]
    for group, title in _GROUPS.items():
        parts.append(f"## {say(title)}\n")
        parts += ["\n".join(_fault(listed, say, t)) for listed in _of_group(group)]
    return "\n".join(parts).rstrip("\n") + "\n"


def _of_group(group: str) -> list[Listed]:
    return [listed for listed in catalogue().values() if listed.check.code.startswith(group)]


def _line(listed: Listed, say: Say) -> str:
    return f"- [{listed.check.code}](#{listed.check.code.lower()}) {say(why(listed)).partition(chr(10))[0]}"


def _fault(listed: Listed, say: Say, t: Translator) -> Iterator[str]:
    check = listed.check
    yield f"### {check.code}\n"
    yield f"`{listed.name}`, {say(_SEVERITIES[check.severity.value])}.\n"
    yield f"{_sentences(say(why(listed)))}\n"
    yield f"{say(_('What is told:'))}\n"
    yield from (f"- {_cited(message, t)}" for message in dict.fromkeys(check.messages.values()))
    yield f"\n{say(_('What to do:'))}\n"
    yield from (f"- {_cited(hint, t)}" for hint in dict.fromkeys(check.hints.values()))
    yield f"\n{say(_('Faulty:'))}\n"
    yield from _files(check.faulty, say)
    yield f"```text\n{_said_of(check.faulty, t)}```\n"
    yield f"{say(_('Healthy:'))}\n"
    yield from _files(check.healthy, say)


def _cited(message: str, t: Translator) -> str:
    """A message as text of a page, its places left open: its stars, brackets and marks are meant to be seen."""
    places = {name: f"{{{name}}}" for _text, name, _layout, _conversion in Formatter().parse(message) if name is not None}
    escaped = re.sub(r"([\\*_<>\[\]`|#])", r"\\\1", t(message, **places))
    return re.sub(r"\{([^{}]*)\}", lambda found: "`{" + found[1].replace("\\", "") + "}`", escaped)


_MOST_LINES, _MOST_CHARACTERS = 12, 160


def _files(example: Example, say: Say) -> Iterator[str]:
    for path, text in example.files.items():
        yield f"`{path}`\n\n{_fenced(_unmarked(text))}"
    for path, data in example.raw.items():
        yield f"`{path}` ({say(_('its bytes'))})\n\n{_fenced(_bytes(data))}"
    for path, target in example.links.items():
        yield say(_("`{path}` is a link to `{target}`.")).format(path=path, target=target) + "\n"


def _unmarked(text: str) -> str:
    return text.replace(OPEN_MARK, "").replace(CLOSE_MARK, "")


def _bytes(data: bytes) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 or byte == 10 else f"\\x{byte:02x}" for byte in data)  # noqa: PLR2004


def _fenced(text: str) -> str:
    lines = [line if len(line) <= _MOST_CHARACTERS else f"{line[:_MOST_CHARACTERS]} …" for line in text.splitlines()]
    lines = [*lines[:_MOST_LINES], *(["…"] if len(lines) > _MOST_LINES else [])]
    shown = "".join(f"{_visible(line)}\n" for line in lines)
    fence = "````" if "```" in shown else "```"
    return f"{fence}markdown\n{shown}{fence}\n"


_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff]")


def _visible(line: str) -> str:
    """A line whose hidden characters are written out, so that nothing obeys them and everybody sees them."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _said_of(example: Example, t: Translator) -> str:
    """What ``traite validate`` tells of an example."""
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        root = Path(name)
        files = {"traite.toml": b'name = "Ensemble"\n', **{path: _encoded(text) for path, text in example.files.items()}, **example.raw}
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        for path, target in example.links.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).symlink_to(target)
        source = WorkTree(root)
        diagnostics = told(faults_of(load(source, read_configuration(source)), example.day), t)
        return "".join(reporters.load("text")(diagnostics, t))


def _encoded(text: str) -> bytes:
    return _unmarked(text).encode("utf-8", "surrogatepass")


# --- commands -----------------------------------------------------------------------------------------------------------------

_EXIT_CODES = (
    ("0", _("done")),
    ("1", _("the records have errors, or what was asked for does not exist or was refused")),
    ("2", _("the command or the configuration is wrong")),
    ("3", _("the machine failed: the disk, a permission, a program that is missing")),
    ("130", _("stopped with Ctrl-C")),
)


def commands_page(language: Language) -> str:
    """Every command's help, as it shows it."""
    say, t = words(language), translator(language)
    parts = [
        _note("each command's own help"),
        f"# {say(_('Commands'))}\n",
        say(_("What each command's `--help` says.")),
        say(_("Data goes to standard output, talk to standard error; there are no colours where the output is not a terminal.")) + "\n",
        f"| {say(_('Ends with'))} | {say(_('when'))} |\n| --- | --- |",
        *(f"| {code} | {say(meaning)} |" for code, meaning in _EXIT_CODES),
        f"\n## traite\n\n```text\n{_help(language)}```",
    ]
    shared = t("Options of every command:")
    for name in command_names():
        own = _help(language, name).partition(f"\n{shared}\n")[0].rstrip()
        parts.append(f"\n## traite {name}\n\n```text\n{own}\n```")
    return "\n".join(parts) + "\n"


def command_names() -> list[str]:
    """The commands there are: the folder is the registry."""
    return sorted(file.stem.rstrip("_").replace("_", "-") for file in COMMANDS.glob("[!_]*.py"))


def _help(language: Language, *command: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE_", "_TRAITE"))}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "TRAITE_LANG": language, "COLUMNS": str(WIDTH)}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "traite_cli", *command, "--help"], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


# --- all of it ----------------------------------------------------------------------------------------------------------------


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    makers = {"format": format_page, "diagnostics": diagnostics_page, "commands": commands_page}
    return {f"{name}.{language}.md": make(language) for name, make in makers.items() for language in LANGUAGES}


def main() -> int:
    """Write every page, and say which changed."""
    for name, text in pages().items():
        path = PAGES / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
