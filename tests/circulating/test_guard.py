"""The last look at a document: it refuses withheld words, and only those."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import NAME, MakeRepository
from traite_cli.circulating import making
from traite_cli.circulating.blocks import without_marks
from traite_cli.circulating.guard import is_clear, leaks, lines_of_html
from traite_cli.circulating.making import Order, make_edition
from traite_cli.errors import Refused
from traite_cli.kinds import Edition
from traite_cli.repository import Configuration, Cut, Repository, for_audience
from traite_cli.workspace import Workspace

SECRET = "la ministre renoncera sans le dire à sa circulaire de mars"
NOTHING = Repository(Configuration("C"), {})


def edition(body: str = "", audience: str = "public") -> str:
    return f"---\ntitle: Numéro\ndate: 2015-01-22\naudience: {audience}\nsections: []\n---\n\n{body}\n"


def render(workspace: Workspace, audience: str = "public", *, as_page: bool = True) -> str:
    """The Markdown of the only edition, made with what the index knows of the records."""
    (found,) = workspace.repository.of(Edition).values()
    order = Order(audience=audience, as_page=as_page)
    made = make_edition(workspace.repository, found, order, workspace.looks, workspace.source, "", known=workspace)
    assert made.manuscript is not None, made.faults
    return made.manuscript.markdown


# --- what is refused ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def leaky(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A tool with a fault: the circle's records are cut, and a sentence of the others gets into the document all the same."""

    def leak(text: str) -> None:
        whole = making.for_audience

        def faulty(repository: Repository, circle: str, *, edition: Edition) -> Cut:
            cut = whole(repository, circle, edition=edition)
            shown = {kind: dict(cut.repository.of_kind(kind)) for kind in ("editions", "topics", "organisations", "people", "meetings")}
            shown["editions"] = {slug: one.replaced(title=text) for slug, one in shown["editions"].items()}
            return Cut(cut.repository.with_records(shown), cut.withheld)

        monkeypatch.setattr(making, "for_audience", faulty)
        # The guard is not told of the fault: for it, what may be shown is what a faultless cut shows.
        original = making._Bench._guard

        def guarded(bench: making._Bench, markdown: str, html: str, _cut: Cut) -> None:
            original(bench, markdown, html, for_audience(bench.repository, bench.circle))

        monkeypatch.setattr(making._Bench, "_guard", guarded)

    return leak


@pytest.mark.parametrize(
    "leak",
    [
        SECRET,
        "On dit que LA MINISTRE RENONCERA SANS LE DIRE",
        "la ministre, renoncera — « sans le » dire",
        "La *ministre* renoncera **sans** le `dire`",
        "la ministre renoncera sans\u00a0le dire",
    ],
)
def test_a_document_with_withheld_words_is_refused(make_repository: MakeRepository, leaky: Callable[[str], None], leak: str) -> None:
    """Whatever fault of the tool lets five words through, in whatever signs and capitals, the file is not written."""
    workspace = make_repository({"editions/e.md": edition(f"Bonjour.\n\n::: members\n\nVraiment, {SECRET}.\n\n:::\n")})
    leaky(leak)
    with pytest.raises(Refused, match="la ministre renoncera sans le") as refused:
        render(workspace)
    assert refused.value.exit_code == 1
    assert refused.value.facts["circle"] == "public"


LINKED = "la [ministre](https://a.org/b) renoncera sans le dire"
NUMBERED = "la ministre renoncera\n\n1. sans le dire"


@pytest.mark.parametrize("audience", ["members", "public"])
@pytest.mark.parametrize("as_page", [True, False])
@pytest.mark.parametrize("leak", [f"Car {SECRET}", LINKED, NUMBERED, "la mi**nist**re renoncera sans le dire"])
@pytest.mark.parametrize(
    "where",
    [
        "topics/t.md|---\ntitle: T\naudience: contributors\nx:\n  note: {}\n---\n",
        "topics/t.md|---\ntitle: T\n---\n\n::: contributors\n\n{}\n\n:::\n",
        "people/p.md|---\nname: P\ncontact_details:\n  - {{type: adresse, value: {}}}\n---\n",
        "documents/d.md|---\ntitle: D\naudience: contributeurs\n---\n\n{}\n",
    ],
)
def test_the_index_hides_nothing_from_the_guard(
    make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, where: str, leak: str, audience: str, *, as_page: bool
) -> None:
    """What is kept of withheld texts finds them as they themselves would, whether a page is made or not, and again at the second call."""
    path, _, text = where.partition("|")
    files = {"editions/e.md": edition(audience=audience), path: text.format(SECRET)}
    root = make_repository(files).root
    typography = making.typography
    monkeypatch.setattr(making, "typography", lambda text, language: typography(text, language) + (f"\n{leak}\n" if text.strip() else ""))
    for _ in range(2):
        with pytest.raises(Refused):
            render(Workspace(root), audience, as_page=as_page)


def test_the_guard_notices_what_is_withheld_since(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A passage that was written after the index was is looked for as well, and one that is gone no more."""
    root = make_repository({"editions/e.md": edition(audience="members"), "topics/t.md": "---\ntitle: T\n---\n"}).root
    typography = making.typography
    monkeypatch.setattr(making, "typography", lambda text, language: typography(text, language) + (f"\n{SECRET}\n" if text.strip() else ""))
    assert SECRET in render(Workspace(root), "members")
    topic = root / "records/topics/t.md"
    topic.write_text(f"---\ntitle: T\n---\n\n::: contributors\n{SECRET}\n:::\n", encoding="utf-8")
    with pytest.raises(Refused):
        render(Workspace(root), "members")
    topic.write_text("---\ntitle: T\n---\n\n::: contributors\nRien.\n:::\n", encoding="utf-8")
    assert SECRET in render(Workspace(root), "members")


def test_what_is_kept_is_enough_to_let_a_document_go(make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing of what is withheld can be in a document, no record is looked at for that, and no page is made for Markdown alone."""
    update = f"---\ntitle: U\ndate: 2015-01-01\ntopics: t\n---\n\n{SECRET}\n\n::: contributors\nCar {SECRET}.\n:::\n"
    files = {"editions/e.md": edition("Bonjour.", "members").replace("[]", "{title: Sujet, records: updates/u}"), "updates/u.md": update}
    files["topics/t.md"] = "---\ntitle: T\n---\n"
    workspace = make_repository(files)
    monkeypatch.setattr(Cut, "withheld", property(lambda _: pytest.fail("all records were looked at")))
    assert SECRET in render(workspace, "members")
    monkeypatch.setattr(making, "page_of", lambda _: pytest.fail("a page was made"))
    assert SECRET in render(Workspace(workspace.root), "members", as_page=False)


@pytest.mark.parametrize("leak", ["la ministre renoncera sans", "la ministre renonce sans le dire à ses amis", "Rien"])
def test_four_words_or_others_pass(make_repository: MakeRepository, leaky: Callable[[str], None], leak: str) -> None:
    """Four words in a row are said by anybody."""
    workspace = make_repository({"editions/e.md": edition(f"::: members\n\n{SECRET}.\n\n:::\n")})
    leaky(leak)
    assert leak in render(workspace)


@pytest.mark.parametrize(
    "where",
    {
        "a title": "documents/d.md|---\ntitle: {}\naudience: members\n---\n",
        "a field": "meetings/m.md|---\ntitle: M\ndate: 2014-01-01\naudience: members\nplace: {}\n---\n",
        "a field's field": "meetings/m.md|---\ntitle: M\ndate: 2014-01-01\naudience: members\ndecisions:\n  - {{text: {}}}\n---\n",
        "a body": "meetings/m.md|---\ntitle: M\ndate: 2014-01-01\naudience: members\n---\n\n{}\n",
        "contact details": "people/p.md|---\nname: P\ncontact_details:\n  - {{type: adresse, value: {}}}\n---\n",
        "keys of one's own": "topics/t.md|---\ntitle: T\naudience: members\nx:\n  note: {}\n---\n",
    }.items(),
    ids=lambda one: one[0],
)
def test_withheld_words_are_known_wherever_they_stood(
    make_repository: MakeRepository, leaky: Callable[[str], None], where: tuple[str, str]
) -> None:
    """Titles, fields, bodies, contact details and own keys are all looked for."""
    path, _, text = where[1].partition("|")
    workspace = make_repository({"editions/e.md": edition(), path: text.format(SECRET)})
    leaky(f"Car {SECRET}")
    with pytest.raises(Refused):
        render(workspace)


def test_words_over_the_end_of_a_line_are_found() -> None:
    """A line's end hides nothing, be it in Markdown or between two blocks of a page."""
    assert leaks(["Car la ministre\nrenoncera\n\nsans le dire"], [SECRET], NOTHING, ())
    assert leaks([lines_of_html("<p>Car la <em>ministre</em></p><ul><li>renoncera sans</li><li>le dire</li></ul>")], [SECRET], NOTHING, ())


def test_what_html_writes_as_an_entity_hides_no_word() -> None:
    """A no-break space and an ampersand stand between words in a page as they do in Markdown."""
    assert leaks([lines_of_html("<p>la ministre&nbsp;renoncera sans&nbsp;le dire</p>")], [SECRET], NOTHING, ())
    assert leaks([lines_of_html("<p>Dupont &amp; Cie part à Lyon</p>")], ["Dupont & Cie part à Lyon"], NOTHING, ())


def test_every_place_of_a_run_is_looked_at() -> None:
    """Where its parts come from two lines that may be shown it is no find; in one line, somewhere else in the document, it is."""
    parts = ("elle dit : la ministre", "renoncera sans le dire, un jour")
    over_two_lines = "La ministre\nrenoncera sans le\n"
    assert not leaks([over_two_lines], [SECRET], NOTHING, parts)
    assert leaks([f"Car la ministre renoncera sans le.\n\n{over_two_lines}"], [SECRET], NOTHING, parts)


_TEXT = st.lists(st.sampled_from(["la", "Amie", "de", "mars", "12", "\n", "dit"]), max_size=14).map(" ".join)
_TEXTS = st.lists(_TEXT, max_size=4)


@given(_TEXTS, _TEXTS, _TEXTS, st.integers(min_value=0, max_value=4))
def test_what_some_texts_account_for_needs_no_look_at_the_others(
    documents: list[str], withheld: list[str], shown: list[str], some: int
) -> None:
    """A document that is clear of whatever may be withheld, by some of what is shown, is so by all, whatever is withheld."""
    if is_clear(documents, None, (), shown[:some]):
        assert not leaks(documents, withheld, NOTHING, shown)


# --- what is not refused ------------------------------------------------------------------------------------------------------

INNOCENT: Mapping[str, Mapping[str, str]] = {
    "the same words in a public text": {
        "editions/e.md": edition(f"On sait que {SECRET}."),
        "documents/d.md": f"---\ntitle: D\n---\n\n{SECRET}\n",
    },
    "the days of the meetings in one line": {
        "editions/e.md": "---\ntitle: N\ndate: 2015-01-22\naudience: public\nmeetings: [a, b, c]\nsections: []\n---\n",
        **{
            f"meetings/{slug}.md": f"---\ntitle: R\ndate: {day}\naudience: public\n---\n"
            for slug, day in [("a", "2014-11-07"), ("b", "2014-11-18"), ("c", "2015-01-05")]
        },
        "updates/u.md": "---\ntitle: U\ndate: 2015-01-01\ntopics: []\n---\n\nréunions des 7 et 18 novembre 2014 et 5 janvier 2015\n",
    },
    "who sat beside whom": {
        "editions/e.md": "---\ntitle: N\ndate: 2015-01-22\naudience: public\nmeetings: [m]\nsections: []\n---\n",
        "organisations/o.md": "---\nname: ECPAT France\n---\n",
        "people/a.md": "---\nname: Alice Tallon\nmemberships: o\n---\n",
        "people/b.md": "---\nname: Éléonore Chiossone\nmemberships: o\n---\n",
        "meetings/m.md": "---\ntitle: R\ndate: 2014-11-18\naudience: public\nparticipants: [a, b]\n---\n\n"
        "::: members\n\nÉtaient là pour ECPAT France : Alice Tallon et Éléonore Chiossone.\n\n:::\n",
    },
    "the next meeting of the collective": {
        "editions/e.md": "---\ntitle: N\ndate: 2015-01-22\naudience: public\nnext_meeting: m\nsections: []\n---\n",
        "meetings/m.md": "---\ntitle: R\ndate: 2015-02-02\ntime: 9:30\nplace: au siège\naudience: public\n---\n",
        "updates/u.md": "---\ntitle: U\ndate: 2015-01-01\ntopics: []\n---\n\nProchaine rencontre du Collectif : lundi 2 février 2015 : 9h30 au siège.\n",
    },
    "the title of an event and its place": {
        "editions/e.md": "---\ntitle: N\ndate: 2015-01-22\naudience: public\nsections:\n  - {title: S, records: meetings/m}\n---\n",
        "meetings/m.md": "---\ntitle: Prostitution et traite\nclassification: event\ndate: 2014-11-12\nplace: à l’Assemblée nationale\naudience: public\n---\n\nvoir la Fondation Scelles qui organisait\n",
        "updates/u.md": "---\ntitle: U\ndate: 2015-01-01\ntopics: []\n---\n\n"
        "« Prostitution et traite », 12 novembre 2014 à l’Assemblée nationale (voir la Fondation Scelles)\n",
    },
    "a function in an organisation": {
        "editions/e.md": "---\ntitle: N\ndate: 2015-01-22\naudience: public\nmeetings: [m]\nsections: []\n---\n",
        "organisations/o.md": "---\nname: Mission interministérielle\nacronym: MIPROF\n---\n",
        "people/a.md": "---\nname: Élisabeth Moiron-Braud\nmemberships:\n  - {organisation: o, role: secrétaire générale}\n---\n",
        "meetings/m.md": "---\ntitle: R\ndate: 2014-11-18\naudience: public\ninterlocutors: [a]\n---\n",
        "updates/u.md": "---\ntitle: U\ndate: 2015-01-01\ntopics: []\n---\n\n"
        "Interlocuteurs de la Mission interministérielle - MIPROF : Élisabeth Moiron-Braud, secrétaire générale\n",
    },
}


@pytest.mark.parametrize("what", INNOCENT)
def test_a_document_of_public_words_is_not_refused(make_repository: MakeRepository, what: str) -> None:
    """Names, functions, dates and the template's words stand side by side in a document as they may in a withheld text."""
    assert render(make_repository(INNOCENT[what], NAME))


CIRCULATED: Mapping[str, str] = {
    "editions/e.md": "---\ntitle: Numéro\ndate: 2015-01-22\naudience: public\nplace: Paris\nparts: [commitments, questions, decisions]\n"
    "next_meeting: n\nauthors: [a]\nsections:\n  - {title: Le titre de séjour, meeting: m}\n  - {records: meetings/v}\n  - {records: [people/a]}\n---\n",
    "organisations/o.md": "---\nname: Hôpital Édouard-Herriot\n---\n",
    "people/a.md": "---\nname: Paul d’Arc\nmemberships: o\n---\n",
    "meetings/m.md": "---\ntitle: Le bureau\ndate: 2014-11-07\naudience: public\nparticipants: [a]\ndecisions: {text: Écrire au maire}\n---\n\nOui.\n",
    "meetings/n.md": "---\ntitle: N\ndate: 2015-02-03\ntime: 9:30\nplace: au siège\naudience: public\nagenda: {title: Élections}\n---\n",
    "meetings/v.md": "---\ntitle: Visite\nclassification: event\ndate: 2014-12-02\nplace: à Lyon\norganisers: [o]\naudience: public\n---\n",
    "commitments/c.md": "---\ntitle: Réparer\nby: a\non_behalf_of: o\nmade_at: meetings/m\ndue: 2015-06\naudience: public\n---\n",
    "commitments/d.md": "---\ntitle: Le quai\nby: o\npart_of: c\nmade_on: 2014-11-08\naudience: public\nfollow_ups: {date: 2014-12-01, status: in_progress, note: Vu}\n---\n",
    "requests/r.md": "---\ntitle: R\nto: o\ndate: 2014-12-03\naudience: public\n---\n\n1. Un ?\n2. Deux | trois ?\n",
}


@pytest.mark.parametrize("as_page", [True, False])
def test_a_document_that_is_accounted_for_looks_at_no_other_record(
    make_repository: MakeRepository, monkeypatch: pytest.MonkeyPatch, *, as_page: bool
) -> None:
    """For the public too, of whom nothing is kept, what a document is made of may tell that nothing has come out."""

    def asked(_: Cut) -> tuple[str, ...]:
        pytest.fail("all records were looked at")

    monkeypatch.setattr(Cut, "withheld", property(asked))
    assert render(make_repository(CIRCULATED, 'name = "Les Amis du marais"\n'), as_page=as_page)


def test_a_note_may_repeat_what_was_circulated(make_repository: MakeRepository) -> None:
    """Whoever pastes the whole document into a note for few can go on making it for many: none of its lines is a find."""
    circulated = without_marks(render(make_repository(CIRCULATED, 'name = "Les Amis du marais"\n')))
    assert "| Réparer | Paul d’Arc" in circulated
    note = f"---\ntitle: Note\ndate: 2015-01-02\naudience: contributors\ntopics: []\n---\n\n{circulated}"
    files = {**CIRCULATED, "updates/note.md": note}
    assert without_marks(render(make_repository(files, 'name = "Les Amis du marais"\n'))) == circulated


def test_the_real_documents_are_not_refused(own: Workspace) -> None:
    """The working document of 22 January 2015 can be made for every circle, with every part."""
    edition_ = own.repository.of(Edition)["2015-01-22"]
    for circle in ("public", "members", "contributors"):
        for gaps in (making.PARTS, ()):
            made = make_edition(own.repository, edition_, Order(audience=circle, with_parts=gaps), own.looks, own.source, "")
            assert made.manuscript is not None
