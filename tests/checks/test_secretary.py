"""What a secretary would notice in prose: the warnings speak where they are sure, name the right record, and are silent otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from traite_cli.diagnostics import Fault

Files = Mapping[str, str | bytes]
Found = Callable[[Files], tuple[Fault, ...]]
_MEETING = "records/meetings/2015-02-02-pleniere.md"
_PEOPLE: Files = {
    "records/people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "records/people/raphael-sodini.md": "---\nname: Raphaël Sodini\nhonorific: M.\nsort_name: Sodini, Raphaël\n---\n",
    "records/organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
}
_SENTENCE = "Alice Tallon enverra la liste des avocats d’ici fin février."


def _minutes(body: str, header: str = "") -> Files:
    return {**_PEOPLE, _MEETING: f"---\ntitle: Réunion plénière\ndate: 2015-02-02\n{header}---\n\n{body}\n"}


def _promise(header: str) -> Files:
    return {"records/commitments/liste.md": f"---\nby: alice-tallon\n{header}\n---\n"}


def _recorded() -> dict[str, Files]:
    at = "title: La liste\nmade_at: 2015-02-02-pleniere"
    return {
        "by its quote": _promise(f"{at}\nquote: {_SENTENCE}"),
        "by a part of it": _promise(f"{at}\nquote: enverra […] d’ici fin février"),
        "by a longer quote": _promise(f"{at}\nquote: {_SENTENCE} Le débat est clos."),
        "by its title": _promise("title: Envoyer la liste des avocats\nmade_at: 2015-02-02-pleniere"),
        "by the day it was made on": _promise(f"title: La liste\nmade_on: 2015-02-02\nquote: {_SENTENCE}"),
        "by a decision": _minutes(_SENTENCE, "decisions: Envoyer la liste des avocats en février.\n"),
    }


@pytest.mark.parametrize("recorded", _recorded().values(), ids=_recorded())
def test_a_promise_on_record_is_not_asked_for(found: Found, recorded: Files) -> None:
    """A quote that holds some of its words, a title or a decision that says it."""
    assert [fault.check for fault in found({**_minutes(f"{_SENTENCE} Le débat est clos."), **recorded})] == []


def test_a_quote_that_is_not_quite_right_is_told_once(found: Found) -> None:
    """As a quote, and not as a promise that nobody recorded as well."""
    recorded = _promise("title: La liste\nmade_at: 2015-02-02-pleniere\nquote: enverra une liste complète des avocats")
    assert [fault.check for fault in found({**_minutes(_SENTENCE), **recorded})] == ["quote-not-found"]


def test_a_promise_recorded_elsewhere_is_asked_for(found: Found) -> None:
    """What another meeting was promised is another promise."""
    other = {"records/meetings/2014-12-01-autre.md": f"---\ntitle: Autre\ndate: 2014-12-01\n---\n\n{_SENTENCE}\n"}
    made = _promise(f"title: La liste\nmade_at: 2014-12-01-autre\nquote: {_SENTENCE}")
    assert [fault.path for fault in found({**_minutes(_SENTENCE), **other, **made})] == [_MEETING]


def test_a_meeting_that_has_its_record_is_no_promise_to_record(found: Found) -> None:
    """« Alice Tallon rencontrera le 19 mars 2015 le ministre »: that meeting is on record already."""
    body = "Alice Tallon rencontrera le 19 mars 2015 le ministre."
    planned = {"records/meetings/2015-03-19-ministre.md": "---\ntitle: Rencontre avec le ministre\ndate: 2015-03-19\n---\n"}
    assert [fault.check for fault in found(_minutes(body))] == ["unrecorded-commitment"]
    assert [fault.check for fault in found({**_minutes(body), **planned})] == []


@pytest.mark.parametrize("slug", ["2015-02-02-cabinet", "2015-02-02-reception"])
def test_a_second_meeting_of_the_day_is_on_record_too(found: Found, slug: str) -> None:
    """What the plenary says of the meeting of that afternoon is no promise to record, whichever of the two comes first in the folder."""
    body = "Alice Tallon rencontrera ce jour, le 2 février 2015, le ministre."
    other = {f"records/meetings/{slug}.md": "---\ntitle: Rencontre avec le ministre\ndate: 2015-02-02\n---\n"}
    assert [fault.check for fault in found(_minutes(body))] == ["unrecorded-commitment"]
    assert [fault.check for fault in found({**_minutes(body), **other})] == []


def test_a_meeting_is_on_record_for_a_note_of_its_name(found: Found) -> None:
    """A note may be called as a meeting is: that is another record all the same."""
    body = "Alice Tallon rencontrera le 19 mars 2015 le ministre."
    note = f"---\ntitle: Note\ndate: 2015-02-02\ntopics: asile\n---\n\n{body}\n"
    files = {**_PEOPLE, "records/topics/asile.md": "---\ntitle: Asile\n---\n", "records/updates/ministre.md": note}
    planned = {"records/meetings/ministre.md": "---\ntitle: Rencontre avec le ministre\ndate: 2015-03-19\n---\n"}
    assert [fault.check for fault in found(files)] == ["unrecorded-commitment"]
    assert [fault.check for fault in found({**files, **planned})] == []


@pytest.mark.parametrize(
    ("who", "by"),
    {
        "Alice Tallon": "alice-tallon",
        "M. Sodini": "raphael-sodini",
        "Alice": "alice-tallon",
        "MIPROF": "miprof",
        "La MIPROF": "miprof",
        "Samuel": "",
    }.items(),
)
def test_the_record_to_create_is_by_whom_the_sentence_names(found: Found, who: str, by: str) -> None:
    """A known name, a title with the family name, the first name of somebody present, an acronym; nobody where nobody is known."""
    body = f"{who} transmettra la liste avant le 12 mars."
    (fault,) = found(_minutes(body, "participants: alice-tallon\n"))
    given = f"--by {by} " if by else ""
    assert fault.facts["command"] == (
        f"\ntraite new-commitment --made-at 2015-02-02-pleniere {given}--due 2015-03-12 "
        f'--title "Transmettra la liste avant le 12 mars" --quote "{body}"'
    )


@pytest.mark.parametrize(
    ("met", "by"),
    [("interlocutors: miprof\n", " --by miprof "), ("interlocutors: [miprof, interregionale]\n", " --title "), ("", " --title ")],
)
def test_some_words_of_an_organisation_that_was_there_are_enough(found: Found, met: str, by: str) -> None:
    """« La mission » is the one that was met; of two, or of one that was not there, nobody can tell."""
    other = {"records/organisations/interregionale.md": "---\nname: Mission interrégionale\n---\n"}
    (fault,) = found({**_minutes("La mission s’engage à répondre.", met), **other})
    assert f"2015-02-02-pleniere{by}" in str(fault.facts["command"])


@pytest.mark.parametrize(
    ("line", "said", "by"),
    [
        ("ENGAGEMENT : le robinet sera posé en mai.", "le robinet sera posé en mai.", ""),
        ("- **Engagement de la MIPROF** – le robinet sera posé en mai", "le robinet sera posé en mai", "miprof"),
        ("Commitment (MIPROF): the list before June", "the list before June", "miprof"),
    ],
)
def test_a_line_that_is_marked_is_a_promise(found: Found, line: str, said: str, by: str) -> None:
    """Whatever its words; once, and no more when a commitment has its words. Other marks are headings too often."""
    (fault,) = found(_minutes(f"{line}\n\nActions : imprimer.\n\n> Engagement : rien."))
    assert (fault.check, fault.span.column) == ("unrecorded-commitment", line.index(said) + 1)
    assert (f" --by {by} " if by else " --title ") in str(fault.facts["command"])
    assert found({**_minutes(line), **_promise(f"title: Le robinet\nmade_at: 2015-02-02-pleniere\nquote: {said}")}) == ()


def test_a_marked_line_that_sounds_like_a_promise_is_told_once(found: Found) -> None:
    """By its words, or by its mark."""
    assert len(found(_minutes("ENGAGEMENT : Alice Tallon se charge d’écrire."))) == 1


def test_a_long_list_is_told_once(found: Found) -> None:
    """At its first task that is not recorded, with the number of those; once few are left each is told."""
    tasks = ["imprimer les affiches", "relire la charte", "réserver la salle", "prévenir la presse"]
    body = "## À faire\n\n" + "".join(f"- {task}\n" for task in tasks)
    (fault,) = found(_minutes(body))
    assert (fault.variant, fault.facts["count"], fault.span.line) == ("list", 4, 8)
    one = _promise(f"title: Les affiches\nmade_at: 2015-02-02-pleniere\nquote: {tasks[0]}")
    assert [fault.span.line for fault in found({**_minutes(body), **one})] == [9, 10, 11]


def test_promises_of_a_note_are_asked_for_too(found: Found) -> None:
    """An update is named with its kind."""
    update = "---\ntitle: Le rapport\ndate: 2015-02-02\ntopics: sejour\n---\n\nLe préfet s’engage à répondre.\n"
    (fault,) = found({"records/updates/rapport.md": update, "records/topics/sejour.md": "---\ntitle: Le séjour\n---\n"})
    assert " --made-at updates/rapport " in str(fault.facts["command"])
    assert fault.facts["who"] == "Le préfet"


@pytest.mark.parametrize("body", ["Vu avec M. Sodini, Sodini Raphaël et RAPHAEL SODINI.", "Vu avec la Miprof et Alice TALLON."])
def test_spellings_that_records_imply_are_known(found: Found, body: str) -> None:
    """The sorted name, a title with the family name, capitals and accents are no slips."""
    assert found(_minutes(body)) == ()


def test_a_slip_is_told_wherever_it_stands(found: Found) -> None:
    """In a topic's text too, once, with the line that makes it a known spelling."""
    topic = "---\ntitle: Le séjour\n---\n\nSuivi par Alice Talon.\n\nVoir Alice Talon.\n"
    (fault,) = found({**_PEOPLE, "records/topics/sejour.md": topic})
    assert (fault.check, fault.span.line, fault.span.column) == ("name-nearly-known", 5, 11)
    assert fault.facts["lines"] == '\nother_names:\n  - "Alice Talon"'


def _two(kind: str, one: str, other: str) -> Files:
    return {f"records/{kind}/a.md": f"---\n{one}\n---\n", f"records/{kind}/b.md": f"---\n{other}\n---\n", **_PEOPLE}


_ONE = {
    "capitals and accents": _two("people", "name: Anaïs Buot", "name: ANAIS BUOT"),
    "family name first": _two("people", "name: Anaïs Buot", "name: Buot Anaïs"),
    "a spelling that the other lists": _two("people", "name: Anaïs Buot\nother_names: A. Buot-Leroux", "name: A. Buot-Leroux"),
    "a letter apart in one organisation": _two("people", "name: Anaïs Buot\nmemberships: miprof", "name: Anaïs Buott\nmemberships: miprof"),
    "an organisation in other capitals": _two("organisations", "name: Secours Catholique", "name: SECOURS CATHOLIQUE"),
    "an organisation by another name too": _two("organisations", "name: Secours Catholique", "name: Secours catholique – Caritas France"),
    "one acronym and a word": _two(
        "organisations", "name: Mission de protection\nacronym: MIPRO", "name: Mission nationale\nacronym: MIPRO"
    ),
}
_TWO = {
    "relatives": _two("people", "name: Anaïs Buot", "name: Annie Buot"),
    "a letter apart elsewhere": _two("people", "name: Anaïs Buot", "name: Anaïs Buott"),
    "two first names": _two("people", "name: Michel Buot\nmemberships: miprof", "name: Michèle Buot\nmemberships: miprof"),
    "one family name": _two("people", "name: Buot", "name: Buot Anaïs"),
    "a group of a body": _two("organisations", "name: Amnesty International", "name: Amnesty International – Groupe de Lyon"),
    "a part by its record": _two("organisations", "name: Conseil de l’Europe", "name: Conseil de l’Europe – Greta\nparents: a"),
    "one acronym of two": _two("organisations", "name: Mission de protection\nacronym: MIPRO", "name: Mouvement paysan\nacronym: MIPRO"),
    "a longer name": _two("organisations", "name: Action catholique", "name: Action catholique des femmes"),
}


@pytest.mark.parametrize("files", _ONE.values(), ids=_ONE)
def test_two_records_of_one_are_told_once(found: Found, files: Files) -> None:
    """At the name of the later one, which names the other."""
    (fault,) = found(files)
    assert (fault.check, fault.path.rpartition("/")[2], fault.span.line) == ("probably-the-same", "b.md", 2)
    assert str(fault.facts["path"]).endswith("/a.md")


@pytest.mark.parametrize("files", _TWO.values(), ids=_TWO)
def test_two_that_may_well_be_two_are_left_alone(found: Found, files: Files) -> None:
    """People of one family, and bodies with their parts, are not each other."""
    assert found(files) == ()


def test_of_two_records_the_one_looked_at_is_told(loaded: Callable[[Files], object]) -> None:
    """Asked about the earlier record alone, the warning stands there."""
    from datetime import date

    from traite_cli.checks.choosing import below
    from traite_cli.checks.running import faults_of

    repository = below(loaded(_two("people", "name: Anaïs Buot", "name: BUOT Anaïs")), ["records/people/a.md"])  # type: ignore[arg-type]
    (fault,) = faults_of(repository, date(2015, 1, 22))
    assert (fault.path, fault.facts["path"]) == ("records/people/a.md", "records/people/b.md")
