"""Two records of one person become one: nothing that either says is lost, and all that names the second names the first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from traite_cli.diagnostics import Fault
from traite_cli.errors import LostRace, NotFound, Refused
from traite_cli.kinds import KINDS, Person
from traite_cli.repository import Repository, record_called
from traite_cli.syntax import MOST_BYTES
from traite_cli.workspace import Workspace
from traite_cli.writing import Merged, merged, taken_back, write_together

DAY = date(2015, 1, 22)
KEPT, GONE = "records/people/alice-tallon.md", "records/people/a-tallon.md"
FILES = {
    "traite.toml": 'name = "Essai"\n',
    KEPT: "---\nname: Alice Tallon  # elle\nmemberships:\n  - organisation: afj\n    role: juriste\n---\n\nNée à Lyon.",
    GONE: "---\r\nname: A. Tallon\r\nother_names: [ALICE TALLON, Alice Talon]\r\n---\r\n",
    "records/organisations/afj.md": "---\nname: AFJ\n---\n",
    "records/organisations/miprof.md": "---\nname: MIPROF\n---\n",
    "records/topics/sejour.md": "---\ntitle: Séjour\nlead: [afj, 'a-tallon']\n---\n\n[Elle](../people/a-tallon.md#x).\n",
}


def put(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in {**FILES, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return root


def merge(root: Path) -> Merged:
    workspace = Workspace(root, DAY)
    repository = workspace.repository
    people = (record_called(repository, name, Person) for name in ("alice-tallon", "a-tallon"))
    return merged(repository, workspace.source, *people, DAY)


def after(root: Path, files: Mapping[str, str], path: str = KEPT) -> str:
    """A file once two records are merged, by default that of the one that stays."""
    found = merge(put(root, files))
    assert found.faults == ()
    write_together(root, found.changes)
    assert not (root / GONE).exists()
    return (root / path).read_bytes().decode()


def person(fields: str, body: str = "") -> str:
    return f"---\nname: A. Tallon\n{fields}---\n{body}"


def test_what_names_the_second_names_the_first(tmp_path: Path) -> None:
    """Fields and links follow, no other character changes, and undo brings both back."""
    text = after(tmp_path, {}, "records/topics/sejour.md")
    assert text == FILES["records/topics/sejour.md"].replace("a-tallon", "alice-tallon")
    assert (tmp_path / KEPT).read_bytes().decode() == FILES[KEPT].replace(
        "juriste\n", "juriste\nother_names:\n  - A. Tallon\n  - Alice Talon\nformer_slugs:\n  - a-tallon\n"
    )
    write_together(tmp_path, taken_back(tmp_path))
    assert {path: (tmp_path / path).read_bytes().decode() for path in FILES} == FILES


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("memberships: afj\n", "  - organisation: afj\n    role: juriste\nother"),
        ("memberships: {organisation: afj, role: Juriste}\n", "  - organisation: afj\n    role: juriste\nother"),
        ("memberships: {organisation: afj, role: juriste, start_date: 2013}\n", "    role: juriste\n    start_date: 2013\nother"),
        ("memberships: {organisation: afj, role: trésorière}\n", "    role: juriste\n  - organisation: afj\n    role: trésorière\nother"),
        ("memberships: {organisation: miprof, end_date: 2012}\n", "    role: juriste\n  - organisation: miprof\n    end_date: 2012\nother"),
    ],
)
def test_a_function_is_left_out_only_where_another_says_all_of_it(tmp_path: Path, theirs: str, ours: str) -> None:
    """One that says more completes the one that says less; one that says something else stands beside it."""
    assert ours in after(tmp_path, {GONE: person(theirs)})


def test_two_functions_in_one_place_at_one_time_are_told(tmp_path: Path) -> None:
    """They may be two, or one with a wrong year: a person knows."""
    (told,) = merge(put(tmp_path, {GONE: person("memberships: {organisation: afj, role: trésorière, start_date: 2013}\n")})).told
    assert told.facts == {"organisation": "afj", "ours": "juriste", "theirs": "trésorière 2013/.."}


@pytest.mark.parametrize(
    ("kept", "theirs", "line"),
    [
        ("memberships: afj\n", "memberships: {organisation: miprof}\n", "memberships: [afj, {organisation: miprof}]\n"),
        ("memberships: afj\n", "memberships: {organisation: afj, role: a}\n", "memberships: {organisation: afj, role: a}\n"),
        ("memberships: [afj]\n", "memberships: {organisation: afj, role: a}\n", "memberships: [{organisation: afj, role: a}]\n"),
        ("", "honorific: Mme\n", "honorific: Mme\n"),
        ("honorific:  # ?\n", "honorific: Mme\n", "honorific: Mme  # ?\n"),
        ("", "sort_name: 'Tallon, Alice'\n", 'sort_name: "Tallon, Alice"\n'),
        ("", "topics: sejour\n", "topics:\n  - sejour\n"),
        ("topics: [sejour]\n", "topics: sejour\n", "topics: [sejour]\n"),
        ("", "links: {url: 'https://a.org/x', note: son site}\n", '  - url: "https://a.org/x"\n    note: son site\n'),
        ("", "former_slugs: [alice, tallon]\n", "former_slugs:\n  - a-tallon\n  - alice\n  - tallon\n---"),
        ("", "x:\n  code: 0x1F\n  suite: {a: [1, non]}\n", 'x: {code: 0x1F, suite: {"a": [1, "non"]}}\n'),
        ("x:\n  a: 1\n", "x: {a: 1, b: '2, 3'}\n", 'x:\n  a: 1\n  b: "2, 3"\n'),
        ("contact_details: {type: email, value: a@b.org}\n", "contact_details: {type: Email, value: a@b.org}\n", "details: {type: email, value: a@b.org}\n"),
        (
            "contact_details: {type: email, value: a@b.org}\n",
            "contact_details: {type: email, value: a@b.org, audience: public}\n",
            'details: [{type: email, value: a@b.org}, {type: email, value: "a@b.org", audience: public}]\n',
        ),
    ],
)  # fmt: skip
def test_what_the_first_does_not_say_is_taken_over(tmp_path: Path, kept: str, theirs: str, line: str) -> None:
    """Each field in its own way, and what it says already is not said again."""
    text = after(tmp_path, {KEPT: f"---\nname: Alice Tallon\n{kept}---\n", GONE: person(theirs)})
    assert line in text


@pytest.mark.parametrize(
    ("kept", "theirs", "facts"),
    [
        ("honorific: Mme\n", "honorific: Mlle\n", {"field": "honorific", "ours": "Mme", "theirs": "Mlle", "path": GONE}),
        ("source: a\n", "source: b\n", {"field": "source", "ours": "a", "theirs": "b", "path": GONE}),
        ("x: {a: 1}\n", "x: {a: true}\n", {"field": "x: a", "ours": "1", "theirs": "true", "path": GONE}),
        ("x: {a: 1}\n", "x: {a: [2]}\n", {"field": "x: a", "ours": "1", "theirs": "[2]", "path": GONE}),
        ("", "topics: sejour  # à vérifier\n", {"path": GONE, "line": 3, "text": "# à vérifier"}),
    ],
)
def test_what_cannot_stand_there_twice_is_told(tmp_path: Path, kept: str, theirs: str, facts: dict[str, object]) -> None:
    """With both values: the first stays, and whoever wants the other finds it in what was said."""
    (told,) = merge(put(tmp_path, {KEPT: f"---\nname: Alice Tallon\n{kept}---\n", GONE: person(theirs)})).told
    assert told.facts == facts


@pytest.mark.parametrize(("ours", "theirs", "line"), [("", "audience: contributors\n", "audience: contributors\n"), ("audience: members\n", "", "audience: members\n"), ("audience: members  # m\n", "audience: contributors\n", "audience: contributors  # m\n")])  # fmt: skip
def test_the_whole_is_for_the_narrower_circle(tmp_path: Path, ours: str, theirs: str, line: str) -> None:
    """Nothing reaches more people than before, and it is told."""
    files = {KEPT: f"---\nname: Alice Tallon\n{ours}---\n", GONE: person(theirs)}
    assert len(merge(put(tmp_path, files)).told) == 1
    assert line in after(tmp_path, files)


@pytest.mark.parametrize("ours", ["", "\n", "\nUn texte.", "\nUn texte.\n", "\nUn texte.\n\n"])
def test_one_text_follows_the_other(tmp_path: Path, ours: str) -> None:
    """With an empty line between, its fences as they were, and its links to itself leading to the first."""
    theirs = "\n\n::: contributors\n[Elle](a-tallon.md)\n:::\n"
    text = after(tmp_path, {KEPT: f"---\nname: Alice Tallon\n---\n{ours}", GONE: person("", theirs)})
    body = text.partition("  - a-tallon\n---\n")[2]
    first = "\nUn texte.\n" if ours.strip() else ""
    assert body == f"{first}\n::: contributors\n[Elle](alice-tallon.md)\n:::\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_are_those_of_the_first(tmp_path: Path, newline: str) -> None:
    """A file has one sort of them."""
    kept = "---\nname: Alice Tallon\n---\n\nUn.\n".replace("\n", newline)
    text = after(tmp_path, {KEPT: kept, GONE: person("honorific: Mme\n", "\nDeux.\n").replace("\n", "\r\n")})
    assert text.count("\n") == text.count(newline)
    assert text.count("\r") == text.count(newline) * (newline == "\r\n")
    assert text.endswith(f"Un.{newline}{newline}Deux.{newline}")


def test_a_text_that_would_be_hidden_is_not_appended(tmp_path: Path) -> None:
    """Behind a block of code that nobody closed, a passage for few would be none."""
    files = {KEPT: "---\nname: Alice Tallon\n---\n\n```\ncode\n", GONE: person("", "\n::: contributors\nSecret.\n:::\n")}
    with pytest.raises(Refused):
        merge(put(tmp_path, files))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("participants: [alice-tallon, a-tallon]\n", "participants: [alice-tallon]\n"),
        ("participants: [a-tallon, afj, alice-tallon]\n", "participants: [afj, alice-tallon]\n"),
        ("participants:\n  - a-tallon\n  - alice-tallon\n", "participants:\n  - alice-tallon\n"),
        ("participants:\n  - a-tallon\n  - {person: alice-tallon, note: n}\n", "participants:\n  - {person: alice-tallon, note: n}\n"),
        ("participants:\n  - {person: a-tallon, note: n}\n  - alice-tallon\n", "participants:\n  - {person: alice-tallon, note: n}\n"),
    ],
)
def test_who_would_stand_in_a_list_twice_stands_there_once(tmp_path: Path, before: str, now: str) -> None:
    """The bare name goes where the other entry says as much."""
    meeting = "---\ntitle: Réunion\ndate: 2015-01-05\n{}---\n"
    path = "records/meetings/reunion.md"
    assert after(tmp_path, {path: meeting.format(before)}, path) == meeting.format(now)


@pytest.mark.parametrize(
    "entries",
    [
        "participants:\n  - a-tallon  # à vérifier\n  - {person: alice-tallon, note: n}\n",
        "participants:\n  - {person: a-tallon, note: m}\n  - {person: alice-tallon, note: n}\n",
        "participants: alice-tallon\nexcused: a-tallon\n",
    ],
)
def test_what_only_a_person_can_decide_is_noticed(tmp_path: Path, entries: str) -> None:
    """Both entries stay, and what validate will say of them is said at once."""
    found = merge(put(tmp_path, {"records/meetings/reunion.md": f"---\ntitle: Réunion\ndate: 2015-01-05\n{entries}---\n"}))
    assert [fault.check for fault in found.noticed] == ["attendance-contradiction"]


def test_an_error_by_it_elsewhere_keeps_it_from_being_done(tmp_path: Path) -> None:
    """In a meeting that names the first alone, nobody knew any more for whom she sat."""
    files = {
        "records/meetings/reunion.md": "---\ntitle: Réunion\ndate: 2015-01-05\nparticipants: alice-tallon\n---\n",
        GONE: person("memberships: miprof\n"),
    }
    assert [fault.check for fault in merge(put(tmp_path, files)).faults] == ["attendance-ambiguous"]


@pytest.mark.parametrize(
    "files",
    [
        {KEPT: "---\nname: Alice Tallon\nnom: Alice\n---\n"},
        {GONE: "---\nname: A. Tallon\nmemberships: inconnue\n---\n"},
        {GONE: "---\nname: A. Tallon\n---\n\n::: membres\nx\n:::\n"},
        {KEPT: "---\nname: Alice Tallon\nother_names: 'a\n  b'\n---\n"},
        {"records/topics/autre.md": "---\ntitle: Autre\nlead: [a-tallon\n---\n"},
        {"records/topics/autre.md": "---\ntitle: Autre\nlead:\n\t- a-tallon\n---\n"},
        {"records/topics/autre.md": "title: Autre\nlead: a-tallon\n"},
        {"records/topics/autre.md": "---\ntitle: Autre\n---\n" + "x" * MOST_BYTES},
    ],
    ids=range(8),
)
def test_what_cannot_be_read_for_certain_stops_it(tmp_path: Path, files: dict[str, str]) -> None:
    """In either record, or in one that may name the second where nobody can read it."""
    with pytest.raises(Refused):
        merge(put(tmp_path, files))


def test_a_file_that_may_not_be_read_stops_it(tmp_path: Path) -> None:
    """It may name the second: nobody can tell. (The system is not asked in earnest: its administrator reads everything.)"""
    workspace = Workspace(put(tmp_path, {}), DAY)
    told = [Fault("not-a-plain-file", "records/topics/x.md", variant="permission")]
    locked = Repository(workspace.configuration, {kind: workspace.repository.of_kind(kind) for kind in KINDS}, told)
    with pytest.raises(Refused):
        merged(locked, workspace.source, *(record_called(locked, name, Person) for name in ("alice-tallon", "a-tallon")), DAY)


@pytest.mark.parametrize(("name", "error"), [("afj", Refused), ("records/topics/sejour.md", Refused), ("b-talonne", NotFound)])
def test_who_is_no_person_is_told(tmp_path: Path, name: str, error: type[Exception]) -> None:
    """An organisation or a topic by mistake, or a name that nobody has."""
    with pytest.raises(error) as raised:
        record_called(Workspace(put(tmp_path, {}), DAY).repository, name, Person)
    assert type(raised.value) is error


def test_a_record_is_not_merged_with_itself(tmp_path: Path) -> None:
    """By whatever name it is called twice."""
    workspace = Workspace(put(tmp_path, {}), DAY)
    one = record_called(workspace.repository, "people/a-tallon", Person)
    with pytest.raises(Refused):
        merged(workspace.repository, workspace.source, one, record_called(workspace.repository, GONE, Person), DAY)


def test_a_file_that_changed_meanwhile_stops_all_of_it(tmp_path: Path) -> None:
    """Nothing is written when one of the files is not what was read."""
    found = merge(put(tmp_path, {}))
    (tmp_path / "records/topics/sejour.md").write_bytes(b"---\ntitle: Autre\n---\n")
    with pytest.raises(LostRace):
        write_together(tmp_path, found.changes)
    assert {path: (tmp_path / path).read_bytes().decode() for path in (KEPT, GONE)} == {path: FILES[path] for path in (KEPT, GONE)}


def test_the_faults_set_aside_for_the_second_are_set_aside_for_the_first(tmp_path: Path) -> None:
    """traite.toml names the file that stays, and is otherwise the same."""
    text = 'name = "C"\n[[validate.ignore]]\npath = "{}" # x\ncodes = "TR412"\nreason = "r"\n'
    assert after(tmp_path, {"traite.toml": text.format(GONE)}, "traite.toml") == text.format(KEPT)
