"""Makes the pages of `docs/reference/` that the code knows best: `python scripts/reference.py`.

The fields come from `traite_cli.kinds`, the faults from `traite_cli.checks`, the commands from their own `--help`, each in English and in
French. What these pages say besides is marked with `_` here; its French is in `docs/reference/words.fr.po`. The same code gives the same
bytes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from reference_tables import questions_page, tables_page

from traite_cli.asking.column_table import COLUMNS, columns_of
from traite_cli.asking.filters import Filter, filters_of
from traite_cli.checks.catalogue import Listed, catalogue
from traite_cli.checks.describing import rules_of
from traite_cli.checks.explaining import HEADINGS, Explanation, Shown, explanation, families, rule
from traite_cli.checks.running import faults_of, told
from traite_cli.diagnostics import Inspection, reporters
from traite_cli.kinds import KINDS, SINGULAR, AnyField, Block, Choice, Record, Reference, Struct
from traite_cli.language import LANGUAGES, Language, Translator, enumerate_words, translator
from traite_cli.workspace import Workspace

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

_ABOUT_FAULTS = (
    _(
        "Everything that `traite validate` tells, by its code: what must hold and why, the sentences it is told in, "
        "a faulty example with what traite says of it, and a healthy one."
    ),
    _("In the sentences, what is told of the example stands; “…” is what another file holds."),
    _("An error makes `validate` end with 1 and keeps documents that use the record from being written; a warning does neither."),
)


def diagnostics_page(language: Language) -> str:
    """Every fault that ``validate`` tells."""
    say, t = words(language), translator(language)
    parts = [
        _note("src/traite_cli/checks/"),
        f"# {say(_('Faults'))}\n",
        *map(say, _ABOUT_FAULTS),
        "",
    ]
    listed = list(catalogue().values())
    for title, family in families(listed):
        parts += [f"**{t(title)}**\n", *(_line(one, t) for one in family), ""]
    for title, family in families(listed):
        parts.append(f"## {t(title)}\n")
        parts += ["\n".join(_fault(explanation(one, t), t)) for one in family]
    return "\n".join(parts).rstrip("\n") + "\n"


def _line(listed: Listed, t: Translator) -> str:
    return f"- [{listed.code}](#{listed.code.lower()}) {rule(listed, t)}"


def _fault(one: Explanation, t: Translator) -> Iterator[str]:
    yield f"### {one.code}\n"
    yield f"`{one.name}`, {one.severity}.\n"
    yield _sentences("\n\n".join(one.why)) + "\n"
    for heading, sentences in (("told", one.messages), ("to-do", one.hints)):
        yield f"{t(HEADINGS[heading])}\n"
        yield "\n".join(f"- {_cited(sentence)}" for sentence in sentences) + "\n"
    yield f"{t(HEADINGS['faulty'])}\n"
    yield from _files(one.faulty, t)
    yield f"```text\n{one.said}```\n"
    yield f"{t(HEADINGS['healthy'])}\n"
    yield from _files(one.healthy, t)


def _cited(sentence: str) -> str:
    """A message as text of a page: its stars, brackets and marks are meant to be seen."""
    return re.sub(r"([\\*_<>\[\]`|#])", r"\\\1", sentence)


def _files(files: Iterable[Shown], t: Translator) -> Iterator[str]:
    for file in files:
        names = {"path": f"`{file.path}`", "target": f"`{file.target}`"}
        yield (t(file.about, **names) if file.about else names["path"]) + "\n"
        if not file.target:
            yield _fenced(file.lines)


def _fenced(lines: Iterable[str]) -> str:
    shown = "".join(f"{line}\n" for line in lines)
    fence = "````" if "```" in shown else "```"
    return f"{fence}markdown\n{shown}{fence}\n"


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


# --- reports ------------------------------------------------------------------------------------------------------------------

_ABOUT_REPORTS = (
    _("`traite validate --format FORM` tells the same faults to people, to a forge or to a build server."),
    _("The report goes to standard output, the line that counts to standard error; how the command ends does not depend on the form."),
    _("Sentences are in the language asked for; codes, places and the names of keys do not depend on it."),
    _(
        "What programs read is UTF-8, whatever the screen; and in no form is anything obeyed that stands in a record or in the name "
        "of a file: control characters are shown by their numbers, like `\\x1b`."
    ),
)
_FORMS = {
    "text": (
        _("For people."),
        _("Place, code and sentence, the line with a mark under the spot, then what to do."),
        _("The first line has the form `path:line:column: CODE severity: sentence`, of which terminals and editors make a link."),
    ),
    "concise": (_("The first line only: for logs, for counting, for editors."),),
    "github": (
        _("For GitHub Actions, which shows each fault beside its line in a pull request."),
        _("GitHub shows ten errors and ten warnings of a step in this way; all are in its log."),
    ),
    "gitlab": (
        _("For GitLab, which shows in a merge request what faults are new and which are mended: its Code Quality report."),
        _("An error is `major`, a warning `minor`."),
        _("The fingerprint rests on the file, the code and the words of the line, and stays when lines above it come or go."),
    ),
    "json": (
        _("For other programs."),
        _("The form is promised, and `version` tells when it changes."),
        _("Lines and columns count from 1, in characters (Unicode code points); the end column is the one after the last character."),
        _("`severity` is `error`, `warning` or `info`."),
    ),
    "junit": (
        _("For build servers, as JUnit writes it."),
        _("Each file is a test case, which fails when the file has an error; warnings fail nothing, and are in its output."),
    ),
    "markdown": (
        _("For the page of a request, or a message: an entry a fault, fifty at most."),
        _("What stands in a record is text there: it calls nobody, links nowhere, and brings no picture and no HTML in."),
    ),
    "rdjson": (
        _("For reviewdog, which writes remarks on many forges."),
        _("Columns count the bytes of the line in UTF-8, as reviewdog wants; what mends a fault for certain is among `suggestions`."),
    ),
    "sarif": (
        _("For code scanning and its viewers: SARIF 2.1.0."),
        _("Columns count characters; paths begin at the root of the repository; what mends a fault for certain is among `fixes`."),
    ),
}
_MARKUP = {"gitlab": "json", "json": "json", "junit": "xml", "markdown": "markdown", "rdjson": "json", "sarif": "json"}
_SAMPLE = {"records/meetings/2015-03-16.md": "---\ntitle: Réunion #3\ndate: 16/03/2015\n---\n"}


def reports_page(language: Language) -> str:
    """Every form of reports, with what it tells of one file."""
    say = words(language)
    samples = _samples(language)
    parts = [
        _note("src/traite_cli/diagnostics/reporters/"),
        f"# {say(_('Reports'))}\n",
        *map(say, _ABOUT_REPORTS),
        f"\n{say(_('Each form is shown with what it tells of this file:'))}\n",
        *(f"`{path}`\n\n```markdown\n{text}```\n" for path, text in _SAMPLE.items()),
        say(_("JSON is laid out here for reading; traite writes a line for each fault.")) + "\n",
    ]
    for form, sentences in _FORMS.items():
        about = "\n".join(map(say, sentences))
        parts.append(f"## {form}\n\n{about}\n\n```{_MARKUP.get(form, 'text')}\n{samples[form]}```\n")
    return "\n".join(parts).rstrip("\n") + "\n"


def _samples(language: Language) -> dict[str, str]:
    """What each form tells of the sample, JSON laid out."""
    t = translator(language)
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        root = Path(name)
        for path, text in {"traite.toml": 'name = "Ensemble"\n', **_SAMPLE}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
        workspace = Workspace(root, date(2015, 3, 16))
        diagnostics = told(faults_of(workspace.repository, workspace.day), t)
    inspection = Inspection(tuple(_SAMPLE), rules_of(diagnostics, t), language)
    reports = {form: "".join(reporters.load(form)(diagnostics, t, inspection)) for form in reporters.names()}
    return {form: _laid_out(text) if _MARKUP.get(form) == "json" else text for form, text in reports.items()}


def _laid_out(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


# --- lists and what else is asked -----------------------------------------------------------------------------------------------

_ABOUT_ASKING = (
    _("`traite list` shows the records of a kind that its filters leave, `traite show` one record, `traite status` what waits."),
    _("What a filter takes: a record by its name, a word of a list in either language, or a day."),
    _(
        "A day is a date as records have it, or told from the day asked about: `-6m` is six months before it, `+30d` thirty days after; "
        "`d`, `w`, `m`, `y` (or `j`, `s`, `m`, `a`) are days, weeks, months, years, and « il y a 2 ans » or « yesterday » do too."
    ),
    _(
        "A period begins on the first day of what is said and ends on its last (`--before`, `--due-before`: before its first, unless its "
        "end is said, as in `fin février`); the end of a month is from its 21st on, that of a year its last quarter."
    ),
    _("`--columns`, `--sort` and `--group-by` take the columns of the kind, by their names or their headings."),
    _("`--group-by` takes several, with commas: what they say together makes a group; in JSON, `group_by` and `value` are then lists."),
    _("`--group-by` with `--sort count` or `--sort -count` sorts the groups by how many they hold."),
)
_TAKES = {
    "flag": _("nothing"),
    "words": _("some words"),
    "date": _("a day"),
    "span": _("a length of time: `90d`, `6m`"),
    "state": _("a state"),
    "sort": _("a word of the field"),
}
_ASKED = {
    "traite list commitments --format json": _(
        "A list: whole records, their fields as they are written, and under `derived` what follows from them."
    ),
    "traite list commitments --columns title,due,by --format json": _(
        "With columns that were asked for: only these, records by their names, words as records have them."
    ),
    "traite list commitments --group-by organisation --count --format json": _(
        "In groups, counted; a group of what the column says nothing of has no value."
    ),
    "traite show lettre --format json": _(
        "A record: its text, for a commitment its story, what belongs to it, and who refers to it through which field."
    ),
    "traite status --format json": _(
        "What waits: how much of each concern, then each; `days` are days late or left, `looked` is when somebody last looked."
    ),
}
_ASKED_ABOUT = {
    "organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "meetings/2014-11-18-miprof.md": "---\ntitle: Rencontre avec la MIPROF\ndate: 2014-11-18\n---\n",
    "commitments/lettre.md": (
        "---\ntitle: Écrire aux préfets\nby: miprof\nmade_at: 2014-11-18-miprof\ndue: 2014\n"
        "follow_ups: {date: 2015-01-05, status: no_news}\n---\n"
    ),
}


def asking_page(language: Language) -> str:
    """The filters and columns of each kind, and the JSON of what is asked."""
    say, t = words(language), translator(language)
    parts = [_note("src/traite_cli/asking/"), f"# {say(_('Lists, and what else is asked'))}\n", *map(say, _ABOUT_ASKING)]
    for kind in KINDS:
        parts += [f"\n## {kind}\n", f"| {say(_('Filter'))} | {say(_('It takes'))} | {say(_('What it leaves'))} |\n| --- | --- | --- |"]
        parts += [f"| `{one.option}` | {_taken_by(one, say, t)} | {_plain_sentence(t(one.meaning))} |" for one in filters_of(kind)]
        usual = [column.name for column in COLUMNS[kind]]
        columns = ", ".join(f"**`{name}`**" if name in usual else f"`{name}`" for name in columns_of(kind))
        parts.append("\n" + say(_("Columns, the usual ones in bold: {columns}.")).format(columns=columns))
    parts.append(
        f"\n## JSON\n\n{say(_('The forms are promised, and `version` tells when they change; here of three records, on 22 January 2015.'))}"
    )
    for command, sentence in _ASKED.items():
        parts.append(f"\n{say(sentence)}\n\n```sh\n{command}\n```\n\n```json\n{_answered(command)}```")
    return "\n".join(parts) + "\n"


def _taken_by(one: Filter, say: Say, t: Translator) -> str:
    if one.takes != "record":
        return say(_TAKES[one.takes])
    return enumerate_words([t(SINGULAR[kind]) for kind in one.records], t.language, alternative=True)


def _plain_sentence(meaning: str) -> str:
    return _capital(meaning.rstrip(".").replace("|", "\\|"))


@cache
def _answered(command: str) -> str:
    """What a command answers about the records above, which does not depend on the language."""
    with tempfile.TemporaryDirectory(prefix="traite-") as name:
        root = Path(name)
        for path, text in {
            "traite.toml": 'name = "Ensemble"\n',
            **{f"records/{path}": text for path, text in _ASKED_ABOUT.items()},
        }.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="\n")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("TRAITE_", "_TRAITE"))}
        environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "TRAITE_AS_OF": "2015-01-22"}
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "traite_cli", *command.split()[1:]],
            cwd=root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return done.stdout


# --- all of it ----------------------------------------------------------------------------------------------------------------


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    makers: dict[str, Callable[[Language], str]] = {
        "format": format_page,
        "diagnostics": diagnostics_page,
        "commands": commands_page,
        "reports": reports_page,
        "asking": asking_page,
        "tables": lambda language: tables_page(words(language), translator(language)),
        "questions": lambda language: questions_page(ROOT, language, words(language)),
    }
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
