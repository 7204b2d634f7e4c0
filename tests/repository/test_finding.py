"""A record is found by its slug, by kind and slug, or by its path; of a name nobody knows the nearest are told; and who refers to whom."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.errors import NotFound, Refused
from traite_cli.kinds import Meeting, Organisation, Person, Record, Topic
from traite_cli.language import Sense
from traite_cli.repository import Repository, record_called, record_taken

FILES = {
    "people/raphael-sodini.md": "---\nname: Raphaël Sodini\nhonorific: M.\nother_names: Raph’ S.\nformer_slugs: r-sodini\nmemberships: miprof\n---\n",
    "people/alice-tallon.md": "---\nname: Alice Tallon\n---\n",
    "organisations/miprof.md": "---\nname: MIPROF\nother_names: Mission contre la traite\n---\n",
    "topics/rapport.md": "---\ntitle: Le rapport\nlead: alice-tallon\n---\n\nVoir [Alice](../people/alice-tallon.md) et [elle](../people/alice-tallon.md#bio).\n",
    "updates/2015-01-22-rapport.md": "---\ntitle: Nouvelles\ndate: 2015-01-22\ntopics: rapport\n---\n\n[Le rapport](../topics/rapport.md), [nul](../people/nobody.md).\n",
    "meetings/2015-03-04.md": "---\ntitle: Plénière\ndate: 2015-03-04\n---\n",
    "meetings/2015-03-05-a.md": "---\ntitle: Un\ndate: 2015-03-05\n---\n",
    "meetings/2015-03-05-b.md": "---\ntitle: Deux\ndate: 2015-03-05\n---\n",
    "meetings/rapport.md": "---\ntitle: Sur le rapport\ndate: 2014\nparticipants: [raphael-sodini, {organisation: miprof}]\n---\n\n[Lui-même](rapport.md)\n",
}


@pytest.fixture
def repository(make_repository: MakeRepository) -> Repository:
    return make_repository(FILES).repository


@pytest.mark.parametrize(
    "name",
    [
        "raphael-sodini", "people/raphael-sodini", "records/people/raphael-sodini.md", "./records/people/raphael-sodini.md", "people/raphael-sodini.md",
        " raphael-sodini ", "records\\people\\raphael-sodini.md", "/home/a/repository/records/people/raphael-sodini.md", "../people/raphael-sodini.md",
    ],
)  # fmt: skip
def test_a_record_has_three_names(repository: Repository, name: str) -> None:
    """And its path may be seen from anywhere."""
    assert record_called(repository, name).ref == "people/raphael-sodini"


@pytest.mark.parametrize(
    ("name", "ref"),
    [
        ("personnes/raphael-sodini", "people/raphael-sodini"),
        ("personne/Raphaël Sodini", "people/raphael-sodini"),
        ("person/raphael-sodini", "people/raphael-sodini"),
        ("réunions/rapport", "meetings/rapport"),
        ("Dossiers/rapport", "topics/rapport"),
        ("raphael sodini", "people/raphael-sodini"),
        ("Sodini, Raphaël", "people/raphael-sodini"),
        ("R. Sodini", "people/raphael-sodini"),
        ("RS", "people/raphael-sodini"),
        ("M. Sodini", "people/raphael-sodini"),
        ("Raph’ S.", "people/raphael-sodini"),
        ("sodini", "people/raphael-sodini"),
        ("r-sodini", "people/raphael-sodini"),
        ("la Miprof", "organisations/miprof"),
        ("mission contre la traite", "organisations/miprof"),
        ("le rapport", "topics/rapport"),
        ("SUR LE RAPPORT", "meetings/rapport"),
        ("plénière", "meetings/2015-03-04"),
        ("4 mars 2015", "meetings/2015-03-04"),
        ("réunion du 4 mars 2015", "meetings/2015-03-04"),
        ("La réunion du 4 mars 2015", "meetings/2015-03-04"),
        ("meeting of 4 March 2015", "meetings/2015-03-04"),
        ("la plénière du 4 mars", "meetings/2015-03-04"),
        ("celle d’hier", "meetings/2015-03-04"),
        ("réunions/4 mars 2015", "meetings/2015-03-04"),
        ("nouvelle du 22 janvier 2015", "updates/2015-01-22-rapport"),
        ("22 janvier 2015", "updates/2015-01-22-rapport"),
    ],
)
def test_a_record_is_named_as_people_call_it(repository: Repository, name: str, ref: str) -> None:
    """By kind in either language, by any spelling of its name, by initials, by a name that it had, by its day."""
    assert record_called(repository, name, sense=Sense(date(2015, 3, 5))).ref == ref


def test_what_is_of_another_kind_is_told(repository: Repository) -> None:
    """Somebody who is asked for as a meeting is somebody all the same; two meetings of a day are both told."""
    with pytest.raises(Refused) as refused:
        record_called(repository, "R. Sodini", Meeting)
    assert refused.value.facts == {"ref": "people/raphael-sodini", "label": "Raphaël Sodini", "kind": "a meeting"}
    with pytest.raises(NotFound) as asked:
        record_called(repository, "réunion du 5 mars 2015")
    assert asked.value.near == ("meetings/2015-03-05-a (Un)", "meetings/2015-03-05-b (Deux)")


@pytest.mark.parametrize(
    ("name", "day", "near"),
    [
        ("réunion du 4 mars", "2016-11-30", "meetings/2015-03-04 (Plénière)"),
        ("22 janvier", "2016-11-30", "updates/2015-01-22-rapport (Nouvelles)"),
        ("janvier", "2016-11-30", "updates/2015-01-22-rapport (Nouvelles)"),
    ],
)
def test_a_day_without_its_year_tells_what_is_of_it(repository: Repository, name: str, day: str, near: str) -> None:
    """Nothing is of the nearest such day: what is of that day in another year is proposed, not taken."""
    with pytest.raises(NotFound) as asked:
        record_called(repository, name, sense=Sense(date.fromisoformat(day)))
    assert asked.value.near == (near,)
    assert asked.value.hint


def test_a_day_with_its_year_means_no_other(repository: Repository) -> None:
    """Nothing was on that day, and nothing else is proposed."""
    with pytest.raises(NotFound) as asked:
        record_called(repository, "4 mars 2013")
    assert asked.value.near == ()


def test_of_several_of_a_day_the_day_is_told(repository: Repository) -> None:
    """They are of it, and not called so."""
    with pytest.raises(NotFound) as asked:
        record_called(repository, "réunion du 5 mars 2015")
    assert str(asked.value.args[0]) == "several records are of this date: {name}"
    assert asked.value.facts["name"] == "5 mars 2015"


def test_of_many_that_may_be_meant_some_are_told(make_repository: MakeRepository) -> None:
    """A year in which many meetings were held names none of them, and does not fill the screen."""
    meetings = {f"meetings/m-{number:02}.md": f"---\ntitle: M{number}\ndate: 2015-01-{number:02}\n---\n" for number in range(1, 21)}
    with pytest.raises(NotFound) as asked:
        record_called(make_repository(meetings).repository, "2015")
    assert (len(asked.value.near), asked.value.near[0], asked.value.near[-1]) == (9, "meetings/m-01 (M1)", "…")


def test_a_name_of_several_records_is_asked_back(repository: Repository) -> None:
    """A topic and a meeting of one name: both are told, and the kind settles it."""
    with pytest.raises(NotFound) as refused:
        record_called(repository, "rapport")
    assert refused.value.near == ("meetings/rapport (Sur le rapport)", "topics/rapport (Le rapport)")
    assert record_called(repository, "topics/rapport").KIND == record_called(repository, "rapport", Topic).KIND == "topics"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("raphael-sodoni", "people/raphael-sodini (Raphaël Sodini)"),
        ("people/raphael-sodoni", "people/raphael-sodini (Raphaël Sodini)"),
        ("personnes/raphael-sodoni", "people/raphael-sodini (Raphaël Sodini)"),
        ("Raphaël", "people/raphael-sodini (Raphaël Sodini)"),
        ("Mme Sodini", "people/raphael-sodini (Raphaël Sodini)"),
        ("01-22-rapp", "updates/2015-01-22-rapport (Nouvelles)"),
    ],
)
def test_of_a_name_nobody_knows_the_nearest_is_told(repository: Repository, name: str, near: str) -> None:
    """A slip, a first name, another form of address, a part of it."""
    with pytest.raises(NotFound) as refused:
        record_called(repository, name)
    assert near in refused.value.near


@pytest.mark.parametrize("name", ["", "/", "zzzzzz", "people/", ".md", "*", "a" * 10_000, "records", "é"])
def test_of_a_name_that_is_near_none_nothing_is_guessed(repository: Repository, name: str) -> None:
    """Nor does any name do harm."""
    with pytest.raises(NotFound) as refused:
        record_called(repository, name)
    assert refused.value.near == ()


def test_who_refers_to_a_record(repository: Repository) -> None:
    """Through which field, or the text; each once; and no record refers to itself."""

    def referrers(name: str) -> list[tuple[str, str]]:
        return [(one.record.ref, one.field) for one in repository.referrers(record_called(repository, name))]

    assert referrers("alice-tallon") == [("topics/rapport", "lead"), ("topics/rapport", "body")]
    assert referrers("topics/rapport") == [("updates/2015-01-22-rapport", "topics"), ("updates/2015-01-22-rapport", "body")]
    assert referrers("raphael-sodini") == [("meetings/rapport", "participants.*")]
    assert sorted(referrers("miprof")) == [
        ("meetings/rapport", "participants.organisation"),
        ("people/raphael-sodini", "memberships.organisation"),
    ]
    assert referrers("meetings/rapport") == []


def test_a_record_with_faults_still_resolves(make_repository: MakeRepository) -> None:
    """One fault never makes ten: what refers to a faulty record refers to a record."""
    repository = make_repository(
        {
            "people/a.md": "---\nname: [\nplace: @\n---\n",
            "people/b.md": "no front matter",
            "people/c.md": "---\nname: C\n---\n\n[A](a.md) [B](b.md)\n",
        }
    ).repository
    assert [record.ref for record in repository.all()] == ["people/a", "people/b", "people/c"]
    assert [len(repository.referrers(record_called(repository, name))) for name in "ab"] == [1, 1]


def test_a_repository_asked_about_some_files_knows_all(repository: Repository) -> None:
    """What is checked is narrowed; what resolves is not."""
    focused = repository.focused({"records/topics/rapport.md"})
    assert [record.ref for record in focused.all_examined()] == ["topics/rapport"]
    assert record_called(focused, "alice-tallon").label == "Alice Tallon"


def test_our_own_records_are_found_by_each_of_their_names(own: object) -> None:
    """Every record of the working document, by `kind/slug` and by path."""
    repository: Repository = own.repository  # type: ignore[attr-defined]
    for record in repository.all():
        assert record_called(repository, record.ref) is record_called(repository, record.path) is record


NAMED_LIKE_DAYS = {
    "people/marc-morel.md": "---\nname: Marc Morel\n---\n",
    "people/mai-nguyen.md": "---\nname: Mai Nguyen\n---\n",
    "people/avril-roy.md": "---\nname: Avril Roy\n---\n",
    "people/julie-may.md": "---\nname: Julie May\n---\n",
    "people/jan-sept.md": "---\nname: Jan Novak\n---\n",
    "people/sam-dimanche.md": "---\nname: Sam Dimanche\n---\n",
    "people/augustin-noel.md": "---\nname: Augustin Noël\n---\n",
    "organisations/dec.md": "---\nname: Défense des enfants captifs\nacronym: DEC\n---\n",
    "meetings/2014-12-10-bureau.md": "---\ntitle: Bureau\ndate: 2014-12-10\n---\n",
    "meetings/2015-01-05-bureau.md": "---\ntitle: Point de janvier\ndate: 2015-01-05\n---\n",
    "meetings/2015-01-19-atelier.md": "---\ntitle: Atelier\ndate: 2015-01-19\n---\n",
    "meetings/2015-02-17-mardi-gras.md": "---\ntitle: Mardi gras du foyer\ndate: 2015-02-17\n---\n",
    "meetings/2015-03-16-visite-du-foyer.md": "---\ntitle: Visite du foyer\ndate: 2015-03-16\n---\n",
    "meetings/2015-04-02-assemblee.md": "---\ntitle: Assemblée\ndate: 2015-04-02\n---\n",
    "meetings/2015-05-06-atelier.md": "---\ntitle: Atelier de mai\ndate: 2015-05-06\n---\n",
}


def _told(repository: Repository, name: str, *kinds: type[Record]) -> tuple[str, ...]:
    """What a name is answered by: the record, or those that are told."""
    try:
        return (record_called(repository, name, *kinds, sense=Sense(date(2015, 3, 17))).ref,)
    except NotFound as error:
        return tuple(one.partition(" ")[0] for one in error.near)


@pytest.mark.parametrize(
    ("name", "refs"),
    [
        ("Marc", ("people/marc-morel",)),
        ("marc", ("people/marc-morel",)),
        ("celle de Marc", ()),
        ("Jan", ("people/jan-sept",)),
        ("Sam", ("people/sam-dimanche",)),
        ("Augustin", ("people/augustin-noel",)),
        ("Dec", ("organisations/dec",)),
        ("May", ("people/julie-may",)),
        ("Noël", ("people/augustin-noel",)),
        ("dimanche", ("people/sam-dimanche",)),
        ("Mardi Gras", ("meetings/2015-02-17-mardi-gras",)),
        ("Avril", ("people/avril-roy", "meetings/2015-04-02-assemblee")),
        ("Mai", ("meetings/2015-05-06-atelier",)),
        ("janvier", ("meetings/2015-01-05-bureau",)),
        ("mars", ("meetings/2015-03-16-visite-du-foyer",)),
        ("réunion de mars", ("meetings/2015-03-16-visite-du-foyer",)),
        ("10 déc. 2014", ("meetings/2014-12-10-bureau",)),
        ("lundi", ("meetings/2015-03-16-visite-du-foyer",)),
    ],
)
def test_a_name_is_no_date_by_a_slip(make_repository: MakeRepository, name: str, refs: tuple[str, ...]) -> None:
    """The beginning of a month's name is none of a day's; one that is both is told as both, unless what has the name is of that day."""
    assert _told(make_repository(NAMED_LIKE_DAYS).repository, name) == refs


@pytest.mark.parametrize("name", ["Marc", "Mai", "Avril"])
def test_whoever_is_asked_for_among_people_is_no_meeting(make_repository: MakeRepository, name: str) -> None:
    """« --by Avril » is answered by who has that first name, never by a meeting that was held in that month."""
    people = _told(make_repository(NAMED_LIKE_DAYS).repository, name, Person, Organisation)
    assert people == (next(path.removesuffix(".md") for path in NAMED_LIKE_DAYS if path.startswith(f"people/{name.lower()}")),)


ALIKE = {
    "people/marc-morel.md": "---\nname: Marc Morel\n---\n",
    "people/jean-marc-leroy.md": "---\nname: Jean-Marc Leroy\n---\n",
    "people/jean-paul.md": "---\nname: Jean-Paul Sel\n---\n",
    "people/luc-morin.md": "---\nname: Luc Morin\n---\n",
    "people/luc-garnier.md": "---\nname: Luc Garnier\n---\n",
    "organisations/marc-bloch.md": "---\nname: Fondation Marc Bloch\n---\n",
    "organisations/secours.md": "---\nname: Secours Catholique – Caritas France\nacronym: SCCF\n---\n",
    "organisations/region-nord.md": "---\nname: Région Nord\n---\n",
    "organisations/region-sud.md": "---\nname: Région Sud\n---\n",
    "commitments/secours.md": "---\ntitle: Écrire au Secours Catholique de Caen\nby: secours\nmade_on: 2015-01-01\n---\n",
    "topics/sejour.md": "---\ntitle: Le titre de séjour\n---\n",
}


@pytest.mark.parametrize(
    ("said", "ref", "others"),
    [
        ("Marc", "people/marc-morel", {"people/jean-marc-leroy", "organisations/marc-bloch"}),
        ("M. Marc", "people/marc-morel", {"people/jean-marc-leroy", "organisations/marc-bloch"}),
        ("caritas", "organisations/secours", set()),
        ("secours catholique", "organisations/secours", {"commitments/secours"}),
        ("organisations/marc", "organisations/marc-bloch", set()),
        ("séjour", "topics/sejour", None),
        ("Séjour, titre", "topics/sejour", set()),
        ("Luc Garnier", "people/luc-garnier", None),
        ("SCCF", "organisations/secours", None),
    ],
)
def test_some_words_of_a_name_are_enough_for_whoever_only_looks(
    make_repository: MakeRepository, said: str, ref: str, others: set[str] | None
) -> None:
    """Where one person alone is called so, or else one organisation, or else one record; the others with these words are named."""
    taken = record_taken(make_repository(ALIKE).repository, said)
    assert taken.record.ref == ref
    assert ({one.split(" ")[0] for one in taken.others} if taken.partly else None) == others


@pytest.mark.parametrize(
    ("said", "near"),
    [("Luc", {"people/luc-morin", "people/luc-garnier"}), ("Jean", {"people/jean-marc-leroy", "people/jean-paul"}), ("région", {"organisations/region-nord", "organisations/region-sud"}), ("personne de ce nom", set()), ("sejuor", {"topics/sejour"})],
)  # fmt: skip
def test_whoever_looks_for_several_is_shown_them(make_repository: MakeRepository, said: str, near: set[str]) -> None:
    """None is taken before another, and none for a slip of the finger."""
    with pytest.raises(NotFound) as raised:
        record_taken(make_repository(ALIKE).repository, said)
    assert {one.split(" ")[0] for one in raised.value.near} == near
