"""Lists: filters one by one and together, columns, sorting; a word or a filter that means nothing is told, with what was meant."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import ROOT, MakeRepository
from traite_cli.asking.filtering import Filters, listing
from traite_cli.asking.listing import COLUMNS
from traite_cli.dates import EdtfDate
from traite_cli.diagnostics import Term
from traite_cli.errors import NotFound, UsageError
from traite_cli.kinds import KINDS, Choice, word_among
from traite_cli.language import LANGUAGES, translator
from traite_cli.repository import Repository
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


def slugs(repository: Repository, kind: str, filters: Filters | None = None, sort: str = "", day: date = DAY) -> list[str]:
    return [record.slug for record in listing(repository, kind, filters or Filters(), day, sort).records]


@pytest.mark.parametrize(
    ("kind", "filters", "found"),
    [
        ("commitments", Filters(topic="sejour"), "a"),
        ("commitments", Filters(topic="topics/sejour"), "a"),
        ("topics", Filters(topic="sejour"), "rapport sejour"),
        ("commitments", Filters(by="miprof"), "a c"),
        ("commitments", Filters(by="sodini"), "a"),
        ("commitments", Filters(by="oicem"), "b"),
        ("commitments", Filters(by="collectif"), ""),
        ("commitments", Filters(to="collectif"), "a b d"),
        ("commitments", Filters(to="zoe"), "c"),
        ("requests", Filters(to="miprof"), "q"),
        ("meetings", Filters(person="sodini"), "2014-11-18-miprof"),
        ("people", Filters(organisation="miprof"), "sodini"),
        ("meetings", Filters(organisation="miprof"), "2014-11-18-miprof"),
        ("organisations", Filters(organisation="etat"), "miprof"),
        ("documents", Filters(organisation="miprof"), "d"),
        ("commitments", Filters(state="kept"), "c"),
        ("commitments", Filters(state="no_news"), "d"),
        ("commitments", Filters(state="no-news"), "d"),
        ("commitments", Filters(state="open"), "a b"),
        ("commitments", Filters(overdue=True), "a d"),
        ("commitments", Filters(overdue=True, by="zoe"), "d"),
        ("commitments", Filters(due_before=EdtfDate.parse("2015-01")), "a d"),
        ("commitments", Filters(due_before=EdtfDate.parse("2015-03")), "a b d"),
        ("commitments", Filters(due_before=EdtfDate.parse("2014-12-31")), ""),
        ("commitments", Filters(since=EdtfDate.parse("2015")), "c d"),
        ("commitments", Filters(before=EdtfDate.parse("2015")), "a b"),
        ("meetings", Filters(since=EdtfDate.parse("2014-11"), before=EdtfDate.parse("2015-02")), "2014-11-18-miprof 2015-01-19-annulee"),
        ("meetings", Filters(state="held"), "2014-11-18-miprof"),
        ("meetings", Filters(state="planned"), "2015-02-02-pleniere sans-date"),
        ("meetings", Filters(state="cancelled"), "2015-01-19-annulee"),
        ("meetings", Filters(state="planned", classification="plenary"), "2015-02-02-pleniere"),
        ("meetings", Filters(classification="plenary"), "2015-01-19-annulee 2015-02-02-pleniere"),
        ("organisations", Filters(classification="public-body"), "miprof"),
        ("organisations", Filters(state="member"), "oicem"),
        ("organisations", Filters(state="member", classification="ministry"), ""),
        ("organisations", Filters(state="candidate"), ""),
        ("people", Filters(text="raphael"), "sodini"),
        ("people", Filters(text="RAFAEL"), "sodini"),
        ("topics", Filters(text="séjour"), "sejour"),
        ("topics", Filters(text="rien"), ""),
    ],
)  # fmt: skip
def test_what_a_filter_leaves(repository: Repository, kind: str, filters: Filters, found: str) -> None:
    """Each filter of COMMANDS.md, alone and with another."""
    assert sorted(slugs(repository, kind, filters)) == found.split()


def test_a_list_is_that_of_a_day(repository: Repository) -> None:
    """States, deadlines and memberships are those of the day asked about."""
    assert slugs(repository, "organisations", Filters(state="candidate"), day=date(2014, 12, 31)) == ["oicem"]
    assert slugs(repository, "commitments", Filters(overdue=True), day=date(2014, 12, 31)) == []
    assert sorted(slugs(repository, "meetings", Filters(state="held"), day=date(2015, 2, 3))) == [
        "2014-11-18-miprof",
        "2015-02-02-pleniere",
    ]
    assert slugs(repository, "commitments", Filters(by="oicem"), day=date(2014, 12, 31)) == []


@pytest.mark.parametrize(
    ("kind", "filters", "option"),
    [("people", Filters(by="zoe"), "by"), ("topics", Filters(overdue=True), "overdue"), ("people", Filters(state="kept"), "state"), ("updates", Filters(to="zoe"), "to"),
     ("people", Filters(since=EdtfDate.parse("2014")), "since"), ("requests", Filters(due_before=EdtfDate.parse("2014")), "due-before"), ("topics", Filters(classification="a"), "classification")],
)  # fmt: skip
def test_a_filter_that_a_kind_does_not_know_is_told(repository: Repository, kind: str, filters: Filters, option: str) -> None:
    """Rather than an empty list that looks like an answer."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, kind, filters)
    assert (refused.value.facts["option"], refused.value.facts["kind"]) == (f"--{option}", kind)


@pytest.mark.parametrize(
    ("kind", "filters", "near"),
    [("meetings", Filters(state="helt"), "held"), ("commitments", Filters(state="kepd"), "kept"), ("organisations", Filters(classification="minister"), "ministry"),
     ("commitments", Filters(state="held"), ""), ("meetings", Filters(classification="xyz"), ""), ("organisations", Filters(state="kept"), "")],
)  # fmt: skip
def test_a_word_that_a_filter_does_not_know_is_told(repository: Repository, kind: str, filters: Filters, near: str) -> None:
    """With the nearest one, or all of them."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, kind, filters)
    assert refused.value.facts["near"] == near
    assert near in str(refused.value.facts["choices"])


@pytest.mark.parametrize(
    ("filters", "near"),
    [(Filters(by="miprf"), "organisations/miprof (MIPROF)"), (Filters(by="sodinni"), "people/sodini (Raphaël Sodini)"), (Filters(topic="sejours"), "topics/sejour (Le titre de séjour)"),
     (Filters(person="zoé"), "people/zoe (Zoé)"), (Filters(organisation="oicm"), "organisations/oicem (OICEM)")],
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
    names = [column.name for column in COLUMNS[kind]]
    assert refused.value.facts["columns"] == ", ".join(names)
    for name in names:
        assert sorted(slugs(repository, kind, sort=name)) == sorted(slugs(repository, kind, sort=f"-{name}"))


def test_columns_of_commitments(repository: Repository) -> None:
    """Due, state, who, in words that are translated when they are told."""
    found = listing(repository, "commitments", Filters(), DAY, "slug")
    rows = [
        [cell.message if isinstance(cell, Term) else None if cell is None else str(cell) for cell in row]
        for row in found.rows(repository, DAY)
    ]
    assert rows == [
        ["2014", "open", "overdue", None, "Raphaël Sodini", "Écrire", "a"], ["2015-02", "open", None, "0/1", "each member", "Annoter", "b"],
        [None, "kept", None, None, "Zoé, MIPROF", "Publier", "c"], ["2014-12-31", "no news", "overdue", None, "Zoé", "Attendre", "d"],
    ]  # fmt: skip


def test_columns_of_the_other_kinds(repository: Repository) -> None:
    """A function held that day, a standing, questions answered: each question once."""

    def cells(kind: str, day: date = DAY) -> dict[str, list[str]]:
        found = listing(repository, kind, Filters(), day)
        return {
            row[-1]: [cell.message if isinstance(cell, Term) else str(cell) for cell in row[:-1]]
            for row in map(list, found.rows(repository, day))
        }  # type: ignore[misc]

    assert cells("people") == {"sodini": ["Raphaël Sodini", ""], "zoe": ["Zoé", ""]}
    assert cells("people", date(2014, 1, 1))["sodini"] == ["Raphaël Sodini", "conseiller, MIPROF"]
    assert cells("organisations")["oicem"] == ["OICEM", "None", "association", "member"]
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
        ("commitments", Filters(state="Sans nouvelles"), Filters(state="no_news")),
        ("commitments", Filters(state="TENU"), Filters(state="kept")),
        ("commitments", Filters(state="non-tenu"), Filters(state="broken")),
        ("commitments", Filters(state="ouvert"), Filters(state="open")),
        ("meetings", Filters(state="annulée"), Filters(state="cancelled")),
        ("meetings", Filters(state="Called off"), Filters(state="cancelled")),
        ("meetings", Filters(classification="pleniere"), Filters(classification="plenary")),
        ("organisations", Filters(classification="organisme public"), Filters(classification="public-body")),
        ("organisations", Filters(state="membre"), Filters(state="member")),
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
    ("filters", "near"), [(Filters(state="ouvertt"), "open"), (Filters(state="tenue"), "kept"), (Filters(state="sans nouvelle"), "no_news")]
)
def test_a_french_word_nearly_right_is_told_with_the_records_own(repository: Repository, filters: Filters, near: str) -> None:
    """The one that stands in the files."""
    with pytest.raises(UsageError) as refused:
        slugs(repository, "commitments", filters)
    assert refused.value.facts["near"] == near


def test_a_list_knows_what_it_was_asked(repository: Repository) -> None:
    """As it is written on the command line."""
    asked = Filters(by="miprof", overdue=True, due_before=EdtfDate.parse("2015-01"))
    assert listing(repository, "commitments", asked, DAY).asked == ("--by miprof", "--overdue", "--due-before 2015-01")


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
