"""Lists: filters one by one and together, columns, sorting; a word or a filter that means nothing is told, with what was meant."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import ROOT, MakeRepository
from traite_cli.asking.column_table import COLUMNS, columns_of
from traite_cli.asking.columns import Cells, Word
from traite_cli.asking.filtering import without_beginning
from traite_cli.asking.filters import filters_of
from traite_cli.asking.listing import Order, groups, listing
from traite_cli.errors import NotFound, UsageError
from traite_cli.kinds import KINDS, Choice, Reference, word_among
from traite_cli.kinds.types import Truth
from traite_cli.language import LANGUAGES, translator
from traite_cli.repository import Repository
from traite_cli.saying.plain import state_of
from traite_cli.saying.vocabulary import STATES, kind_named

DAY = date(2015, 1, 22)
FILES = {
    "organisations/collectif.md": "---\nname: Le Collectif\n---\n",
    "organisations/miprof.md": "---\nname: MIPROF\nclassification: public-body\nparents: {organisation: etat}\n---\n",
    "organisations/etat.md": "---\nname: État\nclassification: ministry\n---\n",
    "organisations/oicem.md": "---\nname: OICEM\nclassification: association\ncollective_membership: [{status: candidate, date: 2014-06}, {status: member, date: 2015-01-05}]\n---\n",
    "people/sodini.md": "---\nname: Raphaël Sodini\nother_names: Rafael Sodini\nmemberships: {organisation: miprof, role: conseiller, end_date: 2014}\n---\n",
    "people/zoe.md": "---\nname: Zoé\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\nlead: zoe\n---\n",
    "topics/rapport.md": "---\ntitle: Le rapport\nparent: sejour\n---\n",
    "meetings/2014-11-18-miprof.md": "---\ntitle: Avec la MIPROF\ndate: 2014-11-18\nclassification: institutional\nparticipants: [sodini, {organisation: miprof}]\ntopics: sejour\n---\n",
    "meetings/2015-02-02-pleniere.md": "---\ntitle: Plénière\ndate: 2015-02-02\nclassification: plenary\n---\n",
    "meetings/2015-01-19-annulee.md": "---\ntitle: Annulée\ndate: 2015-01-19\nclassification: plenary\ncancelled: true\n---\n",
    "meetings/sans-date.md": "---\ntitle: Sans date\nclassification: event\n---\n",
    "commitments/a.md": "---\ntitle: Écrire\nby: sodini\non_behalf_of: miprof\nmade_at: 2014-11-18-miprof\ndue: 2014\ntopics: sejour\n---\n",
    "commitments/b.md": "---\ntitle: Annoter\nmade_on: 2014-12\neach_member: true\ndue: 2015-02\n---\n",
    "commitments/c.md": "---\ntitle: Publier\nby: [zoe, miprof]\nto: zoe\nmade_on: 2015-01-10\nfollow_ups: {date: 2015-01-20, status: kept, note: x}\n---\n",
    "commitments/d.md": "---\ntitle: Attendre\nby: zoe\nmade_on: 2015-01-10\ndue: 2014-12-31\nfollow_ups: {date: 2015-01-20, status: no_news}\n---\n",
    "requests/q.md": "---\ntitle: Questions\nto: miprof\ndate: 2014-11-07\nclassification: questions\nanswers: [{item: 1, status: answered}, {item: 1, status: partial}, {item: 9, status: declined}]\n---\n\n1. Un\n2. Deux\n3. Trois\n",
    "updates/u.md": "---\ntitle: Nouvelles\ndate: 2015-01-22\ntopics: rapport\n---\n",
    "documents/d.md": "---\ntitle: Rapport\ndate: 2014\nauthors: miprof\nclassification: report\n---\n",
    "editions/e.md": "---\ntitle: Document\ndate: 2015-01-22\naudience: contributors\n---\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES, toml='name = "C"\norganisation = "collectif"\n').repository


Filters = dict[str, str | bool | tuple[str, ...]]


def slugs(repository: Repository, kind: str, filters: Filters | None = None, sort: str = "", day: date = DAY) -> list[str]:
    order = Order(tuple(sort.split(",")) if sort else ())
    return [record.slug for record in listing(repository, kind, filters or {}, day, order).records]


def cell(cells: Cells) -> str | None:
    """What a cell holds, words of vocabularies in English."""
    return ", ".join(one.message if isinstance(one, Word) else str(one) for one in cells) or None


@pytest.mark.parametrize(
    ("kind", "filters", "found"),
    [
        ("commitments", dict(topic="sejour"), "a"),
        ("commitments", dict(topic="topics/sejour"), "a"),
        ("people", dict(topic="sejour"), "zoe"),
        ("meetings", dict(topic="sejour"), "2014-11-18-miprof"),
        ("topics", dict(topic="sejour"), "rapport sejour"),
        ("commitments", dict(by="miprof"), "a c"),
        ("commitments", dict(by="sodini"), "a"),
        ("commitments", dict(by="oicem"), "b"),
        ("commitments", dict(by="collectif"), ""),
        ("commitments", dict(to="collectif"), "a b d"),
        ("commitments", dict(to="zoe"), "c"),
        ("requests", dict(to="miprof"), "q"),
        ("meetings", dict(person="sodini"), "2014-11-18-miprof"),
        ("people", dict(organisation="miprof"), ""),
        ("people", dict(memberships="miprof"), "sodini"),
        ("people", dict(function="CONSEILL"), ""),
        ("meetings", {"with": "sodini"}, "2014-11-18-miprof"),
        ("meetings", {"with": "miprof"}, "2014-11-18-miprof"),
        ("meetings", {"with": "zoe"}, ""),
        ("meetings", dict(planned=True), "2015-02-02-pleniere sans-date"),
        ("meetings", dict(held=True), "2014-11-18-miprof"),
        ("meetings", dict(cancelled=True), "2015-01-19-annulee"),
        ("meetings", dict(until="2015-01"), "2014-11-18-miprof 2015-01-19-annulee"),
        ("meetings", dict(since="-1m"), "2015-01-19-annulee 2015-02-02-pleniere"),
        ("meetings", dict(until="il y a 1 mois"), "2014-11-18-miprof"),
        ("organisations", dict(member=True), "oicem"),
        ("organisations", dict(parents="etat"), "miprof"),
        ("topics", dict(lead="zoe"), "sejour"),
        ("topics", dict(parent="sejour"), "rapport"),
        ("topics", dict(state="closed"), ""),
        ("topics", dict(state="ouvert"), "rapport sejour"),
        ("commitments", dict(due_before="+30d"), "a d"),
        ("commitments", dict(due_before="dans 2 mois"), "a b d"),
        ("commitments", dict(each_member=True), "b"),
        ("commitments", dict(on_behalf_of="miprof"), "a"),
        ("commitments", dict(made_at="2014-11-18-miprof"), "a"),
        ("commitments", dict(silent_for="2m"), "a"),
        ("commitments", dict(silent_for="2 semaines"), "a b"),
        ("commitments", dict(silent_for="2d"), "a b d"),
        ("requests", dict(unanswered=True), "q"),
        ("meetings", dict(organisation="miprof"), "2014-11-18-miprof"),
        ("commitments", dict(organisation="miprof"), "a c"),
        ("commitments", dict(organisation="oicem"), "b"),
        ("organisations", dict(organisation="etat"), "miprof"),
        ("documents", dict(organisation="miprof"), "d"),
        ("commitments", dict(state="kept"), "c"),
        ("commitments", dict(state="no_news"), "d"),
        ("commitments", dict(state="no-news"), "d"),
        ("commitments", dict(state="open"), "a b"),
        ("commitments", dict(overdue=True), "a d"),
        ("commitments", dict(overdue=True, by="zoe"), "d"),
        ("commitments", dict(due_before="2015-01"), "a d"),
        ("commitments", dict(due_before="2015-03"), "a b d"),
        ("commitments", dict(due_before="2014-12-31"), ""),
        ("meetings", dict(before="2015-01"), "2014-11-18-miprof"),
        ("meetings", dict(before="fin janvier 2015"), "2014-11-18-miprof 2015-01-19-annulee"),
        ("commitments", dict(due_before="fin décembre 2014"), "a d"),
        ("commitments", dict(due_before="d’ici fin février"), "a b d"),
        ("commitments", dict(due_before="avant mars"), "a b d"),
        ("commitments", dict(due_before=" ", topic=" ", overdue=True), "a d"),
        ("commitments", dict(due_before="dans les 37 jours"), "a b d"),
        ("commitments", dict(due_before="dans 37 jours"), "a d"),
        ("commitments", dict(due_since="2015"), "b"),
        ("commitments", dict(due_since="fin décembre 2014", due_before="+6w"), "a b d"),
        ("commitments", dict(due_since="aujourd’hui", due_before="+31j"), ""),
        ("meetings", dict(since="fin novembre 2014"), "2015-01-19-annulee 2015-02-02-pleniere"),
        ("meetings", dict(since="depuis la mi-novembre 2014", until="fin janvier 2015"), "2014-11-18-miprof 2015-01-19-annulee"),
        ("meetings", dict(since="fin 2014"), "2014-11-18-miprof 2015-01-19-annulee 2015-02-02-pleniere"),
        ("meetings", dict(until="jusqu’à fin 2014"), "2014-11-18-miprof"),
        ("commitments", dict(since="2015"), "c d"),
        ("commitments", dict(before="2015"), "a b"),
        ("meetings", dict(since="2014-11", before="2015-02"), "2014-11-18-miprof 2015-01-19-annulee"),
        ("commitments", dict(due_since="entre janvier et mai"), "b"),
        ("commitments", dict(due_before="entre janvier et mai"), "b"),
        ("commitments", dict(due_before="jusqu’au 31 décembre 2014"), "a d"),
        ("commitments", dict(due_before="6 semaines"), "a b d"),
        ("meetings", dict(since="du 1er au 30 novembre"), "2014-11-18-miprof"),
        ("meetings", dict(until="avant le 18 novembre"), ""),
        ("meetings", dict(since="après le 18 novembre", until="janvier"), "2015-01-19-annulee"),
        ("commitments", dict(silent_for="depuis 2 mois"), "a"),
        ("commitments", dict(state=("open", "no_news")), "a b d"),
        ("commitments", dict(state="ouvert,sans nouvelles"), "a b d"),
        ("commitments", dict(by=("sodini", "zoe")), "a c d"),
        ("commitments", dict(by=("sodini", "zoe"), state="kept"), "c"),
        ("meetings", dict(classification=("plenary", "event,institutional")), "2014-11-18-miprof 2015-01-19-annulee 2015-02-02-pleniere sans-date"),
        ("topics", dict(topic=("rapport", "sejour")), "rapport sejour"),
        ("topics", dict(text="sejour titre"), "sejour"),
        ("people", dict(text="SODINI rafael"), "sodini"),
        ("people", dict(text="sodini zoe"), ""),
        ("meetings", dict(state="held"), "2014-11-18-miprof"),
        ("meetings", dict(state="planned"), "2015-02-02-pleniere sans-date"),
        ("meetings", dict(state="cancelled"), "2015-01-19-annulee"),
        ("meetings", dict(state="planned", classification="plenary"), "2015-02-02-pleniere"),
        ("meetings", dict(classification="plenary"), "2015-01-19-annulee 2015-02-02-pleniere"),
        ("organisations", dict(classification="public-body"), "miprof"),
        ("organisations", dict(state="member"), "oicem"),
        ("organisations", dict(state="member", classification="ministry"), ""),
        ("organisations", dict(state="candidate"), ""),
        ("people", dict(text="raphael"), "sodini"),
        ("people", dict(text="RAFAEL"), "sodini"),
        ("topics", dict(text="séjour"), "sejour"),
        ("topics", dict(text="rien"), ""),
    ],
)  # fmt: skip
def test_what_a_filter_leaves(repository: Repository, kind: str, filters: Filters, found: str) -> None:
    """Each filter of COMMANDS.md, alone and with another."""
    assert sorted(slugs(repository, kind, filters)) == found.split()


def test_what_names_somebody_is_what_show_tells(make_repository: MakeRepository) -> None:
    """An organisation by those who sat for it, anybody by a link of a text: lists and ``show`` agree, on all records as on those looked up."""
    files = {
        "meetings/un.md": "---\ntitle: Un\ndate: 2014-05-05\nparticipants: sodini\n---\n",
        "meetings/deux.md": "---\ntitle: Deux\ndate: 2014-06-05\n---\n\n[Zoé](../people/zoe.md) a appelé [la MIPROF](../organisations/miprof.md).\n",
        "meetings/trois.md": "---\ntitle: Trois\ndate: 2015-01-05\nparticipants: sodini\n---\n",
    }
    repository = make_repository({**{path: text for path, text in FILES.items() if not path.startswith("meetings/")}, **files}).repository
    assert slugs(repository, "meetings", dict(organisation="miprof")) == ["un", "deux"]
    assert slugs(repository, "meetings", dict(person="zoe")) == ["deux"]
    assert slugs(repository, "meetings", dict(person=("zoe", "sodini"))) == ["un", "deux", "trois"]


@pytest.mark.parametrize("name", ["since", "due_before", "silent_for"])
def test_a_day_or_a_length_is_given_once(repository: Repository, name: str) -> None:
    """Which of two is meant nobody can tell."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, "commitments", {name: ("3m", "hier")})
    assert (refused.value.facts["number"], refused.value.facts["values"]) == (2, "3m, hier")


def test_a_list_is_that_of_a_day(repository: Repository) -> None:
    """States, deadlines and memberships are those of the day asked about."""
    assert slugs(repository, "organisations", dict(state="candidate"), day=date(2014, 12, 31)) == ["oicem"]
    assert slugs(repository, "commitments", dict(overdue=True), day=date(2014, 12, 31)) == []
    assert sorted(slugs(repository, "meetings", dict(state="held"), day=date(2015, 2, 3))) == [
        "2014-11-18-miprof",
        "2015-02-02-pleniere",
    ]
    assert slugs(repository, "commitments", dict(by="oicem"), day=date(2014, 12, 31)) == []


@pytest.mark.parametrize(
    ("kind", "filters", "option"),
    [("people", dict(by="zoe"), "by"), ("topics", dict(overdue=True), "overdue"), ("people", dict(state="kept"), "state"), ("updates", dict(to="zoe"), "to"),
     ("people", dict(since="2014"), "since"), ("requests", dict(due_before="2014"), "due-before"), ("meetings", dict(unanswered=True), "unanswered"), ("people", {"with": "zoe"}, "with"), ("topics", dict(classification="a"), "classification")],
)  # fmt: skip
def test_a_filter_that_a_kind_does_not_know_is_told(repository: Repository, kind: str, filters: Filters, option: str) -> None:
    """Rather than an empty list that looks like an answer."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, kind, filters)
    assert (refused.value.facts["option"], refused.value.facts["kind"]) == (f"--{option}", kind)


@pytest.mark.parametrize(
    ("kind", "filters", "near"),
    [("meetings", dict(state="helt"), "held"), ("commitments", dict(state="kepd"), "kept"), ("organisations", dict(classification="minister"), "ministry"),
     ("commitments", dict(state="held"), ""), ("meetings", dict(classification="xyz"), ""), ("organisations", dict(state="kept"), "")],
)  # fmt: skip
def test_a_word_that_a_filter_does_not_know_is_told(repository: Repository, kind: str, filters: Filters, near: str) -> None:
    """With the nearest one, or all of them."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, kind, filters)
    assert refused.value.facts["near"] == near
    assert near in str(refused.value.facts["choices"])


@pytest.mark.parametrize(
    ("filters", "near"),
    [(dict(by="miprf"), "organisations/miprof (MIPROF)"), (dict(by="sodinni"), "people/sodini (Raphaël Sodini)"), (dict(topic="sejours"), "topics/sejour (Le titre de séjour)"),
     (dict(person="zoée"), "people/zoe (Zoé)"), (dict(organisation="oicm"), "organisations/oicem (OICEM)")],
)  # fmt: skip
def test_a_name_in_a_filter_that_nobody_knows_is_told(repository: Repository, filters: Filters, near: str) -> None:
    """With the nearest one, of whichever kind may stand there."""
    with pytest.raises(NotFound) as refused:
        slugs(repository, "commitments", filters)
    assert near in refused.value.near


@pytest.mark.parametrize(
    ("kind", "sort", "found"),
    [
        ("commitments", "", "a d b c"),
        ("commitments", "due", "a d b c"),
        ("commitments", "-due", "b d a c"),
        ("commitments", "title", "b d a c"),
        ("commitments", "-title", "c a d b"),
        ("commitments", "slug", "a b c d"),
        ("meetings", "", "2014-11-18-miprof 2015-01-19-annulee 2015-02-02-pleniere sans-date"),
        ("meetings", "-date", "2015-02-02-pleniere 2015-01-19-annulee 2014-11-18-miprof sans-date"),
        ("organisations", "name", "etat collectif miprof oicem"),
    ],
)
def test_sorting(repository: Repository, kind: str, sort: str, found: str) -> None:
    """By the first column when nothing is asked; accents do not count; what has no value comes last either way round."""
    assert slugs(repository, kind, sort=sort) == found.split()


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_that_is_not_there_is_told(repository: Repository, kind: str) -> None:
    """With those that are; and each of those sorts, both ways."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, kind, sort="colour")
    names = list(columns_of(kind))
    assert names[: len(COLUMNS[kind])] == [column.name for column in COLUMNS[kind]]
    assert refused.value.facts["columns"] == ", ".join(names)
    for name in names:
        assert sorted(slugs(repository, kind, sort=name)) == sorted(slugs(repository, kind, sort=f"-{name}"))


def test_columns_of_commitments(repository: Repository) -> None:
    """Due, state, who, in words that are translated when they are told."""
    found = listing(repository, "commitments", {}, DAY, Order(("slug",)))
    rows = [[cell(one) for one in row] for row in found.rows(repository, DAY)]
    assert rows == [
        ["2014", "open", "overdue", None, "Raphaël Sodini", "Écrire", None, "a"], ["2015-02", "open", None, "0/1", "each member", "Annoter", None, "b"],
        [None, "kept", None, None, "Zoé, MIPROF", "Publier", None, "c"], ["2014-12-31", "no news", "overdue", None, "Zoé", "Attendre", None, "d"],
    ]  # fmt: skip


def test_columns_of_the_other_kinds(repository: Repository) -> None:
    """A function held that day, a standing, questions answered: each question once."""

    def cells(kind: str, day: date = DAY) -> dict[str, list[str | None]]:
        found = listing(repository, kind, dict(), day)
        rows = [[cell(one) for one in row] for row in found.rows(repository, day)]
        return {str(row[-1]): row[:-1] for row in rows}

    assert cells("people") == {"sodini": ["Raphaël Sodini", None], "zoe": ["Zoé", None]}
    assert cells("people", date(2014, 1, 1))["sodini"] == ["Raphaël Sodini", "conseiller, MIPROF"]
    assert cells("organisations")["oicem"] == ["OICEM", None, "association", "member"]
    assert cells("requests") == {"q": ["2014-11-07", "MIPROF", "1/3", "Questions"]}
    assert cells("editions") == {"e": ["2015-01-22", "contributors", "Document"]}


@pytest.mark.parametrize(
    ("word", "kind"),
    [("meetings", "meetings"), ("meeting", "meetings"), ("Meetings", "meetings"), ("réunions", "meetings"), ("reunion", "meetings"), ("person", "people"), ("people", "people"),
     ("personne", "people"), ("engagements", "commitments"), ("dossier", "topics"), ("documents", "documents"), ("édition", "editions"), ("demande", "requests"), ("nouvelles", "updates")],
)  # fmt: skip
def test_a_kind_has_names_in_both_languages(word: str, kind: str) -> None:
    """Singular or plural."""
    assert kind_named(word) == kind


@pytest.mark.parametrize(("word", "near"), [("meetigns", "meetings"), ("comitments", "commitments"), ("voitures", ""), ("", "")])
def test_a_word_that_is_no_kind_is_told(word: str, near: str) -> None:
    """With the nearest kind, or all of them."""
    with pytest.raises(UsageError) as refused:
        kind_named(word)
    assert refused.value.facts["near"] == near


@pytest.mark.parametrize(
    ("kind", "french", "english"),
    [
        ("commitments", dict(state="Sans nouvelles"), dict(state="no_news")),
        ("commitments", dict(state="TENU"), dict(state="kept")),
        ("commitments", dict(state="non-tenu"), dict(state="broken")),
        ("commitments", dict(state="ouvert"), dict(state="open")),
        ("meetings", dict(state="annulée"), dict(state="cancelled")),
        ("meetings", dict(state="Called off"), dict(state="cancelled")),
        ("meetings", dict(classification="pleniere"), dict(classification="plenary")),
        ("organisations", dict(classification="organisme public"), dict(classification="public-body")),
        ("organisations", dict(state="membre"), dict(state="member")),
    ],
)
def test_filters_take_the_words_that_people_say(repository: Repository, kind: str, french: Filters, english: Filters) -> None:
    """In French or in English, accents, case and hyphens aside."""
    assert slugs(repository, kind, french) == slugs(repository, kind, english)


@pytest.mark.parametrize(
    ("kind", "french", "column"),
    [
        ("commitments", "échéance", "due"),
        ("commitments", "-ECHEANCE", "-due"),
        ("meetings", "état", "state"),
        ("people", "-Fiche", "-slug"),
    ],
)
def test_a_column_has_its_heading_for_a_name(repository: Repository, kind: str, french: str, column: str) -> None:
    """In either language, and backwards too."""
    assert slugs(repository, kind, sort=french) == slugs(repository, kind, sort=column)


@pytest.mark.parametrize(
    ("filters", "near"), [(dict(state="ouvertt"), "open"), (dict(state="tenuu"), "kept"), (dict(state="sans nouvele"), "no_news")]
)
def test_a_french_word_nearly_right_is_told_with_the_records_own(repository: Repository, filters: Filters, near: str) -> None:
    """The one that stands in the files."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, "commitments", filters)
    assert refused.value.facts["near"] == near


def test_a_list_knows_what_it_was_asked(repository: Repository) -> None:
    """As it is written on the command line."""
    asked = dict(by="miprof", overdue=True, due_before="2015-01")
    assert listing(repository, "commitments", asked, DAY).asked == ("--by miprof", "--overdue", "--due-before 2015-01")


def test_columns_that_are_asked_for(repository: Repository) -> None:
    """Any field, and what follows from the record."""

    def row(kind: str, slug: str, *columns: str) -> list[str | None]:
        found = listing(repository, kind, {}, DAY, Order(columns=columns))
        return next(
            [cell(one) for one in row]
            for record, row in zip(found.records, found.rows(repository, DAY), strict=True)
            if record.slug == slug
        )

    assert row("commitments", "a", "made", "organisation", "last", "late", "topics", "made_at", "year", "month", "path") == [
        "2014-11-18", "MIPROF", None, "22", "Le titre de séjour", "Avec la MIPROF", "2014", "2014-11", "records/commitments/a.md"
    ]  # fmt: skip
    assert row("commitments", "b", "Organisation", "each_member", "month") == ["each member", "yes", "2014-12"]
    assert row("commitments", "c", "last", "follow_ups") == ["2015-01-20", "2015-01-20"]
    assert row("people", "sodini", "met", "last_met", "owed", "overdue", "memberships") == ["1", "2014-11-18", "1", "1", "MIPROF"]
    assert row("organisations", "miprof", "met", "owed", "kept", "parents") == ["1", "2", "1", "État"]
    assert row("organisations", "oicem", "owed", "kept", "since") == ["1", "0", "2015-01-05"]
    assert row("requests", "q", "questions", "unanswered", "answers") == ["3", "2", "1, 1, 9"]
    assert row("meetings", "2014-11-18-miprof", "people", "organisations", "participants") == [
        "Raphaël Sodini",
        "MIPROF",
        "Raphaël Sodini, MIPROF",
    ]


def test_groups(repository: Repository) -> None:
    """By what a column says, in its order; a record of which it says several things is in several, what it says nothing of comes last."""

    def grouped(kind: str, by: str, *sort: str) -> list[tuple[str | None, list[str]]]:
        found = listing(repository, kind, {}, DAY, Order(sort, group_by=(by,)))
        return [
            (None if of is None else cell((of,)), [record.slug for record in one.listing.records])
            for one in groups(found, repository, DAY)
            for of in one.cells
        ]

    assert grouped("commitments", "organisation") == [("MIPROF", ["a", "c"]), ("each member", ["b"]), (None, ["d"])]
    assert grouped("commitments", "organisation", "count", "title") == [("each member", ["b"]), (None, ["d"]), ("MIPROF", ["a", "c"])]
    assert grouped("meetings", "month") == [
        ("2014-11", ["2014-11-18-miprof"]),
        ("2015-01", ["2015-01-19-annulee"]),
        ("2015-02", ["2015-02-02-pleniere"]),
        (None, ["sans-date"]),
    ]
    assert grouped("commitments", "by")[-2:] == [("Zoé", ["d", "c"]), ("each member", ["b"])]


def test_groups_by_several_columns(repository: Repository) -> None:
    """What they say together makes a group, in the order of the first; the columns that group are not shown again."""
    found = listing(repository, "meetings", {}, DAY, Order(("-count",), ("date", "state", "title"), ("état", "year")))
    several = groups(found, repository, DAY)
    assert {tuple(None if one is None else cell((one,)) for one in group.cells): len(group.listing.records) for group in several} == {
        ("held", "2014"): 1,
        ("called off", "2015"): 1,
        ("planned", "2015"): 1,
        ("planned", None): 1,
    }
    assert [column.name for column in several[0].listing.columns] == ["date", "title"]


@pytest.mark.parametrize(
    ("kind", "name", "near"),
    [
        ("commitments", "date", "made, due, year, month"),
        ("documents", "jour", "date, year, month"),
        ("commitments", "echeanse", "due"),
        ("requests", "État", "answered, unanswered"),
        ("commitments", "responsable", "by, organisation"),
        ("meetings", "an", "year"),
    ],
)
def test_an_unknown_column_is_told_what_says_the_same(repository: Repository, kind: str, name: str, near: str) -> None:
    """What says when for what says when, whatever its letters are near; else what it is a slip of."""
    with pytest.raises(UsageError) as raised:
        listing(repository, kind, {}, DAY, Order(group_by=(name,)))
    assert raised.value.facts["near"] == near


def test_several_columns_sort(repository: Repository) -> None:
    """The first counts first."""
    assert slugs(repository, "commitments", sort="status,-title") == ["a", "b", "d", "c"]
    assert slugs(repository, "meetings", sort="-classification,date")[:2] == ["2015-01-19-annulee", "2015-02-02-pleniere"]


def test_words_sort_as_they_are_read(repository: Repository) -> None:
    """In the language of the list, not as records write them."""
    order = Order(("status", "title"))
    found = {language: listing(repository, "commitments", {}, DAY, order, language).records for language in LANGUAGES}
    told = {
        language: [translator(language)(STATES["commitments"][state_of(repository, one, DAY) or ""]) for one in found[language]]
        for language in LANGUAGES
    }
    assert told == {language: sorted(words) for language, words in told.items()}
    assert found["fr"] != found["en"]


def test_deadlines_sort_by_their_last_days(make_repository: MakeRepository) -> None:
    """A month or a year falls due at its end."""
    dues = {"a": "2015", "b": "2015-02-01", "c": "2015-02", "d": "2014", "e": "2015-03-01"}
    files = {f"commitments/{slug}.md": f"---\ntitle: T\nby: x\nmade_on: 2014\ndue: {due}\n---\n" for slug, due in dues.items()}
    made = make_repository(files).repository
    assert "".join(slugs(made, "commitments")) == "dbcea"
    grouped = groups(listing(made, "commitments", {}, DAY, Order(group_by=("due",))), made, DAY)
    assert [str(one.cells[0]) for one in grouped] == ["2014", "2015-02-01", "2015-02", "2015-03-01", "2015"]


def test_how_somebody_is_reached_is_told_whole(make_repository: MakeRepository) -> None:
    """What it is, and the address or number."""
    text = "---\nname: Zoé\ncontact_details: [{type: email, value: z@x.org}, {type: tél., value: '01'}]\n---\n"
    made = make_repository({"people/z.md": text}).repository
    found = listing(made, "people", {}, DAY, Order(columns=("coordonnées",)))
    assert [cell(row[0]) for row in found.rows(made, DAY)] == ["email : z@x.org, tél. : 01"]


def test_people_sort_by_family_name_and_as_french_does(make_repository: MakeRepository) -> None:
    """The name that a record is sorted by goes first; accents, case and hyphens do not count before the letters do."""
    names = {
        "a": "Éric",
        "b": "Emma",
        "c": "fabien",
        "d": "Hélène de Rugy",
        "e": "Anne Évrard",
        "f": "Luc Étienne-Dupont",
        "g": "Léa Etienne",
    }
    files = {f"people/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in names.items()}
    files["people/d.md"] = "---\nname: Hélène de Rugy\nsort_name: Rugy, Hélène de\n---\n"
    made = make_repository(files).repository
    assert "".join(slugs(made, "people")) == "bagfecd"
    assert "".join(slugs(made, "people", sort="-name")) == "dcefgab"


@pytest.mark.parametrize(("kind", "state", "option"), [("commitments", "en-retard", "--overdue"), ("commitments", "late", "--overdue")])
def test_what_is_asked_for_as_a_state_and_is_none(repository: Repository, kind: str, state: str, option: str) -> None:
    """The option that asks for it is told."""
    with pytest.raises(UsageError, match="an option of its own") as refused:
        slugs(repository, kind, {"state": state})
    assert refused.value.facts["option"] == option


def test_what_is_due_is_still_owed(make_repository: MakeRepository) -> None:
    """What was kept, broken or withdrawn is due no more, unless its state is asked for."""
    text = "---\ntitle: T\nby: zoe\nmade_on: 2015-01-01\ndue: 2015-02\nfollow_ups: {{date: 2015-01-10, status: {0}, note: x}}\n---\n"
    files = {f"commitments/{status}.md": text.format(status) for status in STATES["commitments"] if status != "open"}
    repository = make_repository(files | {"people/zoe.md": "---\nname: Zoé\n---\n"}).repository
    assert slugs(repository, "commitments", dict(due_before="2015-03")) == ["in_progress", "no_news", "partially_kept"]
    assert slugs(repository, "commitments", dict(due_since="2015")) == ["in_progress", "no_news", "partially_kept"]
    assert slugs(repository, "commitments", dict(due_before="2015-03", state="kept")) == ["kept"]
    assert slugs(repository, "commitments", dict(due_since="2015-03", state="kept")) == []


@pytest.mark.parametrize(
    ("filters", "first", "last"),
    [
        (dict(since="2016", until="2014"), "2016-01-01", "2014-12-31"),
        (dict(since="2015", before="2015"), "2015-01-01", "2014-12-31"),
        (dict(due_since="demain", due_before="hier"), "2015-01-23", "2015-01-20"),
    ],
)
def test_a_period_that_ends_before_it_begins_is_a_slip(repository: Repository, filters: Filters, first: str, last: str) -> None:
    """And no empty answer; both days are shown."""
    with pytest.raises(UsageError) as raised:
        listing(repository, "commitments", filters, DAY)
    assert (raised.value.facts["first"], raised.value.facts["last"]) == (first, last)


def test_who_is_since_no_day_is_counted(make_repository: MakeRepository) -> None:
    """Of those that membership is asked of: what has no beginning is so on every day."""
    files = {
        "organisations/collectif.md": "---\nname: Le Collectif\n---\n",
        "organisations/old.md": "---\nname: Old\ncollective_membership: {status: member}\n---\n",
        "organisations/new.md": "---\nname: New\ncollective_membership: {status: member, date: 2014}\n---\n",
        "people/a.md": "---\nname: A\nmemberships: {organisation: old}\n---\n",
        "people/b.md": "---\nname: B\nmemberships: {organisation: old, start_date: 2013}\n---\n",
    }
    repository = make_repository(files).repository

    def undated(kind: str, given: Filters) -> int:
        return without_beginning(kind, given, listing(repository, kind, given, DAY).records, DAY)

    assert (undated("organisations", {"member": True}), undated("organisations", {})) == (1, 0)
    assert (undated("people", {"organisation": "old"}), undated("people", {})) == (1, 0)


@pytest.mark.parametrize("filters", [{"until": "30d"}, {"since": "bientôt"}, {"silent_for": "90"}, {"silent_for": "-90d"}])
def test_a_date_or_a_length_that_is_none_is_told(repository: Repository, filters: Filters) -> None:
    """A number of days without a sign has no direction for an end that may lie on either side; a length has none."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, "commitments", filters)
    assert f"“{next(iter(filters.values()))}”" in str(refused.value)
    assert refused.value.hint


@pytest.mark.parametrize("kind", KINDS)
def test_every_filter_of_a_kind_can_be_asked(repository: Repository, kind: str) -> None:
    """Whatever it takes; and each reference, list of words and yes or no of the kind's fields has one."""
    words = {"flag": True, "words": "x", "date": "2015", "span": "1d"}
    for one in filters_of(kind):
        if one.takes in words:
            slugs(repository, kind, {one.name: words[one.takes]})
        elif one.takes == "record":
            target = next((record.ref for of in one.records for record in repository.of_kind(of).values()), "")
            assert not target or isinstance(slugs(repository, kind, {one.name: target}), list)
    named = {field.name for field in KINDS[kind].FIELDS.values() if isinstance(field.type, Choice | Truth) or type(field.type) is Reference}
    assert named - {"audience", "topics"} <= {one.name for one in filters_of(kind)}


def test_a_vocabulary_has_two_words_for_nothing() -> None:
    """In no language do two words of one list read the same: each can be asked for."""
    fields = [field for kind in KINDS.values() for field in kind.FIELDS.values() if isinstance(field.type, Choice)]
    vocabularies = [*(field.type.labels for field in fields if isinstance(field.type, Choice)), *STATES.values()]
    for t in map(translator, LANGUAGES):
        for labels in vocabularies:
            assert [word_among(labels, t(label)) for label in labels.values()] == list(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_say_the_states_as_lists_do(language: str) -> None:
    """The words of the templates are those of the catalogue."""
    text = (ROOT / "templates" / f"words.{language}.j2").read_text(encoding="utf-8")
    t = translator(language)  # type: ignore[arg-type]  # pytest hands the parameter on as any text
    for word, label in STATES["commitments"].items():
        assert f'"{word}": "{t(label)}"' in text
