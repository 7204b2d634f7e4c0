"""Exports: each read back by another program, the same bytes twice, and nothing in them that is for a narrower circle or a later day."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker

from repositories import ROOT, MakeRepository
from traite_cli.asking import exporting
from traite_cli.asking.exporting import Export, vcard
from traite_cli.asking.exporting import csv as csv_export
from traite_cli.asking.exporting._moments import observances
from traite_cli.index.schema import tables
from traite_cli.language import translator
from traite_cli.repository import Repository, for_audience, on_day
from traite_cli.workspace import Workspace

DAY = date(2015, 1, 22)
TOML = 'name = "Collectif « C »; d’essai"\norganisation = "collectif"\n'
FILES = {
    "organisations/collectif.md": "---\nname: Le Collectif\n---\n",
    "organisations/miprof.md": "---\nname: Mission\nacronym: MIPROF\nother_names: Mission interministérielle\nclassification: public-body\nwebsite: https://miprof.gouv.fr\nparents: [{organisation: ancien, end_date: 2014-08}, {organisation: etat, start_date: 2014-09}]\nformer_slugs: [mission, la-miprof]\n---\n",
    "organisations/etat.md": "---\nname: État\n---\n",
    "organisations/ancien.md": "---\nname: Ancien ministère\n---\n",
    "organisations/membre.md": "---\nname: Membre\ncollective_membership: [{status: candidate, date: 2013~}, {status: member, date: 2014-01/2014-03}]\n---\n",
    "people/zoe.md": "---\nname: Zoé Ké\nsort_name: Ké, Zoé\nhonorific: Mme\nother_names: [Zoë, 'Ké; Z.']\nmemberships: [{organisation: miprof, role: 'cheffe, adjointe', start_date: 2014-01~}, {organisation: etat, end_date: 2013}]\ncontact_details: [{type: email, value: zoe@exemple.org, audience: public}, {type: téléphone, value: 01 23 45 67 89}, {type: adresse, value: '1, rue X; Paris', audience: members}, {type: pigeon, value: 'CONTRIB-pigeon'}]\nlinks: {url: 'https://exemple.org/zoe', note: là}\n---\n",
    "people/seul.md": "---\nname: Seul\n---\n",
    "meetings/tenue.md": "---\ntitle: 'Réunion, avec; tout \\ '\naudience: public\ndate: 2014-11-18\ntime: 9:30/12:00\nplace: au siège\nroom: Salle 3\nclassification: institutional\norganisers: miprof\nparticipants: [zoe, {organisation: membre}]\nagenda: [Un point, {title: Un autre}]\nnotices: [2014-11-01, 2014-11-10]\nformer_slugs: [premiere, deuxieme]\n---\n",
    "meetings/prevue.md": "---\ntitle: Prévue\naudience: public\ndate: 2015-02-02\ntime: 18h\n---\n",
    "meetings/annulee.md": "---\ntitle: Annulée\naudience: public\ndate: 2015-03-29\ntime: 1:30/4:00\ncancelled: true\n---\n",
    "meetings/deux-jours.md": "---\ntitle: Deux jours\naudience: public\ndate: 2015-06-12/2015-06-13\n---\n",
    "meetings/ete.md": "---\ntitle: Été\naudience: public\ndate: 2016-07-01\ntime: 10h\n---\n",
    "meetings/un-mois.md": "---\ntitle: Un mois\naudience: public\ndate: 2015-07~\ntime: 9h\n---\n",
    "meetings/sans-date.md": "---\ntitle: Sans date\naudience: public\nclassification: event\n---\n",
    "meetings/interne.md": "---\ntitle: MEMBERS-interne\ndate: 2014-12-01\n---\nMEMBERS-texte\n\n::: contributors\nCONTRIB-passage\n:::\n",
    "commitments/tout.md": "---\ntitle: '=Écrire'\naudience: public\nby: zoe\nmade_on: 2014-11-18\ndue: 2014\nkept_when: c’est écrit\nfollow_ups: [{date: 2015-01-10, due: 2015-02, note: reporté}]\n---\n",
    "commitments/part.md": "---\ntitle: Une part\naudience: public\nby: zoe\nmade_on: 2014-11-18\npart_of: tout\n---\n",
    "commitments/tenu.md": "---\ntitle: Tenu\naudience: public\nby: zoe\nmade_on: 2014-11-18\ndue: 2015-05-01\nfollow_ups: {date: 2015-01-20, status: kept, note: vu}\n---\n",
    "commitments/retire.md": "---\ntitle: Retiré\naudience: public\nby: zoe\nmade_on: 2014-11-18\ndue: 2015-05-02\nfollow_ups: {date: 2015-01-21, status: withdrawn}\n---\n",
    "commitments/plus-tard.md": "---\ntitle: LATER-promesse\naudience: public\nby: zoe\nmade_on: 2015-03-01\ndue: 2015-06\n---\n",
    "updates/n.md": "---\ntitle: LATER-nouvelle\naudience: public\ndate: 2015-04\ntopics: sejour\n---\nDu neuf.\n",
    "topics/sejour.md": "---\ntitle: Le titre\n---\n\n::: members\nMEMBERS-dossier\n:::\n",
    "documents/d.md": "---\ntitle: CONTRIB-document\naudience: contributors\n---\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES, toml=TOML).repository


def export_of(repository: Repository, audience: str = "contributors", day: date = DAY) -> Export:
    cut = for_audience(on_day(repository, day), audience).repository
    return Export(cut, day, audience, "0123456789", translator("fr"))


def told(name: str, export: Export) -> str:
    """All text in a file, archives and databases opened."""
    data = exporting.load(name)(export)
    if name == "csv":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(one).decode("utf-8-sig") for one in archive.namelist())
    if name == "sqlite":
        return "\n".join(database(data).iterdump())
    return re.sub(r"\r\n ", "", data.decode())


def database(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


def test_the_formats() -> None:
    """What the folder holds is what can be asked for."""
    assert exporting.names() == ["csv", "ics", "json", "popolo", "sqlite", "vcard"]


@pytest.mark.parametrize("name", exporting.names())
def test_the_same_records_make_the_same_bytes(make_repository: MakeRepository, name: str) -> None:
    """No clock, no order of chance: two runs over two copies give the same file."""
    made = [exporting.load(name)(export_of(make_repository(FILES, toml=TOML).repository)) for _ in range(2)]
    assert made[0] == made[1]


@pytest.mark.parametrize("name", exporting.names())
@pytest.mark.parametrize("audience", ["public", "members", "contributors"])
def test_a_file_says_for_whom_it_is(repository: Repository, name: str, audience: str) -> None:
    """Its first kilobytes tell the circle, whatever the records say."""
    assert exporting.circle_of(exporting.load(name)(export_of(repository, audience))) == audience
    assert exporting.circle_of(b"Une liste pour members, audience: public") == ""


@pytest.mark.parametrize("name", exporting.names())
def test_each_circle_gets_what_is_for_it(repository: Repository, name: str) -> None:
    """Nothing of a narrower circle is in a file, bodies, contact details and names of records included; nor of a later day."""
    public, members, contributors = (told(name, export_of(repository, one)) for one in ("public", "members", "contributors"))
    assert "MEMBERS-" not in public
    assert "CONTRIB-" not in public + members
    assert "01 23 45 67 89" not in public + members
    assert "LATER-" not in public + members + contributors
    if name in {"csv", "json", "sqlite"}:
        assert "MEMBERS-texte" in members
        assert "CONTRIB-passage" in contributors
        assert "LATER-promesse" in told(name, export_of(repository, "public", date(2015, 5, 1)))


# --- sqlite and csv -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["public", "members", "contributors"])
def test_a_database_is_whole_documented_and_its_keys_lead_somewhere(audience: str) -> None:
    """Of the real records: every foreign key finds its row, every column is explained in the schema, the tables are those of the reference."""
    data = exporting.load("sqlite")(export_of(Workspace(Path(ROOT)).repository, audience))
    connection = database(data)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    schema = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    assert set(schema) == {"about", *tables()}
    for table in tables().values():
        lines = schema[table.name].splitlines()[1 : len(table.columns) + 1]
        assert [line.split()[0] for line in lines] == [column.name for column in table.columns]
        assert all(re.search(r", -- \S", line) for line in lines)
    about = dict(connection.execute("SELECT name, value FROM about"))
    assert (about["as_of"], about["audience"], about["revision"]) == ("2015-01-22", audience, "0123456789")


def test_a_database_says_what_the_tables_say(repository: Repository) -> None:
    """A file is of one day: what the views derive is written down."""
    connection = database(exporting.load("sqlite")(export_of(repository)))
    rows = connection.execute("SELECT slug, status, deadline, overdue FROM commitments ORDER BY slug").fetchall()
    assert rows == [
        ("part", "open", "2015-02", 0),
        ("retire", "withdrawn", "2015-05-02", 0),
        ("tenu", "kept", "2015-05-01", 0),
        ("tout", "open", "2015-02", 0),
    ]
    assert connection.execute("SELECT slug, state FROM meetings ORDER BY slug LIMIT 2").fetchall() == [
        ("annulee", "cancelled"),
        ("deux-jours", "planned"),
    ]
    assert connection.execute("SELECT count(*) FROM pragma_foreign_key_list('attendance')").fetchone() == (4,)


def test_tables_for_a_spreadsheet(repository: Repository) -> None:
    """A file for each table with the columns of the reference, marked as UTF-8, without formulas."""
    found = csv_export.files(export_of(repository))
    assert set(found) == {f"{name}-contributors.csv" for name in tables()}
    for name, table in tables().items():
        assert found[f"{name}-contributors.csv"].startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(found[f"{name}-contributors.csv"].decode("utf-8-sig"), newline="")))
        assert rows[0] == [column.name for column in table.columns]
    promises = list(csv.DictReader(io.StringIO(found["commitments-contributors.csv"].decode("utf-8-sig"), newline="")))
    assert {one["title"] for one in promises} >= {"'=Écrire"}


def test_json_holds_every_record(repository: Repository) -> None:
    """By kind and name, with fields, text and what follows on the day."""
    page = json.loads(exporting.load("json")(export_of(repository)))
    assert (page["version"], page["as_of"], page["audience"]) == (1, "2015-01-22", "contributors")
    assert page["records"]["commitments"]["tout"]["derived"] == {"status": "open", "due": "2015-02", "overdue": False, "kept": 0, "of": 1}
    assert "CONTRIB-passage" in page["records"]["meetings"]["interne"]["body"]


# --- popolo ---------------------------------------------------------------------------------------------------------------------


def popolo(export: Export) -> dict[str, Any]:
    page: dict[str, Any] = json.loads(exporting.load("popolo")(export))
    schema = json.loads((ROOT / "tests" / "fixtures" / "schemas" / "popolo.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(page)] == []
    return page


@pytest.mark.parametrize("audience", ["public", "contributors"])
def test_popolo_is_valid(repository: Repository, audience: str) -> None:
    """Made and real records hold to the schema, and what is referred to is there."""
    for records in (repository, Workspace(Path(ROOT)).repository):
        page = popolo(export_of(records, audience))
        ids = {one["id"] for kind in ("persons", "organizations") for one in page[kind]}
        assert {one["organization_id"] for one in page["memberships"]} <= ids
        assert {one["person_id"] for one in page["memberships"] if "person_id" in one} <= ids
        every = [one["id"] for kind, found in page.items() if kind != "meta" for one in found]
        assert len(every) == len(set(every))


def test_popolo_says_what_the_records_say(repository: Repository) -> None:
    """Functions with their days, what an organisation is to the collective, and meetings with their time."""
    page = popolo(export_of(repository))
    assert {
        "id": "people/zoe/1",
        "person_id": "people/zoe",
        "organization_id": "organisations/miprof",
        "role": "cheffe, adjointe",
        "start_date": "2014-01",
    } in page["memberships"]
    assert [(one["role"], one["start_date"], one.get("end_date")) for one in page["memberships"] if "member" in one] == [
        ("candidate", "2013", "2014-01"),
        ("member", "2014-01", None),
    ]
    (mission,) = (one for one in page["organizations"] if one["id"] == "organisations/miprof")
    assert mission["parent_id"] == "organisations/etat"
    assert mission["other_names"][0] == {"name": "MIPROF", "note": "acronym"}
    events = {one["id"]: one for one in page["events"]}
    assert events["meetings/tenue"]["start_date"] == "2014-11-18T08:30:00Z"
    assert events["meetings/tenue"]["attendees"] == [{"id": "people/zoe", "name": "Zoé Ké"}]
    assert (events["meetings/un-mois"]["start_date"], events["meetings/deux-jours"]["end_date"]) == ("2015-07", "2015-06-13")
    assert (events["meetings/annulee"]["status"], events["meetings/prevue"]["status"]) == ("cancelled", "planned")


@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_of_days(make_repository: MakeRepository, zone: str, day: str) -> None:
    """Years are written with four digits; a time that is in no year elsewhere is left out."""
    files = {f"meetings/{time}.md": f"---\ntitle: T\ndate: {day}\ntime: {time}:05/{time}:50\n---\n" for time in (0, 23)}
    made = make_repository(files, toml=f'name = "C"\ntimezone = "{zone}"\n')
    export = export_of(made.repository, day=date.fromisoformat(day))
    assert {one["start_date"][:4] for one in popolo(export)["events"]} <= {day[:4], "0001", "9999"}
    assert all(exporting.load(name)(export) for name in exporting.names() if name != "vcard")


def test_who_left_is_a_member_no_more(make_repository: MakeRepository) -> None:
    """Leaving and being refused end what was before, and are no membership; the collective is no member of itself."""
    standings = "[{status: candidate, date: 2013-01}, {status: member, date: 2014-01-15}, {status: left, date: 2014-11-20}]"
    files = {
        "organisations/collectif.md": "---\nname: Collectif\ncollective_membership: {status: coordinator}\n---\n",
        "organisations/partie.md": f"---\nname: Partie\ncollective_membership: {standings}\n---\n",
        "organisations/refusee.md": "---\nname: Refusée\ncollective_membership: {status: refused, date: 2014}\n---\n",
    }
    made = make_repository(files, toml='name = "C"\norganisation = "collectif"\n')
    assert [(one["member"]["id"], one["role"], one["end_date"]) for one in popolo(export_of(made.repository))["memberships"]] == [
        ("organisations/partie", "candidate", "2014-01-15"),
        ("organisations/partie", "member", "2014-11-20"),
    ]


@pytest.mark.parametrize("name", ["ics", "vcard"])
def test_no_control_and_no_mark_that_turns_a_text_stands_in_what_programs_show(make_repository: MakeRepository, name: str) -> None:
    """Escapes in fields make any character: a calendar and an address book show titles where nobody looks at letters."""
    marks = "\\e\\0\\x9b\\u061c\\u200e\\u200f\\u2028\\u202e\\u2066"
    files = {
        "meetings/m.md": f'---\ntitle: "Ren{marks}contre"\ndate: 2015-01-01\nplace: "Pa{marks}ris"\n---\n',
        "people/p.md": f'---\nname: "Ren{marks}contre"\ncontact_details: [{{type: adresse, value: "Pa{marks}ris"}}]\n---\n',
    }
    text = exporting.load(name)(export_of(make_repository(files).repository)).decode()
    assert "Rencontre" in text
    assert "Paris" in text
    assert all(one.isprintable() or one in "\r\n" for one in text)


# --- calendar -------------------------------------------------------------------------------------------------------------------


def calendar(export: Export) -> Mapping[str, Any]:
    """The entries by their titles, as icalendar reads them."""
    data = exporting.load("ics")(export)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(data).events}


def test_a_calendar_is_read_by_another_library(repository: Repository) -> None:
    """vobject reads what we write: every entry, its times in the zone of the collective, the zone's rules with it."""
    data = exporting.load("ics")(export_of(repository)).decode()
    read = vobject.readOne(data)
    assert read.vtimezone.tzid.value == "Europe/Paris"
    events = {one.summary.value: one for one in read.vevent_list}
    held = events["Réunion, avec; tout \\"]
    assert held.dtstart.value.utcoffset() == timedelta(hours=1)
    assert held.dtstart.value.replace(tzinfo=None) == datetime(2014, 11, 18, 9, 30)
    assert held.dtend.value.replace(tzinfo=None) == datetime(2014, 11, 18, 12)
    assert held.location.value == "au siège, Salle 3"
    assert held.description.value == "- Un point\n- Un autre"
    assert events["Deux jours"].dtend.value == date(2015, 6, 14)
    # By the rules written in the file, on the night on which clocks go forward and in summer.
    night, summer = events["Annulée"], events["Été"]
    assert [one.value.utcoffset() for one in (night.dtstart, night.dtend, summer.dtstart)] == [timedelta(hours=n) for n in (1, 2, 2)]


def test_the_entries_of_a_calendar(repository: Repository) -> None:
    """Held, planned, called off; whole days; deadlines of what is not settled, at their last day; no entry without a date."""
    events = calendar(export_of(repository))
    assert {title: str(event["STATUS"]) for title, event in events.items()} == {
        "Réunion, avec; tout \\": "CONFIRMED",
        "Prévue": "TENTATIVE",
        "Annulée": "CANCELLED",
        "Deux jours": "TENTATIVE",
        "Été": "TENTATIVE",
        "Un mois": "TENTATIVE",
        "MEMBERS-interne": "CONFIRMED",
        "Échéance\u00a0: =Écrire": "CONFIRMED",
        "Échéance\u00a0: Retiré": "CANCELLED",
    }
    assert events["Échéance\u00a0: =Écrire"]["DTSTART"].dt == date(2015, 2, 28)
    assert events["Un mois"]["DTSTART"].dt == date(2015, 7, 1)
    assert events["Réunion, avec; tout \\"]["SEQUENCE"] == 1
    assert events["Réunion, avec; tout \\"]["CATEGORIES"].cats == ["avec une institution"]
    assert "DTEND" not in events["Prévue"]
    assert {str(event["DTSTAMP"].dt) for event in events.values()} == {"2015-01-22 00:00:00+00:00"}


def test_clocks_change_inside_a_meeting(repository: Repository) -> None:
    """The night on which clocks go forward: both ends are in the collective's time of that moment."""
    event = calendar(export_of(repository))["Annulée"]
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=1)
    assert event["DTEND"].dt.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("name", ["Europe/Paris", "Africa/Casablanca", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata", "UTC"])
def test_the_rules_of_a_zone_are_those_of_its_clocks(name: str) -> None:
    """At every hour of twelve years the last change says what the zone's clocks show."""
    zone = ZoneInfo(name)
    changes = [(one.begin - one.before, one) for one in observances(zone, 2008, 2019)]
    assert len(changes) == len({begin for begin, _ in changes})
    for hours in range(0, 12 * 365 * 24, 5):
        moment = datetime(2008, 1, 1) + timedelta(hours=hours, minutes=30)
        last = [one for begin, one in changes if begin <= moment][-1]
        assert last.offset == moment.replace(tzinfo=UTC).astimezone(zone).utcoffset(), moment


def test_an_entry_keeps_its_uid_under_another_name(make_repository: MakeRepository, repository: Repository) -> None:
    """A renamed record is the same entry; another record is another, and a deadline is not its meeting."""
    files = dict(FILES)
    text = files.pop("meetings/tenue.md")
    files["meetings/premiere.md"] = text.replace("former_slugs: [premiere, deuxieme]\n", "")
    before, after = (calendar(export_of(one)) for one in (make_repository(files, toml=TOML).repository, repository))
    uids = {title: str(event["UID"]) for title, event in after.items()}
    assert {title: str(event["UID"]) for title, event in before.items()} == uids
    assert len(set(uids.values())) == len(uids)


def test_a_zone_that_nobody_knows_leaves_times_as_they_are(make_repository: MakeRepository) -> None:
    """A machine without time zones writes local times, and no wrong ones."""
    repository = make_repository(FILES, toml=TOML + 'timezone = "Europe/Paris"\n').repository
    export = export_of(repository)
    elsewhere = export._replace(
        repository=Repository(
            repository.configuration._replace(timezone="Nulle/Part"),
            {kind: repository.of_kind(kind) for kind in ("meetings", "people", "organisations", "commitments")},
        )
    )
    event = calendar(elsewhere)["Prévue"]
    assert event["DTSTART"].dt == datetime(2015, 2, 2, 18)
    assert popolo(elsewhere)["events"]


# --- address book ---------------------------------------------------------------------------------------------------------------


def cards(data: bytes) -> list[list[tuple[str, dict[str, str], str]]]:
    """Cards by the grammar of RFC 6350, 3.3: each line unfolded, its group left aside, name, parameters and value told apart."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    found: list[list[tuple[str, dict[str, str], str]]] = []
    for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        read = re.fullmatch(r"(?:[A-Za-z0-9-]+\.)?([A-Z-]+)((?:;[A-Z-]+=[a-z]+)*):(.*)", line)
        assert read, line
        name, parameters, value = read.groups()
        if name == "BEGIN":
            found.append([])
        assert not re.search(r"[\x00-\x1f\x7f]", value)
        found[-1].append((name, dict(one.split("=") for one in parameters.split(";")[1:]), value))
    for card in found:
        assert [one[0] for one in card[:2]] == ["BEGIN", "VERSION"]
        assert card[1][2] == "4.0"
        assert card[-1] == ("END", {}, "VCARD")
        assert sum(name == "FN" for name, _, _ in card) == 1
    return found


def test_an_address_book(repository: Repository) -> None:
    """A person's card: names, the functions of the day, ways to reach them by their sort, everything escaped."""
    found = cards(exporting.load("vcard")(export_of(repository)))
    (zoe,) = (card for card in found if ("FN", {}, "Zoé Ké") in card)
    for line in (
        ("KIND", {}, "individual"),
        ("N", {}, "Ké;Zoé;;Mme;"),
        ("NICKNAME", {}, "Zoë,Ké\\; Z."),
        ("ORG", {}, "Mission"),
        ("TITLE", {}, "cheffe\\, adjointe"),
        ("EMAIL", {}, "zoe@exemple.org"),
        ("TEL", {"TYPE": "voice"}, "01 23 45 67 89"),
        ("ADR", {}, ";;1\\, rue X\\; Paris;;;;"),
        ("NOTE", {}, "pigeon : CONTRIB-pigeon"),
        ("URL", {}, "https://exemple.org/zoe"),
    ):
        assert line in zoe
    assert sum(name == "ORG" for name, _, _ in zoe) == 1
    (mission,) = (card for card in found if ("FN", {}, "Mission") in card)
    assert ("KIND", {}, "org") in mission
    assert ("NICKNAME", {}, "MIPROF,Mission interministérielle") in mission
    assert len({value for card in found for name, _, value in card if name == "UID"}) == len(found)


def test_the_public_gets_no_way_to_reach_people_that_is_not_public(repository: Repository) -> None:
    """Contact details have their own circle."""
    found = cards(exporting.load("vcard")(export_of(repository, "public")))
    assert [value for card in found for name, _, value in card if name in {"EMAIL", "TEL", "ADR", "NOTE"}] == ["zoe@exemple.org"]


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_whatever_a_line_holds_it_is_folded_whole(text: str) -> None:
    """A folded line is read back as it was, and none of its pieces is longer than 75 octets or cuts a character."""
    line = f"FN:{vcard._text(text)}"
    folded = vcard._folded(line)
    assert folded.replace("\r\n ", "").removesuffix("\r\n") == line
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
