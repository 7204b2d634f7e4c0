"""The pages of the reference about `traite query`: the tables with their columns, and the saved questions with their answers.

`scripts/reference.py` makes them; the tables come from `traite_cli.index.schema`, the questions from `queries/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from traite_cli.asking.querying import answer, told
from traite_cli.asking.saved_queries import SavedQuery, said, saved_queries, saved_query, values_of
from traite_cli.asking.spreadsheet import text_of
from traite_cli.asking.sql_faults import Query
from traite_cli.index.guarded import Answer
from traite_cli.index.layout import Column, Table
from traite_cli.index.opening import opened
from traite_cli.index.schema import MOMENT, tables
from traite_cli.language import Language, Sense, Translator, translator
from traite_cli.repository import on_day
from traite_cli.workspace import Workspace

Say = Callable[[str], str]
_DAY = date(2015, 1, 22)
_MOST_ROWS, _LONGEST = 6, 70


def _(message: str) -> str:
    """Mark a sentence of these pages, whose French stands in ``words.fr.po``."""
    return message


_ABOUT_TABLES = (
    _("What `traite query` asks, and what `traite export sqlite` and `traite export csv` hand over: a table for each kind of record, one"
      " for each list that a record may have, and those that hold records together."),
    _("The columns are the fields of [the record format](format.en.md); one whose name is a word of SQL has an underscore behind it:"
      " `by_`, `to_`, `if_`."),
    _("A date is three columns: as it is written, its first day and its last; compare days with those, since `2014-11` is a whole month."),
    _("A reference is the name of a record where it can be of one kind only, and `kind/name` where it can be of several."),
    _(
        "A list is a JSON array, which `json_each(…)` takes apart; an answer that people read tells it in words. "
        "To join records by what they name, `mentions` is simpler."
    ),
    _("What was left empty has no value: `lead IS NULL` finds it, and nothing that it is compared with."),
    _("States, deadlines and whether something is held are those of the day asked about, `today()`, which `--as-of` sets."),
    _("With `--as-of`, what is dated later is not there at all."),
    _("Keys of your own, under `x`, are asked with `x ->> '$.key'`."),
    _("Besides SQLite's own functions, `fold(text)` gives a text without accents and capitals: `fold(name) LIKE '%etre%'` finds « être »."),
)  # fmt: skip


_NOTE = "<!-- Made by scripts/reference.py from {source}: change it there. -->\n"


def tables_page(say: Say, t: Translator) -> str:
    """Every table, with its columns."""
    return "\n".join((_NOTE.format(source="src/traite_cli/index/"), *_tables(say, t))) + "\n"


def _tables(say: Say, t: Translator) -> Iterator[str]:
    yield f"# {say(_('The tables'))}\n"
    yield from map(say, _ABOUT_TABLES)
    yield f"\n| {say(_('Table'))} | {say(_('What it holds'))} |\n| --- | --- |"
    every = (*tables().values(), MOMENT)
    yield from (f"| [`{table.name}`](#{table.name}) | {t(table.meaning)} |" for table in every)
    for table in every:
        yield from _table(table, say, t)


def _table(table: Table, say: Say, t: Translator) -> Iterator[str]:
    yield f"\n## {table.name}\n"
    yield f"{_capital(t(table.meaning))}.\n"
    yield f"| {say(_('Column'))} | {say(_('Holds'))} | {say(_('Meaning'))} |\n| --- | --- | --- |"
    yield from (_row(column, column.name in table.key, t) for column in table.columns)


def _row(column: Column, is_key: bool, t: Translator) -> str:  # noqa: FBT001  # whether it tells rows apart
    name = f"**`{column.name}`**" if is_key else f"`{column.name}`"
    to = f" → `{column.to}`" if column.to else ""
    cells = (name, f"{t(column.holds)}{to}", t(column.meaning))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ABOUT_QUESTIONS = (
    _("The questions that stand ready in `queries/`, each with its answer from the collective's own records as of 22 January 2015."),
    _("They are asked by their name, `traite query en-retard`, or by their title; a new one is a file beside them."),
)
_HOW = (
    _("The comments at the head of a question say what it is called (`title`), what else there is to say (`about`), and what it asks for"
      " (`param`); with `.fr` and `.en` behind them, in one language."),
    _('A parameter has a name, a type, what it is when it is not given, and its meaning: `-- param: since date = 2014 "depuis quand"'
      ' "since when"`.'),
    _("Nothing behind `=` lets it be left out (it is NULL then); without `=` it must be given."),
    _("The types are `text`, `number`, `date`, and the kinds of record: `person`, `organisation`, `meeting`, `commitment`, `request`,"
      " `topic`, `update`, `document`, `edition`."),
    _("In SQL it is written `:since`; of a date, `:since` is the first day and `:since_last` the last."),
    _("It may have two names, the French before the English: `-- param: depuis/since date`; either can be given, and either stands"
      " in SQL."),
    _('A column of the answer has its name in SQL and what people call it: `-- column: deadline "échéance" "deadline"`; the table, the'
      " chart and Markdown say it so, and other programs go on reading the name in SQL."),
    _("Where it holds words of a vocabulary, the column of a table stands between the two, and these are told in words as well:"
      ' `-- column: status commitments.status "état" "state"`; `truth` makes yes and no of 1 and 0.'),
    _('A collective of one language may as well write `SELECT deadline AS "échéance"`.'),
)  # fmt: skip


def questions_page(root: Path, language: Language, say: Say) -> str:
    """Every saved question, with its SQL and its answer."""
    return "\n".join((_NOTE.format(source="queries/"), *_questions(root, language, say))).rstrip("\n") + "\n"


def _questions(root: Path, language: Language, say: Say) -> Iterator[str]:
    workspace = Workspace(root, _DAY)
    yield f"# {say(_('Questions'))}\n"
    yield from map(say, _ABOUT_QUESTIONS)
    yield ""
    queries = [saved_query(workspace.source, name) for name in saved_queries(workspace.source)]
    yield from (f"- [{said(query.titles, language)}](#{query.name})" for query in queries)
    yield f"\n## {say(_('How one is written'))}\n"
    yield from map(say, _HOW)
    for query in queries:
        yield from _question(workspace, query, language, say)


def _question(workspace: Workspace, query: SavedQuery, language: Language, say: Say) -> Iterator[str]:
    yield f"\n## {query.name}\n"
    yield f"**{said(query.titles, language)}**"
    if about := said(query.abouts, language):
        yield about
    records = on_day(workspace.repository, _DAY)
    found = answer(opened(records, _DAY), _DAY, Query(query.sql, query.path), values_of(query, {}, records, Sense(_DAY)))
    yield f"\n```sql\n{query.sql}```\n"
    yield from _answer(told(found, query, translator(language)), say)


def _answer(found: Answer, say: Say) -> Iterator[str]:
    yield f"| {' | '.join(found.columns)} |\n|{' --- |' * len(found.columns)}"
    for row in found.rows[:_MOST_ROWS]:
        yield f"| {' | '.join(_cut(text_of(value)) for value in row)} |"
    left = len(found.rows) - _MOST_ROWS
    if left > 0:
        yield "\n" + say(_("… and {n} more rows.")).format(n=left)


def _cut(text: str) -> str:
    text = " ".join(text.split()).replace("|", "\\|")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
