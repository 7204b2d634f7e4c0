"""A new entry in a list of the front matter: it is read with the others, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traite_cli.kinds import Block, Commitment, read_record
from traite_cli.syntax import inserted, read_document

ENTRY = {"date": "2015-02-02", "status": "kept", "note": "La lettre est partie : enfin."}
LINES = '  - date: 2015-02-02\n    status: kept\n    note: "La lettre est partie : enfin."\n'
ROW = '{date: 2015-02-02, status: kept, note: "La lettre est partie : enfin."}'
FIRST = "  - date: 2015-01-22\n    status: no_news\n"


def put(text: str, entry: dict[str, str] = ENTRY, index: int = 99) -> str:
    """A text with an entry put into its follow-ups."""
    for start, end, new in sorted(inserted(read_document("x.md", text.encode()), "follow_ups", entry, index), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def record(follow_ups: str, behind: str = "") -> str:
    return f"---\ntitle: Écrire  # aux préfets\n{follow_ups}{behind}---\n\nLe texte.\n"


@pytest.mark.parametrize("behind", ["", "due: 2014\n", "# la fin\n\n"], ids=["last", "before a field", "before a remark"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"follow_ups:\n{FIRST}", f"follow_ups:\n{FIRST}{LINES}"),
        ("follow_ups:\n- date: 2015-01-22\n", "follow_ups:\n- date: 2015-01-22\n" + LINES.replace("  - ", "- ").replace("    ", "  ")),
        (
            "follow_ups:\n    -   date: 2015-01-22  # vu\n",
            "follow_ups:\n    -   date: 2015-01-22  # vu\n" + LINES.replace("  - ", "    -   ").replace("\n    s", "\n        s").replace("\n    n", "\n        n"),
        ),
        ("follow_ups:\n  -\n    date: 2015-01-22\n", f"follow_ups:\n  -\n    date: 2015-01-22\n{LINES}"),
        ("follow_ups:\n  - {date: 2015-01-22}\n", f"follow_ups:\n  - {{date: 2015-01-22}}\n  - {ROW}\n"),
        ("follow_ups: [{date: 2015-01-22}]\n", f"follow_ups: [{{date: 2015-01-22}}, {ROW}]\n"),
        ("follow_ups: [\n  {date: 2015-01-22},\n]\n", f"follow_ups: [\n  {{date: 2015-01-22}}, {ROW},\n]\n"),
        ("follow_ups: []\n", f"follow_ups: [{ROW}]\n"),
        ("follow_ups:\n", f"follow_ups:\n{LINES}"),
        ("follow_ups: ~  # rien\n", f"follow_ups:  # rien\n{LINES}"),
        ("follow_ups: {date: 2015-01-22}\n", f"follow_ups: [{{date: 2015-01-22}}, {ROW}]\n"),
        ("follow_ups:\n  date: 2015-01-22\n\n  # vu\n  status: no_news\n", f"follow_ups:\n  - date: 2015-01-22\n\n    # vu\n    status: no_news\n{LINES}"),
        ("follow_ups:\n  - date: 2015-01-22\n    note: |\n      Un\n\n      deux\n", f"follow_ups:\n  - date: 2015-01-22\n    note: |\n      Un\n\n      deux\n{LINES}"),
    ],
)  # fmt: skip
def test_an_entry_is_written_as_its_neighbours_are(before: str, after: str, behind: str) -> None:
    """Below them with their indentation, or in the row between brackets; what was one value becomes a list."""
    assert put(record(before, behind)) == record(after, behind)


def test_a_field_that_is_not_there_comes_last() -> None:
    """Before the line that closes the front matter."""
    assert put(record("due: 2014\n")) == record(f"due: 2014\nfollow_ups:\n{LINES}")
    assert put("---\ntitle: a\n---") == f"---\ntitle: a\nfollow_ups:\n{LINES}---"


@pytest.mark.parametrize(("index", "after"), [(0, LINES + FIRST), (1, FIRST + LINES)])
def test_an_entry_may_come_first(index: int, after: str) -> None:
    """The oldest stand first: news may be older than what is there."""
    assert put(record(f"follow_ups:\n{FIRST}"), index=index) == record(f"follow_ups:\n{after}")


def test_line_ends_are_those_of_the_file() -> None:
    """Windows' stay, in what is new too."""
    text = record(f"follow_ups:\n{FIRST}").replace("\n", "\r\n")
    assert put(text) == record(f"follow_ups:\n{FIRST}{LINES}").replace("\n", "\r\n")


@pytest.mark.parametrize("follow_ups", ["follow_ups: bientôt\n", "follow_ups: *a\n"])
def test_what_is_no_list_is_left_alone(follow_ups: str) -> None:
    """Nothing is guessed about what somebody else wrote."""
    assert put(record(follow_ups)) == record(follow_ups)


_TEXTS = st.text(st.sampled_from("aé ’':#-&*!?|>%@`\"\\{}[],.\n\t«»…œ0"), min_size=1, max_size=40).filter(lambda text: text.strip() == text)
_ENTRIES = st.fixed_dictionaries({"date": st.just("2015-02-02"), "note": _TEXTS, "evidence": _TEXTS.filter(lambda text: "\n" not in text)})
_ITEMS = st.lists(
    st.sampled_from([
        "- date: 2014-01-01", "- {date: 2014-01-01, note: 'l''un'}", '- date: 2014-01-01\n  note: "a # b"  # c', "- date: 2014-01-01\n  note: >-\n    un\n    deux\n",
        "- date: 2014-01-01\n  note: |+\n    un\n\n", "# remarque\n- date: 2014-01-01\n  reply: {text: oui}", "-\n  date: 2014-01-01\n  reply:\n    text: oui\n",
    ]),
    min_size=1, max_size=4,
)  # fmt: skip


def _held(block: Block) -> dict[str, object]:
    return {name: _plain(value) for name, value in block.values.items()}


def _plain(value: object) -> object:
    if isinstance(value, Block):
        return _held(value)
    return [_plain(one) for one in value] if type(value) is tuple else str(value)


@settings(max_examples=300, deadline=None)
@given(_ITEMS, st.integers(0, 4), st.integers(0, 5), _ENTRIES, st.sampled_from(["", "due: 2014\n", "# fin\n"]), st.booleans())
def test_whatever_is_there_says_the_same_afterwards(
    items: list[str], indent: int, index: int, entry: dict[str, str], behind: str, windows: bool
) -> None:
    """Only characters come in, none goes; every value is read as before, and the new entry as it was meant."""
    lines = "\n".join(items).splitlines()
    text = record("follow_ups:\n" + "".join(f"{' ' * indent}{line}".rstrip() + "\n" for line in lines), behind)
    text = text.replace("\n", "\r\n") if windows else text
    before = read_record("commitments", "x", "x.md", text.encode())
    stretches = inserted(before.document, "follow_ups", entry, index)
    assert stretches
    assert all(start == end for start, end, _ in stretches)
    after = read_record("commitments", "x", "x.md", put(text, entry, index).encode())
    assert isinstance(before, Commitment)
    assert isinstance(after, Commitment)
    was, now = [_held(one) for one in before.follow_ups], [_held(one) for one in after.follow_ups]
    new = now.pop(min(index, len(was)))
    assert now == was
    assert new == {name: value for name, value in entry.items()}
    assert [one.check for one in after.document.faults] == [one.check for one in before.document.faults]
    assert after.document.text[after.document.body_start :] == before.document.text[before.document.body_start :]
