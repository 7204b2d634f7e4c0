"""What each circle may read: whatever is doubtful is for the contributors only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repositories import MakeRepository
from traite_cli.checks.running import faults_of
from traite_cli.kinds import AUDIENCES, Commitment, Edition, Meeting, Person, Record, Request, read_record
from traite_cli.repository import Configuration, Repository, audience_of, for_audience, narrowest, prose_of, state_on, texts_in, wider

CONFIGURATION = Configuration("Collectif")
SECRET = "le préfet a promis une circulaire avant mars"


def meeting(body: str, front: str = "title: Rencontre\ndate: 2014-10-22\naudience: public\n") -> Record:
    """A meeting read from its text."""
    return read_record("meetings", "x", "records/meetings/x.md", f"---\n{front}---\n{body}".encode())


def seen(record: Record, circle: str) -> str:
    """What a circle reads of a record's body, nothing when it may not know of the record."""
    cut = for_audience(Repository(CONFIGURATION, {record.KIND: {record.slug: record}}), circle).repository
    return "\n".join(prose.text for shown in cut.all() for prose in prose_of(shown))


# --- fences -------------------------------------------------------------------------------------------------------------------


def test_a_passage_is_for_its_circle_and_narrower_ones() -> None:
    """A fence parts a body: what stands in it is for few, the rest for all."""
    record = meeting(f"Avant.\n\n::: members\n\n{SECRET}\n\n:::\n\nAprès.\n")
    assert {circle: SECRET in seen(record, circle) for circle in AUDIENCES} == {"public": False, "members": True, "contributors": True}
    assert "Avant." in seen(record, "public")
    assert "Après." in seen(record, "public")


def test_passages_of_several_circles_are_told_apart() -> None:
    """Members read what is for members, and not what is for contributors."""
    record = meeting("Un.\n::: members\nDeux.\n:::\nTrois.\n::: contributors\nQuatre.\n:::\n")
    assert seen(record, "public").split() == ["Un.", "Trois."]
    assert seen(record, "members").split() == ["Un.", "Deux.", "Trois."]
    assert seen(record, "contributors").split() == ["Un.", "Deux.", "Trois.", "Quatre."]


DOUBTFUL = {
    "indented": " ::: members\n{}\n:::",
    "indented as code": "    ::: members\n{}\n:::",
    "after a tab": "\t::: members\n{}\n:::",
    "in a quote": "> ::: members\n> {}\n> :::",
    "in a list": "- ::: members\n  {}\n  :::",
    "in a numbered list": "1. ::: members\n   {}\n   :::",
    "in a list item": "- point\n\n  ::: members\n  {}\n  :::",
    "without a space": ":::members\n{}\n:::",
    "in French": "::: membres\n{}\n:::",
    "in French, the contributors": "::: contributeurs\n{}\n:::",
    "singular": "::: member\n{}\n:::",
    "with a capital": "::: Members\n{}\n:::",
    "four colons": ":::: members\n{}\n::::",
    "two colons": ":: members\n{}\n::",
    "colons apart": ": : : members\n{}\n: : :",
    "with braces": "::: {{.members}}\n{}\n:::",
    "two circles": "::: members contributors\n{}\n:::",
    "for the public": "::: public\n{}\n:::",
    "a word behind": "::: members only\n{}\n:::",
    "a tab for a space": ":::\tmembers\n{}\n:::",
    "a no-break space": ":::\u00a0members\n{}\n:::",
    "wide colons": "\uff1a\uff1a\uff1a members\n{}\n\uff1a\uff1a\uff1a",
    "small colons": "\ufe55\ufe55\ufe55 members\n{}\n:::",
    "a space without width before": "\u200b::: members\n{}\n:::",
    "a space without width inside": ":\u200b:: members\n{}\n:::",
    "a word joiner": ":::\u2060 members\n{}\n:::",
    "a soft hyphen": "::: mem\u00adbers\n{}\n:::",
    "a byte order mark": "\ufeff::: members\n{}\n:::",
    "a letter that looks the same": "::: m\u0435mbers\n{}\n:::",
    "never closed": "::: members\n{}\n",
    "closed by a misspelling": "::: members\n{}\n::: fin\n",
    "closed by an indented fence": "::: members\n{}\n :::\n\nPublic.\n",
    "never opened": "{}\n:::\n",
    "nested": "::: members\nUn.\n::: contributors\n{}\n:::\n:::\n",
    "nested in a topic": "::: topic titre\nUn.\n::: contributors\n{}\n:::\n:::\n",
    "an empty name": ":::  \n{}\n:::",
    "a topic that is no name": "::: topic Titre de séjour\n{}\n:::",
    "in code that is never closed": "```\ncode\n::: members\n{}\n:::\n",
    "in code closed by another mark": "```\ncode\n~~~\n::: members\n{}\n:::\n",
    "in code closed by fewer marks": "````\ncode\n```\n::: members\n{}\n:::\n",
    "escaped": "\\::: members\n{}\n:::",
    "in a heading": "## ::: members\n{}\n:::",
    "in a table": "| ::: members |\n| --- |\n| {} |\n:::",
    "in bold": "**::: members**\n{}\n:::",
    "underlined as a heading": "::: members\n===\n{}\n",
    "old Mac line ends": "::: members\r{}\r:::\r",
    "a line separator": "::: members\u2028{}\u2028:::",
    "a form feed before": "\x0c::: members\n{}\n:::",
    "entities": "&#58;&#58;&#58; members\n{}\n:::",
}


@pytest.mark.parametrize("how", DOUBTFUL)
def test_a_doubtful_fence_fails_closed(make_repository: MakeRepository, how: str) -> None:
    """Whatever looks like a fence and is none is an error, and nothing of its record is for a wider circle than the contributors."""
    text = f"---\ntitle: Rencontre\ndate: 2014-10-22\naudience: public\n---\n\nPublic.\n\n{DOUBTFUL[how].format(SECRET)}\n"
    repository = make_repository({"meetings/x.md": text}).repository
    assert audience_of(repository.of(Meeting)["x"], repository.configuration) == "contributors"
    assert not for_audience(repository, "members").repository.of(Meeting)
    assert [fault for fault in faults_of(repository, date(2015, 1, 22)) if fault.path == "records/meetings/x.md"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("spaces", ["", " ", "   "])
def test_a_fence_with_spaces_behind_or_windows_line_ends_is_a_fence(ends: str, spaces: str) -> None:
    """What no eye sees makes no doubt: spaces at a line's end, CRLF."""
    body = ends.join(["Un.", f"::: members{spaces}", SECRET, f":::{spaces}", "Deux.", ""])
    record = read_record(
        "meetings", "x", "x.md", f"---\ntitle: R\ndate: 2014-10-22\naudience: public\n---\n{body}".replace("\n", "\n").encode()
    )
    assert not record.doubtful
    assert seen(record, "public").split() == ["Un.", "Deux."]
    assert SECRET in seen(record, "members")


@pytest.mark.parametrize("code", ["```\n::: members\n```", "~~~\n::: members\nx\n:::\n~~~", "````md\n```\n:::\n```\n````"])
def test_a_fence_in_a_code_block_is_text(code: str) -> None:
    """One may write about fences: a closed code block keeps what looks like one."""
    record = meeting(f"Un.\n\n{code}\n\nDeux.\n")
    assert not record.doubtful
    assert "Deux." in seen(record, "public")


@pytest.mark.parametrize("line", ["Note : voir.", "a::b", "Il a dit :", "10:30:00", "std::vector", "— : —", "Question :: réponse"])
def test_ordinary_colons_are_no_fence(line: str) -> None:
    """Prose has colons; only what could be meant as a fence is doubtful."""
    assert not meeting(f"{line}\n").doubtful


@given(st.text(alphabet=":： \t>-*1.`~#membrsconti\u200b\n", max_size=40))
def test_however_a_secret_is_fenced_it_is_withheld_or_the_record_is_doubtful(before: str) -> None:
    """A line of colons and a circle's name before a secret never lets it through."""
    record = meeting(f"Public.\n\n{before}::: members\n{SECRET}\n:::\n")
    code_is_open = "```" in before or "~~~" in before
    assert record.doubtful or code_is_open or SECRET not in seen(record, "public")


# --- audiences that cannot be read --------------------------------------------------------------------------------------------

UNREADABLE = [
    "audience: membres", "audience: Members", "audience: member", "audience: [members, public]", "audience: {public: yes}", "audience: 1",
    "audience: [publique]", "Audience: members", "AUDIENCE: members", "audiences: members", "audience_: members", "audiance: members",
    "audience : [", "audience: *members", "audience: public\naudience: members",
    "audience: members\naudience: public", "audience: 'members", "audience:members", "- audience: members", '"audience": "membres"',
    "audience\u00a0: members", "audience: members public", "audience: |\n  members\n  public", "? audience\n: membres", "\taudience: members",
    "diffusion: members", "public: false", 'audience: "memb\u200bers"',
]  # fmt: skip


@pytest.mark.parametrize("line", UNREADABLE)
def test_an_audience_that_cannot_be_read_fails_closed(make_repository: MakeRepository, line: str) -> None:
    """Who meant to keep a record for few keeps it, however the line is spelt; and the record has an error."""
    repository = make_repository({"topics/x.md": f"---\ntitle: Dossier\n{line}\n---\n\n{SECRET}\n"}).repository
    record = next(iter(repository.of_kind("topics").values()))
    assert audience_of(record, repository.configuration) == "contributors"
    assert faults_of(repository, date(2015, 1, 22))


@pytest.mark.parametrize(
    ("line", "circle"),
    [
        ("audience: members", "members"),
        ("audience: [members]", "members"),
        ("audience:\n  - members", "members"),
        ("audience: 'contributors' # entre nous", "contributors"),
        ('"audience": "members"', "members"),
        ("{audience: members}", "public"),
        ("audience:", "public"),
        ("audience: ~", "public"),
        ("audience: null", "public"),
        ("x: {audience: members}", "public"),
    ],
)
def test_an_audience_that_can_be_read_is_what_it_says(line: str, circle: str) -> None:
    """A single value may be a list; an absent one is the kind's own; keys of one's own mean nothing to traite."""
    front = f"title: Dossier\n{line}" if not line.startswith("{") else "title: Dossier"
    record = read_record("topics", "x", "x.md", f"---\n{front}\n---\n".encode())
    assert audience_of(record, CONFIGURATION) == circle


@pytest.mark.parametrize(
    ("kind", "circle"),
    [("topics", "public"), ("people", "public"), ("organisations", "public"), ("meetings", "members"), ("editions", "members")],
)
def test_a_record_that_gives_no_audience_has_the_one_of_its_kind(kind: str, circle: str) -> None:
    """People, organisations and topics are public; the rest has the default of ``traite.toml``."""
    record = read_record(kind, "x", "x.md", b"---\ntitle: X\nname: X\n---\n")
    assert audience_of(record, CONFIGURATION) == circle
    assert audience_of(record, Configuration("C", audience="contributors")) == ("public" if circle == "public" else "contributors")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"title: X\naudience: public\n",
        b"---\ntitle: X\naudience: public\n",
        b"\xff\xfe-\x00-\x00",
        b"---\ntitle: \xe9\naudience: public\n---\nx",
    ],
    ids=["empty", "no front matter", "not closed", "UTF-16", "Latin-1"],
)
def test_a_file_that_cannot_be_taken_apart_is_for_contributors(data: bytes) -> None:
    """Where one cannot be sure what is front matter and what is body, nobody else reads it."""
    assert audience_of(read_record("topics", "x", "x.md", data), CONFIGURATION) == "contributors"


@pytest.mark.parametrize(
    "field", ["title: 'Rencontre'\nsource: '::: members'", "title: Rencontre\nx:\n  note: |\n    ::: members\n    secret\n    :::"]
)
def test_a_fence_in_a_field_is_doubtful(field: str) -> None:
    """A field has one circle only: who fences a part of it meant more."""
    assert meeting("", f"{field}\ndate: 2014-10-22\naudience: public\n").doubtful


# --- what is narrow beside a record's own audience ----------------------------------------------------------------------------

PEOPLE = {
    "people/a.md": """\
        ---
        name: Alice Tallon
        contact_details:
          - {type: email, value: alice@exemple.org, audience: public}
          - {type: téléphone, value: "01 23 45 67 89", audience: members}
          - {type: adresse, value: "3 rue des Lilas"}
          - {type: portable, value: "06 00 00 00 00", audience: membres}
        ---
        """,
}


def test_contact_details_have_circles_of_their_own(make_repository: MakeRepository) -> None:
    """They are for contributors unless they say otherwise, and where what they say cannot be read."""
    repository = make_repository(PEOPLE).repository
    values = {
        circle: [one.value for one in for_audience(repository, circle).repository.of(Person)["a"].contact_details] for circle in AUDIENCES
    }
    assert values["public"] == ["alice@exemple.org"]
    assert values["members"] == ["alice@exemple.org", "01 23 45 67 89"]
    assert len(values["contributors"]) == 4


PROMISES = {
    "meetings/r.md": """\
        ---
        title: Rencontre
        date: 2014-10-22
        audience: public
        ---

        Le ministère écrira aux préfets.

        ::: members

        Le ministre a ajouté qu’il s’y engage avant la fin de l’année.

        :::

        Il recevra le Collectif en mars.
        """,
    "meetings/secrete.md": "---\ntitle: Secrète\ndate: 2014-10-23\naudience: contributors\n---\n\nIl viendra en avril.\n",
    **{
        f"commitments/{name}.md": f"---\ntitle: Promesse\naudience: public\nby: []\nmade_at: {where}\nquote: {quote}\n---\n"
        for name, where, quote in [
            ("ouverte", "r", "écrira aux préfets"),
            ("reservee", "r", "il s’y engage avant la fin"),
            ("les-deux", "r", "Le ministère écrira […] il s’y engage"),
            ("par-dessus", "r", "écrira aux préfets […] recevra le Collectif"),
            ("introuvable", "r", "n’a jamais dit cela"),
            ("secrete", "secrete", "viendra en avril"),
            ("nulle-part", "perdue", "n’importe quoi"),
        ]
    },
}


def test_a_quotation_is_as_narrow_as_the_passage_it_stands_in(make_repository: MakeRepository) -> None:
    """Words said to few are quoted to few; a quotation that stands nowhere to be seen is quoted to nobody."""
    repository = make_repository(PROMISES).repository
    quoted = {
        circle: {slug for slug, one in for_audience(repository, circle).repository.of(Commitment).items() if one.quote}
        for circle in AUDIENCES
    }
    assert quoted["public"] == {"ouverte", "par-dessus"}
    assert quoted["members"] == {"ouverte", "par-dessus", "reservee", "les-deux"}
    assert len(quoted["contributors"]) == 7


OWED_BY_ALL = {
    "organisations/a.md": "---\nname: A\ncollective_membership: [{status: member}]\n---\n",
    "organisations/z.md": "---\nname: Z\naudience: members\ncollective_membership: [{status: member}]\n---\n",
    "commitments/e.md": """\
        ---
        title: Écrire au préfet
        audience: public
        each_member: true
        made_on: 2014-10-01
        due: 2014-12
        source: compte rendu
        follow_ups:
          - {date: 2014-11-25, status: kept, note: lettre partie de chez nous mardi, by: z}
          - {date: 2014-11-26, status: in_progress, note: en cours, by: a}
        ---
        """,
}


def test_what_a_hidden_member_told_is_not_said_of_all(make_repository: MakeRepository) -> None:
    """Without the member that reports, its news would speak for the whole: the promise would be kept by all."""
    repository = make_repository(OWED_BY_ALL).repository
    states = {
        circle: (one.status, one.overdue, one.kept, one.of)
        for circle in AUDIENCES
        for seen_by in [for_audience(repository, circle).repository]
        for one in [state_on(seen_by, seen_by.of(Commitment)["e"], date(2015, 2, 1))]
    }
    assert states["members"] == states["contributors"] == ("open", True, 1, 2)
    assert states["public"] == ("open", True, 0, 1)
    cut = for_audience(repository, "public")
    assert [one.note for one in cut.repository.of(Commitment)["e"].follow_ups] == ["en cours"]
    assert "lettre partie de chez nous mardi" in cut.withheld


def test_news_of_one_promise_stays_without_the_member_that_told_it(make_repository: MakeRepository) -> None:
    """It is news of the promise, whoever told it: without it, what was kept would be overdue."""
    files = {**OWED_BY_ALL, "commitments/e.md": OWED_BY_ALL["commitments/e.md"].replace("each_member: true", "by: a")}
    cut = for_audience(make_repository(files).repository, "public").repository
    assert [(one.note, one.by) for one in cut.of(Commitment)["e"].follow_ups][0] == ("lettre partie de chez nous mardi", None)


def test_what_was_promised_to_somebody_hidden_was_not_promised_to_the_collective(make_repository: MakeRepository) -> None:
    """A promise that does not say to whom is one to the collective: this one was not."""
    files = {**OWED_BY_ALL, "commitments/e.md": OWED_BY_ALL["commitments/e.md"].replace("each_member: true", "by: a\n        to: z")}
    cut = for_audience(make_repository(files).repository, "public").repository
    assert [one.slug for one in cut.of(Commitment)["e"].to] == [""]


def test_an_answer_to_a_withheld_question_is_withheld(make_repository: MakeRepository) -> None:
    """The numbers of those that are left stay what they are."""
    body = "1. Un ?\n\n::: members\n\n2. Deux ?\n\n:::\n\n3. Trois ?\n"
    answers = "".join(f"  - {{item: {n}, status: answered, text: Réponse {n}.}}\n" for n in (1, 2, 3))
    files = {
        "organisations/o.md": "---\nname: O\n---\n",
        "requests/q.md": f"---\ntitle: Q\nto: o\ndate: 2014-11-07\naudience: public\nanswers:\n{answers}---\n\n{body}",
    }
    cut = for_audience(make_repository(files).repository, "public")
    request = cut.repository.of(Request)["q"]
    assert [one.item for one in request.answers] == [1, 3]
    assert [one.number for one in request.questions()] == [1, 3]
    assert any("Réponse 2" in text for text in cut.withheld)


ATTENDANCE = {
    "organisations/a.md": "---\nname: Association A\n---\n",
    "organisations/b.md": "---\nname: Bureau B\naudience: contributors\n---\n",
    "people/x.md": "---\nname: Xavier\nmemberships:\n  - {organisation: a, role: président}\n  - {organisation: b, role: espion}\n---\n",
    "people/y.md": "---\nname: Yves\naudience: members\nmemberships: a\n---\n",
    "meetings/m.md": """\
        ---
        title: R
        date: 2014-10-22
        audience: public
        interlocutors:
          - {person: x, organisation: b, role: espion en chef, note: en retard}
          - {person: y, organisation: a, note: note sur Yves}
          - y
          - {organisation: b, note: note sur B}
        represented:
          - {person: x, organisation: a, by: y}
        ---
        """,
}


def test_who_sat_for_somebody_hidden_sits_for_nobody_else(make_repository: MakeRepository) -> None:
    """A person stays without the hidden organisation and what is said of them there, and gets no function in another one."""
    from traite_cli.repository import delegations

    repository = for_audience(make_repository(ATTENDANCE).repository, "public").repository
    meeting_ = repository.of(Meeting)["m"]
    (group,) = delegations(repository, meeting_, meeting_.interlocutors)
    assert group.organisation is None
    (found,) = group.attendees
    assert (found.person.label if found.person else "", found.role, found.entry.note) == ("Xavier", "", None)
    assert meeting_.represented[0].by is None


def test_a_link_to_a_hidden_record_loses_its_target(make_repository: MakeRepository) -> None:
    """The words of a link are the body's own and stay; the path, however it is written, goes; places in the file stay true."""
    ways = [
        "[ses mots](../people/cachee.md)", '[ses mots](../people/cachee.md#a "titre")', "[ses mots](<../people/cachee.md>)",
        "[ses mots](\n../people/cachee.md)", "[ses mots][c]\n\n[c]: ../people/cachee.md", "[ses [x [y] z] mots](../people/cachee.md)",
        "[ses mots](../people/cach%65e.md)", "`../people/cachee.md` ses mots", "ses mots : ../people/cachee.md",
    ]  # fmt: skip
    files = {"people/cachee.md": "---\nname: Cachée\naudience: contributors\n---\n", "people/vue.md": "---\nname: Vue\n---\n"}
    for number, way in enumerate(ways):
        body = f"Avant [la vue](../people/vue.md).\n\n{way}\n\nAprès.\n"
        files[f"updates/u{number}.md"] = f"---\ntitle: U\ndate: 2014-01-01\ntopics: []\naudience: public\n---\n{body}"
    whole = make_repository(files).repository
    cut = for_audience(whole, "public").repository
    for slug, record in cut.of_kind("updates").items():
        text = record.document.text
        assert "cach" not in text
        assert "../people/vue.md" in text
        assert "ses mots" in " ".join(prose.text for prose in prose_of(record)) or "[x [y] z]" in text
        assert len(text) == len(whole.of_kind("updates")[slug].document.text)


@pytest.mark.parametrize("path", ["cach%65e.md", "cachee%2Emd", "cachee%2e%6d%64"])
def test_no_letter_of_a_hidden_path_need_be_plain(make_repository: MakeRepository, path: str) -> None:
    """Be there no ending in the text that a path of a record has."""
    files = {"people/cachee.md": "---\nname: Cachée\naudience: contributors\n---\n"}
    files["updates/u.md"] = f"---\ntitle: U\ndate: 2014-01-01\ntopics: []\naudience: public\n---\n[Ses mots](../people/{path}).\n"
    (update,) = for_audience(make_repository(files).repository, "public").repository.of_kind("updates").values()
    assert [prose.text for prose in prose_of(update)] == ["Ses mots."]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("![La photo](../../attachments/photo.png)", "La photo"),
        ("![La photo](<../../attachments/photo.png>)", "La photo"),
        ("![La photo](attachments/photo.png)", "La photo"),
        ("![La photo](../../attachments/%70hoto.png)", "La photo"),
        ("[la photo](../../attachments/photo.png)", "la photo"),
        ("![Le plan](../../attachments/plan.png)", "![Le plan](../../attachments/plan.png)"),
    ],
)
def test_the_file_of_a_hidden_document_is_hidden(make_repository: MakeRepository, body: str, shown: str) -> None:
    """A picture that a document for few is about is not shown to many where a text holds it; one of a public document too is."""
    document = "---\ntitle: D\nfile: attachments/{}.png\naudience: {}\n---\n"
    workspace = make_repository(
        {
            "meetings/m.md": f"---\ntitle: R\ndate: 2014-10-22\naudience: public\n---\n\n{body}\n",
            "documents/photo.md": document.format("photo", "contributors"),
            "documents/plan.md": document.format("plan", "contributors"),
            "documents/plan-public.md": document.format("plan", "public"),
        }
    )
    for circle, text in (("public", shown), ("contributors", body)):
        (cut,) = for_audience(workspace.repository, circle).repository.of(Meeting).values()
        assert [prose.text for prose in prose_of(cut)] == [text]


def test_the_name_of_a_hidden_file_is_hidden_in_code(make_repository: MakeRepository) -> None:
    """A path may say what a document is about."""
    files = {
        "meetings/m.md": "---\ntitle: R\ndate: 2014-10-22\naudience: public\n---\n\nVoir `attachments/plainte.pdf`.\n",
        "documents/d.md": "---\ntitle: D\nfile: attachments/plainte.pdf\naudience: members\n---\n",
    }
    (cut,) = for_audience(make_repository(files).repository, "public").repository.of(Meeting).values()
    assert "plainte" not in prose_of(cut)[0].text


@pytest.mark.parametrize("topic", ["cache", "nul"], ids=["hidden", "not there"])
def test_a_passage_under_a_hidden_topic_is_under_none(make_repository: MakeRepository, topic: str) -> None:
    """Its text stands, the topic's name does not, and the topic of the heading above is not put in its place."""
    repository = make_repository(
        {
            "meetings/m.md": f"---\ntitle: M\ndate: 2014\naudience: public\n---\n## [T](../topics/t.md)\n\nUn.\n\n::: topic {topic}\nDeux.\n:::\n",
            "topics/t.md": "---\ntitle: T\n---\n",
            "topics/cache.md": "---\ntitle: C\naudience: contributors\n---\n",
        }
    ).repository
    cut = for_audience(repository, "members").repository
    assert [prose.topic for prose in prose_of(repository.of(Meeting)["m"])] == ["t", topic]
    assert [prose.topic for prose in prose_of(cut.of(Meeting)["m"])] == ["t", ""]
    assert "Deux." in prose_of(cut.of(Meeting)["m"])[1].text


def test_a_record_that_is_not_there_is_not_referred_to(make_repository: MakeRepository) -> None:
    """A reference that leads nowhere may have led to a hidden record, on the day asked about or before it was lost: it goes."""
    files = {"meetings/m.md": "---\ntitle: R\ndate: 2014-10-22\naudience: public\nminutes_approved: perdue\nparticipants: [perdu]\n---\n"}
    found = for_audience(make_repository(files).repository, "public").repository.of(Meeting)["m"]
    assert found.minutes_approved is None
    assert found.participants == ()


def test_an_edition_that_is_too_narrow_keeps_its_order_and_none_of_its_words(make_repository: MakeRepository) -> None:
    """A document made from it for a wider circle has the sections in their places."""
    files = {
        "topics/t.md": "---\ntitle: Dossier\n---\n",
        "editions/e.md": "---\ntitle: Secret un\naudience: contributors\ndate: 2015-01-22\nplace: Secret deux\nsource: Secret trois\nsections:\n"
        "  - {title: Secret quatre, subject: Secret cinq, text: Secret six, topic: t}\n"
        "enclosures: [{document: d, note: Secret sept}]\nlinks: [{url: 'https://a.org', note: Secret huit}]\nx: {neuf: Secret}\n"
        "parts: [gaps]\n---\n\nSecret dix.\n",
        "documents/d.md": "---\ntitle: D\naudience: public\n---\n",
    }
    repository = make_repository(files).repository
    assert not for_audience(repository, "public").repository.of(Edition)
    kept = for_audience(repository, "public", edition=repository.of(Edition)["e"]).repository.of(Edition)["e"]
    assert [one.topic.slug for one in kept.sections if one.topic] == ["t"]
    assert [one.document.slug for one in kept.enclosures if one.document] == ["d"]
    assert "Secret" not in f"{list(texts_in(kept.values))}{kept.x}{prose_of(kept)}"


def test_contributors_read_everything(make_repository: MakeRepository) -> None:
    """For the narrowest circle nothing is changed at all."""
    repository = make_repository({**PROMISES, **PEOPLE}).repository
    cut = for_audience(repository, "contributors")
    assert cut.repository is repository
    assert cut.withheld == ()


def test_circles_are_ordered() -> None:
    """Public is wider than members, members wider than contributors; of several the narrowest counts."""
    assert wider("public", "members")
    assert wider("members", "contributors")
    assert not wider("members", "members")
    assert narrowest(["public", "contributors", "members"]) == "contributors"
    assert narrowest([]) == "public"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("A.\n\n<!--\n::: members\nsecret\n:::\n-->\n\nB.\n", "A.\n\nB."),
        ("A <!-- un\n::: members\ndeux --> trois\n:::\nB.\n", "A\n\ntrois\n\nB."),
        ("<!-- a --> A. <!-- b\nc -->\nB.\n", "A. B."),
        ("A <!-- jamais fermé\n", "A <!-- jamais fermé"),
    ],
)
def test_a_comment_is_read_by_nobody(body: str, shown: str) -> None:
    """Whatever stands in it, a fence included; what is never closed is text."""
    assert [part.split() for part in [seen(meeting(body), "contributors")]] == [shown.split()]


def test_thousands_of_comments_never_closed_cost_no_time() -> None:
    """A body full of beginnings is read in one go."""
    import time

    record = meeting("<!--" * 100_000)
    begun = time.monotonic()
    assert len(prose_of(record)) == 1
    assert time.monotonic() - begun < 2
