"""What each field takes and what it refuses, told at the very value."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marked import at_marks, checks_of, read
from traite_cli.dates import EdtfDate
from traite_cli.kinds import KINDS, Block, Choice, Commitment, Meeting, Ref, Reference, Struct
from traite_cli.kinds.unknown import meant_by
from traite_cli.language import LANGUAGES, Language, translator
from traite_cli.repository import Configuration, Repository
from traite_cli.saying.plain import plain_record


def inner_blocks(kind: type[Block]) -> list[type[Block]]:
    """The blocks that the entries of a kind's lists are."""
    return [block for one in kind.FIELDS.values() if (block := getattr(one.type, "block", None)) is not None]


MEETING = "---\ntitle: a\ndate: 2014\n{}\n---\n"


def value(line: str, field: str, kind: str = "meetings") -> Any:
    """The value of a field in a record that is otherwise healthy."""
    head = {"people": "name: a", "organisations": "name: a", "meetings": "title: a\ndate: 2014"}.get(kind, "title: a")
    return read(f"---\n{head}\n{line}\n---\n", kind).values.get(field)


def refused(line: str, kind: str = "meetings") -> tuple[str, str]:
    """The check and variant of the one fault that stands at the mark."""
    head = {
        "people": "name: a",
        "organisations": "name: a",
        "meetings": "title: a\ndate: 2014",
        "requests": "title: a\nto: b\ndate: 2014",
    }.get(kind, "title: a")
    (fault,) = at_marks(f"---\n{head}\n{line}\n---\n", kind)
    return fault.check, fault.variant


@pytest.mark.parametrize(
    ("line", "check", "variant"),
    [
        ("place: ⟦[a, b]⟧", "wrong-type", "list"),
        ("place: ⟦{a: b}⟧", "wrong-type", "mapping"),
        ('place: ⟦""⟧', "empty-text", ""),
        ('place: ⟦"  "⟧', "empty-text", ""),
        ('place: ⟦"a\\nb"⟧', "several-lines", ""),
        ("notices: ⟦22/10/2014⟧", "not-a-date", "french_order+"),
        ("notices: ⟦2014-13⟧", "not-a-date", "no_such_month"),
        ("notices: ⟦2015-02-30⟧", "not-a-date", "no_such_day"),
        ("notices: [2014, ⟦hier⟧]", "not-a-date", "not_a_date"),
        ("notices: ⟦{a: b}⟧", "wrong-type", "mapping"),
        ("time: ⟦25:00⟧", "not-a-time", "no_such_time"),
        ("time: ⟦midi⟧", "not-a-time", "not_a_time+"),
        ("time: ⟦12:00/9:30⟧", "not-a-time", "end_before_start"),
        ("cancelled: ⟦oui⟧", "not-a-choice", "near"),
        ("cancelled: ⟦peut-être⟧", "not-a-choice", ""),
        ("classification: ⟦plénière⟧", "not-a-choice", "near"),
        ("classification: ⟦assemblée⟧", "not-a-choice", ""),
        ("classification: ⟦plenari⟧", "not-a-choice", "near"),
        ("classification: ⟦[plenary, event]⟧", "wrong-type", "list"),
        ("organisers: ⟦Miprof⟧", "not-a-slug", "reference"),
        ("organisers: ⟦people/alice⟧", "reference-kind", "kind"),
        ("organisers: ⟦/miprof⟧", "reference-kind", "kind-unknown"),
        ("organisers: ⟦orga/miprof⟧", "reference-kind", "kind-unknown"),
        ("former_slugs: ⟦Réunion du 3⟧", "not-a-slug", ""),
        ("links: [{url: ⟦www.cncdh.fr⟧}]", "not-an-address", "+"),
        ("links: [{url: ⟦javascript:alert(1)⟧}]", "not-an-address", ""),
        ("links: [{url: ⟦file:///etc/passwd⟧}]", "not-an-address", ""),
        ("links: ⟦https://www.cncdh.fr⟧", "wrong-type", "block-expected"),
        ("decisions: [⟦[a]⟧]", "wrong-type", "block-expected"),
        ("participants: [{person: ⟦Alice Tallon⟧}]", "not-a-slug", "reference"),
        ("x: ⟦12⟧", "wrong-type", "own-expected"),
        ("notices: [2014, ⟦~⟧]", "empty-item", ""),
    ],
)
def test_what_a_field_refuses_is_told_at_the_value(line: str, check: str, variant: str) -> None:
    """One fault, at the very value, item or inner value."""
    if check == "empty-item":  # of an empty item there is nothing to point at but its place
        line = line.replace("⟦~⟧", "⟦~]⟧").replace("]⟧]", "]⟧")
    assert refused(line) == (check, variant)


@pytest.mark.parametrize("item", ["0", "-1", "1.5", "un", "1000000", "²", "１"])
def test_the_number_of_a_question_is_a_whole_number_from_one(item: str) -> None:
    """Digits as on a keyboard, and no more of them than there can be questions."""
    assert refused(f"answers: [{{item: ⟦{item}⟧, status: answered}}]", "requests") == ("wrong-type", "number")


@pytest.mark.parametrize(
    "path", ["../traite.toml", "/etc/passwd", "a/../../b", "C:\\a", "a\\b", "a//b", "./a", "attachments/../b", "attachments/"]
)
def test_a_file_lies_under_attachments(path: str) -> None:
    """A path that could lead out of the folder is refused."""
    assert refused(f"file: ⟦{path}⟧", "documents") == ("path-outside", "")


def test_a_file_is_written_with_its_folder_or_without() -> None:
    """`attachments/a.pdf` is `a.pdf`."""
    assert value("file: attachments/2014/a.pdf", "file", "documents") == value("file: 2014/a.pdf", "file", "documents") == "2014/a.pdf"


@pytest.mark.parametrize("written", ["miprof", "[miprof]", "\n- miprof", "organisations/miprof", "'miprof'"])
def test_a_field_that_takes_a_list_takes_a_single_value_too(written: str) -> None:
    """One organiser needs no hyphen."""
    (ref,) = value(f"organisers: {written}", "organisers")
    assert (ref.slug, ref.kinds) == ("miprof", ("organisations",))


@pytest.mark.parametrize("written", ["ici", "[ici]", "\n- ici"])
def test_a_field_that_takes_one_value_takes_a_list_of_one(written: str) -> None:
    """A list of one value is that value."""
    assert value(f"place: {written}", "place") == "ici"


@pytest.mark.parametrize("written", ["[~]", "[]", "~", "", "\n-", "null"])
@pytest.mark.parametrize("field", ["place", "time", "prepares", "classification", "cancelled"])
def test_nothing_is_no_value_of_any_type(field: str, written: str) -> None:
    """An empty value, `~`, `null` or an empty list is absent, and no fault."""
    record = read(MEETING.format(f"{field}: {written}"))
    assert record.document.faults == []
    assert field not in record.values


@pytest.mark.parametrize("field", ["notices", "organisers", "participants", "agenda", "documents"])
@pytest.mark.parametrize("written", ["[]", "~", "", "null"])
def test_nothing_is_an_empty_list(field: str, written: str) -> None:
    """The same of a field that takes a list."""
    record = read(MEETING.format(f"{field}: {written}"))
    assert record.document.faults == []
    assert getattr(record, field) == ()


def test_faults_of_blocks_inside_blocks_stand_at_their_own_values() -> None:
    """Each field of an inner mapping has its own place, however deep."""
    faults = at_marks(
        "---\ntitle: a\nby: b\nmade_on: 2014\nfollow_ups:\n  - date: ⟦hier⟧\n    status: ⟦tenu⟧\n    reply: {date: ⟦demain⟧, ⟦texte⟧: oui, by: ⟦M. X⟧}\n"
        "  - ⟦statut⟧: kept\nescalation:\n  - {if: ⟦jamais⟧, after: 2014, action: ⟦[a, b]⟧}\n---\n".replace(
            "  - ⟦statut⟧", "  - date: 2014\n    ⟦statut⟧"
        ),
        "commitments",
    )
    assert [fault.check for fault in faults] == [
        "not-a-date", "not-a-choice", "not-a-date", "unknown-key", "not-a-slug", "unknown-key", "not-a-choice", "wrong-type",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("titel", "title"), ("Title", "title"), ("participant", "participants"), ("lieu", "place"), ("Lieu", "place"), ("salle", "room"), ("heure", "time"),
        ("décisions", "decisions"), ("ordre du jour", "agenda"), ("odj", "agenda"), ("excusés", "excused"), ("représentés", "represented"), ("thème", "topics"),
        ("xyz", ""), ("a", ""), ("prochaine", ""), ("<<", ""), ("é", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_unknown_key_has_the_nearest_known_one(key: str, near: str) -> None:
    """A slip, a French word, another case: the field that was meant is named; of a word that is near none, nothing is guessed."""
    (fault,) = [one for one in read(MEETING.format(f"? {key!r}\n: b")).document.faults if one.check == "unknown-key"]
    assert fault.facts["near"] == near
    assert (fault.facts["key"], fault.variant) == (key, "near" if near else "")


@pytest.mark.parametrize(("kind", "key", "near"), [
    ("people", "nom", "name"), ("people", "adhésions", "memberships"), ("organisations", "sigle", "acronym"), ("commitments", "échéance", "due"),
    ("commitments", "suivi", "follow_ups"), ("commitments", "due_date", "due"), ("requests", "réponses", "answers"), ("editions", "rubriques", "sections"),
    ("editions", "pièces jointes", "enclosures"), ("editions", "prochaine_rencontre", "next_meeting"), ("meetings", "ordre_du_jour", "agenda"), ("updates", "titre", "title"), ("documents", "auteurs", "authors"), ("topics", "audiance", "audience"),
])  # fmt: skip
def test_words_that_people_write_for_a_key_of_another_kind(kind: str, key: str, near: str) -> None:
    """Each kind has its own fields, and its own guesses."""
    (fault,) = [one for one in read(f"---\n{key}: b\n---\n", kind).document.faults if one.check == "unknown-key"]
    assert fault.facts["near"] == near


def test_a_field_that_was_meant_is_not_missing_as_well() -> None:
    """« Titre: a » is one fault, not two."""
    assert checks_of("---\ntitre: a\ndate: 2014\n---\n") == ["unknown-key"]


def test_own_keys_are_no_unknown_ones() -> None:
    """Under `x:` everything is the user's own."""
    assert checks_of(MEETING.format("x: {titel: 1, lieu: {salle: 2}}")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_required_fields(kind: str) -> None:
    """A record without them has one fault for each, at its first key; an empty one is pointed at where it stands."""
    required = [name for name, field in KINDS[kind].FIELDS.items() if field.required]
    assert required
    faults = read("---\nsource: b\n---\n", kind).document.faults
    assert [(fault.check, fault.facts["field"], fault.span.line, fault.span.end_column) for fault in faults] == [
        ("field-missing", name, 2, 7) for name in sorted(required, key=required.index)
    ]
    empty = read("---\n" + "".join(f"{name}:\n" for name in required) + "---\n", kind).document.faults
    assert [(fault.variant, fault.span.line) for fault in empty] == [("empty", line) for line in range(2, len(required) + 2)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_of_a_field_is_healthy(kind: str) -> None:
    """What the reference and the hints show can be pasted: the field reads it without a word."""
    for name, field in KINDS[kind].FIELDS.items():
        record = read(f"---\n{name}: {field.example}\n---\n", kind)
        assert [fault for fault in record.document.faults if fault.check != "field-missing"] == [], name
        assert record.values[name]
        if isinstance(field.type, Struct):
            for inner in field.type.block.FIELDS.values():
                if inner.name != "topics":
                    assert inner.example
                    item = read(f"---\n{name}: {{{inner.name}: {inner.example}}}\n---\n", kind)
                    assert [fault for fault in item.document.faults if fault.check != "field-missing"] == [], (name, inner.name)


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_vocabulary_is_read(kind: str) -> None:
    """Each choice that a field names is one that it takes."""
    for name, field in KINDS[kind].FIELDS.items():
        for word in field.type.choices if isinstance(field.type, Choice) else ():
            assert read(f"---\n{name}: {word}\n---\n", kind).values[name] == word


def test_where_kinds_mix_a_reference_says_its_own() -> None:
    """`made_at` is a meeting, or `updates/slug`; a section's records are always written with their kind."""
    assert value("made_at: 2014-10-22-cabinet", "made_at", "commitments").kinds == ("meetings",)
    assert value("made_at: updates/site", "made_at", "commitments").kinds == ("updates",)
    assert value("made_at: meetings/cabinet", "made_at", "commitments").slug == "cabinet"
    assert refused("by: b\nmade_at: ⟦people/cabinet⟧", "commitments") == ("reference-kind", "kind")
    (section,) = value("date: 2015\nsections: [{records: [updates/site, meetings/cabinet]}]", "sections", "editions")
    assert [str(ref) for ref in section.records] == ["updates/site", "meetings/cabinet"]
    assert refused("date: 2015\nsections: [{records: ⟦site⟧}]", "editions") == ("reference-kind", "bare")


def test_a_bare_slug_of_an_attendance_list_may_be_a_person_or_an_organisation() -> None:
    """Only the repository knows which."""
    (entry,) = value("participants: miprof", "participants")
    assert entry.values["*"].kinds == ("people", "organisations")
    assert refused("participants: ⟦meetings/miprof⟧") == ("reference-kind", "kind")


CORE = [
    ("08", 8), ("0o17", 15), ("0x1F", 31), ("-12", -12), ("+3", 3), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5), ("1_000", "1_000"), ("0b1", "0b1"), ("12:30", "12:30"),
    ("true", True), ("False", False), ("yes", "yes"), ("NO", "NO"), ("on", "on"), ("~", None), ("null", None), ("", None), ('"08"', "08"), ("'true'", "true"),
    ("2014-10-22", "2014-10-22"), (".inf", math.inf), ("-.INF", -math.inf), (".iNf", ".iNf"), ("=", "="), ("1e999", "1e999"), ("0o8", "0o8"), ("١", "١"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), CORE)
def test_own_keys_follow_the_core_schema(written: str, meant: Any) -> None:
    """Under `x:` the YAML 1.2 core rules hold, and no others."""
    found = value(f"x: {{a: {written} }}", "x")["a"]
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize("written", [".nan", ".NaN", ".NAN"])
def test_no_number_is_one_of_the_core_schema(written: str) -> None:
    """In its three spellings."""
    assert math.isnan(value(f"x: {{a: {written} }}", "x")["a"])


OWN = st.recursive(st.sampled_from([written for written, _ in CORE if written] + [".nan"]), lambda inner: st.one_of(
    st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
    st.dictionaries(st.sampled_from(["a", "b", "c", "été"]), inner, max_size=3).map(lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items.items()) + "}"),
), max_leaves=8)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(OWN)
def test_own_keys_can_always_be_told_to_other_programs(written: str) -> None:
    """Whatever stands under `x:` is JSON that everybody reads: what JSON has no word for keeps that of YAML."""
    record = read(MEETING.format(f"x: {{own: {written}}}"))
    repository = Repository(Configuration("a"), {"meetings": {"x": record}})
    found = plain_record(repository, record, EdtfDate.parse("2015-01-22").first)
    assert json.loads(json.dumps(found, allow_nan=False))["x"]["own"] is not None or written in {"~", "null"}


def test_a_record_does_not_change() -> None:
    """Fields cannot be set; a changed record is another one, and keeps its places."""
    record = read(MEETING.format("place: ici"))
    assert isinstance(record, Meeting)
    with pytest.raises(AttributeError):
        record.place = "là"  # type: ignore[misc, assignment]
    other = record.replaced(place="là", title=None)
    assert (other.place, other.title, record.place, record.title) == ("là", None, "ici", "a")
    assert other.keys == record.keys


def test_a_field_with_a_word_of_python_for_its_name() -> None:
    """`if` is a field of an escalation, though no attribute can be called so."""
    (escalation,) = value("escalation: {if: overdue, action: écrire}", "escalation", "commitments")
    assert escalation.if_ == "overdue"


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_named_as_it_is_written(kind: str) -> None:
    """The table of a kind lists its fields once, each under the name that stands in a file."""
    fields = KINDS[kind].FIELDS
    assert [field.name for field in fields.values()] == [*fields]
    assert not any(name.endswith("_") for name in fields)
    assert all(field.meaning for field in fields.values())


def test_what_a_block_is_about_is_one_of_its_fields() -> None:
    """The subject of a block, with which it is withheld, names references that it has."""
    for kind in KINDS.values():
        for field in kind.FIELDS.values():
            if isinstance(field.type, Struct):
                block: type[Block] = field.type.block
                for name in block.SUBJECT:
                    assert name == "*" or isinstance(block.FIELDS[name].type, Reference)


def test_a_reference_knows_where_it_stands() -> None:
    """So that a fault found later is told at the very slug."""
    record = read("---\ntitle: a\nby: [b, people/c]\nmade_on: 2014\n---\n", "commitments")
    assert isinstance(record, Commitment)
    assert record.by == (Ref("b", ("people", "organisations"), (18, 19)), Ref("c", ("people",), (21, 29)))


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("classification: ⟦plénière⟧", "plenary"),
        ("classification: ⟦Pleniere⟧", "plenary"),
        ("classification: ⟦préparatoir⟧", "preparatory"),
        ("audience: ⟦membres⟧", "members"),
        ("audience: ⟦Contributeurs⟧", "contributors"),
        ("cancelled: ⟦oui⟧", "true"),
        ("cancelled: ⟦non⟧", "false"),
    ],
)
def test_a_french_word_is_told_with_the_one_that_files_hold(line: str, near: str) -> None:
    """Accents, case and slips of the finger aside."""
    (fault,) = at_marks(f"---\ntitle: a\ndate: 2014\n{line}\n---\n", "meetings")
    assert fault.facts["near"] == near


BLOCKS = [(kind, *inner) for kind in KINDS.values() for inner in ((), *((one,) for one in inner_blocks(kind)))]


@pytest.mark.parametrize("around", BLOCKS, ids=lambda around: "-".join(block.__name__ for block in around))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_is_known_by_what_screens_call_it(around: tuple[type[Block], ...], language: Language) -> None:
    """Who has read « Pris lors de » beside a meeting writes it in a file: told with made_at, or with what such a fact is derived from."""
    for one in around[-1].FIELDS.values():
        label = translator(language)(one.label)
        meant = meant_by(label, around, KINDS)
        assert one.name in (label, meant.near) or meant.derived, label


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("::: membres", "::: members"),
        (":::Membre", "::: members"),
        ("::::: contributeurs :::", "::: contributors"),
        ("::: dossier titre-de-sejour", "::: topic titre-de-sejour"),
        ("::: membres du bureau", ""),
        ("::: public", ""),
        ("::: amis", ""),
    ],
)
def test_a_fence_in_french_words_is_told_with_the_one_that_was_meant(line: str, meant: str) -> None:
    """Only where the line says no more than that."""
    (fault,) = at_marks(f"---\ntitle: a\ndate: 2014\n---\n\n⟦{line}⟧\n", "meetings")
    assert fault.facts.get("meant", "") == meant
