"""What a search found, on the screen or for another program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from traite_cli.cli.paragraphs import flowed
from traite_cli.cli.pieces import Painted, Piece, Role
from traite_cli.diagnostics.visible import visible
from traite_cli.language import N_, N_n, say_date

if TYPE_CHECKING:
    from traite_cli.asking.passages import Passage
    from traite_cli.asking.searching import Findings, Found
    from traite_cli.cli.call import Call
    from traite_cli.kinds import Record

_FOUND = N_n("{n} record", "{n} records")
_MORE_PASSAGES = N_n("and {n} more passage", "and {n} more passages")
_SHOWN = 3
_MARK = "*"


def printed(call: Call, findings: Findings, asked: str, form: str) -> None:
    """Print what was found; of nothing, what could have been meant."""
    if form == "json":
        from traite_cli.diagnostics.json_text import json_page

        call.console.raw(json_page(_plain(findings, asked)).encode("utf-8", "backslashreplace"))
        return
    for number, found in enumerate(findings.found):
        if number:
            call.console.data("")
        _print_record(call, found)
    if findings.found:
        said = call.t.plural(*_FOUND, len(findings.found), n=len(findings.found))
        call.console.say(call.t(N_("{records}; there are more: --limit"), records=said) if findings.more else said)
    for line in _instead(call, findings, asked):
        call.console.say(line)


def _print_record(call: Call, found: Found) -> None:
    from traite_cli.kinds import SINGULAR

    record = found.record
    kind = call.t(SINGULAR[record.KIND]).partition(" ")[2]
    when = [say_date(found.date, call.t.language)] if found.date else []
    aside = " · ".join([kind, *when])
    for line in flowed([Painted(visible(record.label), Role.HEADING), " ", Painted(f"({aside})", Role.FAINT)], call.console.room):
        call.console.data(*line)
    for passage in found.passages[:_SHOWN]:
        place = Painted(f"{visible(record.path)}:{passage.line}", Role.PLACE)
        field = () if passage.field == "body" else (Painted(_label(call, record, passage.field), Role.FAINT), " ")
        call.console.data("  ", place, ": ", *field, *_marked(passage, colour=call.console.colour_out))
    if not found.passages:
        call.console.data("  ", Painted(visible(record.path), Role.PLACE))
    if (more := len(found.passages) - _SHOWN) > 0:
        call.console.data("  ", Painted(call.t.plural(*_MORE_PASSAGES, more, n=more), Role.FAINT))


def _label(call: Call, record: Record, field: str) -> str:
    from traite_cli.saying.fields import field_called

    return call.t(N_("{label}:"), label=visible(field_called(call.t, type(record), field)))


def _marked(passage: Passage, *, colour: bool) -> Iterator[Piece]:
    """The text with the words asked for painted or, where there is no colour, between marks."""
    done = 0
    for start, end in passage.marks:
        yield visible(passage.text[done:start])
        word = visible(passage.text[start:end])
        yield Painted(word, Role.FOUND) if colour else f"{_MARK}{word}{_MARK}"
        done = end
    yield visible(passage.text[done:])


def _instead(call: Call, findings: Findings, asked: str) -> Iterator[str]:
    from traite_cli.index.matching import tokens

    if not findings.found:
        yield call.t(N_("Nothing found: {asked}"), asked=visible(asked))
    typed = {token.word: visible(asked[token.start : token.end]) for token in tokens(asked)}
    words = [typed.get(word, word) for word in findings.apart]
    for folded, longer in findings.begun.items():
        said = N_("{word}* finds the words that begin so as well: {longer}")
        yield call.t(said, word=typed.get(folded, folded), longer=", ".join(map(visible, longer)))
    for folded, near in findings.near.items():
        word = typed.get(folded, folded)
        if folded in findings.begun:
            continue
        if near:
            yield call.t(N_("“{word}” stands nowhere; near it: {near}"), word=word, near=", ".join(map(visible, near)))
        else:
            yield call.t(N_("“{word}” stands nowhere, and nothing near it"), word=word)
    if findings.apart:
        yield call.t(N_("Each of these stands somewhere, but not together where it was looked for: {words}"), words=", ".join(words))


def _plain(findings: Findings, asked: str) -> dict[str, Any]:
    return {
        "version": 1,
        "asked": asked,
        "more": findings.more,
        "near": {word: list(near) for word, near in findings.near.items()},
        "begun": {word: list(longer) for word, longer in findings.begun.items()},
        "records": [_plain_record(found) for found in findings.found],
    }


def _plain_record(found: Found) -> dict[str, Any]:
    record = found.record
    return {
        "ref": record.ref,
        "path": record.path,
        "label": record.label,
        "date": str(found.date) if found.date else None,
        "passages": [
            {"line": one.line, "column": one.column, "field": one.field, "text": one.text, "marks": [list(mark) for mark in one.marks]}
            for one in found.passages
        ],
    }
