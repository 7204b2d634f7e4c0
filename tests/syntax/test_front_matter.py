"""What YAML and French prose make of each other: the field decides, and every slip is told where it stands, with the line mended."""

from __future__ import annotations

import pytest

from marked import at_marks, checks_of, read

HEADS = "---\ntitle: Réunion\ndate: 2014-10-22\n"


def hint_of(text: str, kind: str = "meetings") -> str:
    """The line as it should be, of the one fault of a text."""
    (fault,) = at_marks(text, kind)
    return str(fault.facts.get("line") or fault.facts.get("whole") or "")


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("time: 9:30", "time", "09:30"),
        ("time: 9h30", "time", "09:30"),
        ("time: 18 h 30", "time", "18:30"),
        ("time: 09:30/12:00", "time", "09:30/12:00"),
        ("place: NO", "place", "NO"),
        ("place: yes", "place", "yes"),
        ("place: 08", "place", "08"),
        ("place: 0x1F", "place", "0x1F"),
        ("place: 1e3", "place", "1e3"),
        ("place: 2015-01-22", "place", "2015-01-22"),
        ("place: 12:30:45", "place", "12:30:45"),
        ("place: =", "place", "="),
        ("place: <<", "place", "<<"),
        ("place: l'hôtel de l'Assemblée", "place", "l'hôtel de l'Assemblée"),
        ("place: C#, rue du 11-Novembre", "place", "C#, rue du 11-Novembre"),
        ("place: à Paris  # à confirmer", "place", "à Paris"),
        ("cancelled: TRUE", "cancelled", "True"),
        ("notices: 2014", "notices", "(EdtfDate"),
    ],
)
def test_the_field_decides_what_a_plain_scalar_is(line: str, field: str, said: str) -> None:
    """A time is a time, a text is a text and a year is a year, whatever YAML would make of it."""
    record = read(f"{HEADS}{line}\n---\n")
    assert record.document.faults == []
    assert str(record.values[field]).startswith(said)


@pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL", "# rien", "[]"])
def test_an_empty_value_is_an_absent_one(value: str) -> None:
    """`place:` with nothing, `~` or `null` is as if the line were not there."""
    record = read(f"{HEADS}place: {value}\n---\n")
    assert record.document.faults == []
    assert "place" not in record.values


@pytest.mark.parametrize("value", ['"~"', "'null'"])
def test_a_quoted_null_is_a_text(value: str) -> None:
    """Between quotes a word is the word."""
    assert read(f"{HEADS}place: {value}\n---\n").values["place"] == value[1:-1]


def test_octal_digits_are_a_year_or_a_fault_never_another_number() -> None:
    """`08` is no date, and is told as it was written."""
    (fault,) = at_marks(f"{HEADS}notices: ⟦08⟧\n---\n")
    assert (fault.check, fault.facts["value"]) == ("not-a-date", "08")


def test_a_key_given_twice_is_told_with_the_line_of_the_first() -> None:
    """The first one stays; the second is pointed at."""
    text = "---\ntitle: Un\n⟦title⟧: Deux\ndate: 2014\n---\n"
    (fault,) = at_marks(text)
    assert (fault.check, fault.facts["line"]) == ("key-given-twice", 2)
    assert read(text.replace("⟦", "").replace("⟧", "")).values["title"] == "Un"


@pytest.mark.parametrize("broken", ["", "room: @\n"])
def test_a_key_given_twice_in_an_item_is_told_too(broken: str) -> None:
    """Keys are counted in each mapping, also after a line that YAML cannot read."""
    text = f"{HEADS}{broken}agenda:\n  - title: Un\n    title: Deux\n  - title: Trois\n---\n"
    assert [check for check in checks_of(text) if check != "not-yaml"] == ["key-given-twice"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: ⟦La traite dans le monde : une exploitation⟧", 'title: "La traite dans le monde : une exploitation"'),
        ("title: ⟦La « traite » : l\\'exploitation \\ ici⟧", 'title: "La « traite » : l\\\\\'exploitation \\\\ ici"'),
        ('title: ⟦Le mot "traite" : un mot⟧', 'title: "Le mot \\"traite\\" : un mot"'),
        ("title: ⟦Ordre du jour :⟧", 'title: "Ordre du jour :"'),
        ("title: ⟦Un : deux⟧  # à revoir", 'title: "Un : deux"'),
        ("title: ⟦Un : deux #3⟧", 'title: "Un : deux #3"'),
        ("title: ⟦Un : deux⟧\n# une remarque\n", 'title: "Un : deux"'),
    ],
)
def test_a_colon_in_prose_is_read_as_meant_and_the_line_mended(text: str, line: str) -> None:
    """« dans le monde : une exploitation » is told, and the record has its title all the same."""
    whole = f"---\n{text}\ndate: 2014\n---\n"
    assert hint_of(whole) == line
    assert read(whole.replace("⟦", "").replace("⟧", "")).values["title"] == text.partition("⟦")[2].partition("⟧")[0]


@pytest.mark.parametrize(
    ("text", "kind", "line", "read_as"),
    [
        ("other_names:\n  - ⟦Jean : dit le Grand⟧\n  - b", "people", '- "Jean : dit le Grand"', ("Jean : dit le Grand", "b")),
        ("other_names:\n  - ⟦Jean\u00a0: dit le Grand⟧", "people", '- "Jean\u00a0: dit le Grand"', ("Jean\u00a0: dit le Grand",)),
        ("other_names:\n  - ⟦Jean : dit : là⟧\n  - b", "people", '- "Jean : dit : là"', ("Jean : dit : là", "b")),
        ("other_names: [⟦Jean : dit⟧, b]", "people", '"Jean : dit"', ("Jean : dit", "b")),
        ("other_names: ⟦Jean : dit⟧", "people", 'other_names: "Jean : dit"', ("Jean : dit",)),
    ],
)
def test_a_colon_in_an_item_of_a_list(text: str, kind: str, line: str, read_as: tuple[str, ...]) -> None:
    """In a list « a : b » is valid YAML, a field named « a »: it is the text all the same."""
    whole = f"---\nname: A\n{text}\n---\n"
    assert hint_of(whole, kind) == line
    assert read(whole.replace("⟦", "").replace("⟧", ""), kind).values["other_names"] == read_as


def test_a_colon_in_an_item_that_a_bare_text_may_stand_for() -> None:
    """A decision may be written as a bare text, and so may one with a colon in it."""
    record = read(f"{HEADS}decisions:\n  - Le Collectif décide : on écrira.\n  - On écrit.\n---\n")
    assert [one.values["text"] for one in record.values["decisions"]] == ["Le Collectif décide : on écrira.", "On écrit."]
    assert [fault.check for fault in record.document.faults] == ["colon-in-text"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("title: Réunion ⟦#3⟧", '"Réunion #3"'),
        ("title: Réunion ⟦#3 du groupe⟧", '"Réunion #3 du groupe"'),
        ("title: Réunion ⟦# 3⟧", '"Réunion # 3"'),
        ("title: Réunion\t⟦#ici⟧", '"Réunion #ici"'),
    ],
)
def test_a_text_cut_by_a_number_sign(text: str, whole: str) -> None:
    """` #3` cuts the rest off: what is read is told, and the whole text between quotes."""
    line = f"---\n{text}\ndate: 2014\n---\n"
    assert hint_of(line) == whole
    assert [fault.check for fault in at_marks(line)] == ["text-cut"]


@pytest.mark.parametrize("remark", ["# du jeudi", "#", "# « à voir »"])
def test_a_remark_is_no_cut_text(remark: str) -> None:
    """A number sign with a space and words behind it is a comment, as everywhere in YAML."""
    assert checks_of(f"---\ntitle: Réunion  {remark}\ndate: 2014  {remark}\n---\n") == []


@pytest.mark.parametrize(
    ("line", "variant", "mended"),
    [
        ("place: ⟦@⟧gora", "character+", 'place: "@gora"'),
        ("place: ⟦%⟧ de réussite", "character+", 'place: "% de réussite"'),
        ("place: ⟦`⟧ici`", "character+", 'place: "`ici`"'),
        ("place: ⟦-⟧ ici", "character+", 'place: "- ici"'),
        ("place: ⟦?⟧ ici", "character+", 'place: "? ici"'),
        ("place: ⟦}⟧ ici", "character+", 'place: "} ici"'),
        ("place: ⟦*⟧important*", "alias+", 'place: "*important*"'),
        ('place: "Le "⟦g⟧rand" soir"', "after-value+", 'place: "Le \\"grand\\" soir"'),
        ("place: 'l'⟦h⟧ôtel'", "after-value+", 'place: "l\'hôtel"'),
        ('place: ⟦"⟧Le grand soir', "quote+", 'place: "Le grand soir"'),
        ("place: ⟦'⟧Le grand soir", "quote+", 'place: "Le grand soir"'),
        ('place: "a⟦\\⟧z"', "escape+", 'place: "a\\\\z"'),
        ("place: [a, b⟦ ⟧", "bracket", ""),
    ],
)
def test_what_yaml_minds_is_told_with_the_line_as_it_should_be(line: str, variant: str, mended: str) -> None:
    """The message shows the person's own line, mended; pasted, it reads well."""
    if "⟦ ⟧" in line:  # the end of the line is where the bracket was expected
        line = line.replace("⟦ ⟧", "").replace("b", "⟦b⟧")
    (fault,) = at_marks(f"{HEADS}{line}\nroom: Salle 3\n---\n")
    assert (fault.check, fault.variant, fault.facts.get("line", "")) == ("not-yaml", variant, mended)
    if mended:
        assert checks_of(f"{HEADS}{mended}\nroom: Salle 3\n---\n") == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [("⟦due 2014⟧", "due: 2014"), ("⟦due:2014⟧", "due: 2014"), ("⟦une ligne de prose⟧", ""), ("⟦https://www.cncdh.fr⟧", "")],
)
def test_a_line_without_a_colon_and_a_space(line: str, mended: str) -> None:
    """« due 2014 » says nothing to the machine; the line is given with its colon where it begins with a field's name."""
    (fault,) = at_marks(f"---\ntitle: Écrire\nby: a\nmade_on: 2014\n{line}\n---\n", "commitments")
    found = "" if fault.facts.get("line") is None else str(fault.facts["line"])
    assert fault.check == "line-without-colon"
    assert found == mended or (not mended and fault.variant in {"", "word"})


@pytest.mark.parametrize(
    ("line", "variant", "name"),
    [("place: ⟦&siege⟧ au siège", "anchor", "siege"), ("place: ⟦!!str au siège⟧", "tag", None), ("place: ⟦!ici au siège⟧", "tag", None)],
)
def test_anchors_and_tags_are_told_and_the_value_read(line: str, variant: str, name: str | None) -> None:
    """Nothing is named, repeated or turned into something else."""
    whole = f"{HEADS}{line}\n---\n"
    (fault,) = at_marks(whole)
    assert (fault.check, fault.variant, fault.facts.get("name")) == ("yaml-feature", variant, name)
    assert read(whole.replace("⟦", "").replace("⟧", "")).values["place"] == "au siège"


@pytest.mark.parametrize("broken", ["", "room: @\n"])
def test_aliases_are_told_and_never_followed(broken: str) -> None:
    """Neither in a file that YAML reads nor in one that it does not."""
    text = f"{HEADS}{broken}x:\n  a: &a [1, 2]\n  b: [*a, *a]\n---\n"
    record = read(text)
    assert [fault.variant for fault in record.document.faults if fault.check == "yaml-feature"] == ["anchor", "alias", "alias"]
    assert record.values["x"] == {"a": [1, 2], "b": [None, None]}


def test_python_objects_are_texts() -> None:
    """No tag makes anything of a value but a fault."""
    record = read(f'{HEADS}place: !!python/object/apply:os.system ["touch hacked"]\n---\n')
    assert [fault.check for fault in record.document.faults] == ["yaml-feature"]
    assert record.values["place"] == "touch hacked"


def test_what_is_between_the_lines_is_a_mapping_or_told() -> None:
    """A list, or a mere text, is no front matter."""
    assert [fault.check for fault in at_marks("---\n⟦- a⟧\n- b\n---\n")] == ["not-a-mapping"]
    assert [fault.check for fault in at_marks("---\n⟦hello⟧\n---\n")] == ["not-a-mapping"]
    assert checks_of("---\n---\n") == ["field-missing", "field-missing"] or checks_of("---\n---\n") == ["field-missing"]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("", "front-matter-missing"),
        ("Bonjour\n", "front-matter-missing"),
        ("\n---\ntitle: a\n---\n", "front-matter-missing"),
        ("---\ntitle: a\ndate: 2014\n", "front-matter-unclosed"),
    ],
)
def test_front_matter_stands_between_its_lines(text: str, check: str) -> None:
    """It begins with the first character of the file, and ends."""
    assert checks_of(text) == [check]


def test_unclosed_front_matter_is_read_up_to_what_can_be_no_part_of_it() -> None:
    """Its fields are not missing as well, and the text below is text."""
    record = read("---\ntitle: Réunion\ndate: 2014\n\nLe texte : ici.\n")
    assert [fault.check for fault in record.document.faults] == ["front-matter-unclosed"]
    assert record.values["title"] == "Réunion"
    assert "Le texte" in record.document.text[record.document.body_start :]
    assert record.doubtful


def test_a_line_of_hyphens_in_the_body_is_a_rule() -> None:
    """Only the first one closes the front matter."""
    record = read("---\ntitle: Réunion\ndate: 2014\n---\n\nUn\n\n---\n\nDeux\n")
    assert record.document.faults == []
    assert "Deux" in record.document.text[record.document.body_start :]
