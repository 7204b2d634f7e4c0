"""Drafts hold what a text says in the fields of a record, recognise people, and mark what is doubtful where it stands."""

from __future__ import annotations

from textwrap import dedent

import pytest
from reading import drafts

from repositories import MakeRepository
from traite_cli.errors import Refused
from traite_cli.kinds import Meeting, read_record
from traite_cli.language import translator
from traite_cli.writing.importing import Imported, Wanted

RECORDS = {
    "people/alice-tallon.md": "---\nname: Alice Tallon\nother_names: Alice Talon\nmemberships:\n  - {organisation: ecpat, role: présidente}\n---\n",
    "people/bruno-ferrat.md": "---\nname: Bruno Ferrat\nmemberships: ecpat\n---\n",
    "people/claire-petit.md": "---\nname: Claire Petit\n---\n",
    "people/luc-petit.md": "---\nname: Luc Petit\n---\n",
    "people/elisabeth-moiron.md": "---\nname: Élisabeth Moiron-Braud\nmemberships: miprof\n---\n",
    "organisations/ecpat.md": "---\nname: ECPAT France\nacronym: ECPAT\ncollective_membership: {status: member}\n---\n",
    "organisations/miprof.md": "---\nname: Mission interministérielle\nacronym: MIPROF\nclassification: public-body\n---\n",
    "organisations/croix.md": "---\nname: La Croix bleue\n---\n",
}


def read(found: Imported) -> Meeting:
    first = next(one for one in found.records if one.kind == "meetings")
    record = read_record(first.kind, first.slug, first.path, first.text.encode())
    assert isinstance(record, Meeting)
    return record


def names(entries: object) -> list[str]:
    subjects = [one.values.get("*") or one.values.get("person") or one.values.get("organisation") for one in entries]  # type: ignore[attr-defined]
    return [subject.slug for subject in subjects]


def imported(make: MakeRepository, text: str, wanted: Wanted = Wanted(), name: str = "cr.txt") -> Imported:  # noqa: B008
    return drafts(make(RECORDS), name, dedent(text).encode(), wanted)


TEXT = """\
    Réunion du bureau du 3 mars 2020

    Présents : Mme Tallon, présidente, B. Ferrat (La Croix bleue), ECPAT, E. Moiron-Braud (MIPROF)
    Excusés : Petit
    Absents : Luc Petit
    Pouvoirs : Claire Petit à Bruno Ferrat

    Alice Tallon se charge d’écrire à la mairie d’ici fin avril.
    """


def test_people_are_recognised(make_repository: MakeRepository) -> None:
    """By family name, initials or a spelling; their organisation is said where it is not that of their membership, as the function is."""
    found = imported(make_repository, TEXT)
    meeting = read(found)
    assert names(meeting.participants) == ["alice-tallon", "bruno-ferrat", "ecpat"]
    assert str(meeting.participants[1].organisation) == "organisations/croix"
    assert "  - alice-tallon\n" in found.records[0].text
    assert names(meeting.interlocutors) == ["elisabeth-moiron"]
    assert names(meeting.excused) == ["luc-petit"]
    assert meeting.excused[0].note == "absence"
    assert names(meeting.represented) == ["claire-petit"]
    assert str(meeting.represented[0].by) == "people/bruno-ferrat"


def test_each_mark_stands_in_the_line_that_it_is_told_with(make_repository: MakeRepository) -> None:
    """Whoever reads the list on the terminal finds the mark by its line."""
    found = imported(make_repository, TEXT)
    lines = found.records[0].text.split("\n")
    assert found.marks
    for _, mark in found.marks:
        line = lines[mark.line - 1]
        assert "? " in line or "se charge" in line
    assert any("plusieurs fiches peuvent convenir" in line for line in lines)


def test_a_promise_is_proposed_or_recorded(make_repository: MakeRepository) -> None:
    """What sounds like a commitment is proposed below the text; with --commitments it is a record, if its maker is known."""
    proposed = imported(make_repository, TEXT)
    assert proposed.promised == 1
    assert [one.kind for one in proposed.records] == ["meetings"]
    assert "<!-- ? ressemble à un engagement (Alice Tallon)" in proposed.records[0].text
    recorded = imported(make_repository, TEXT, Wanted(commitments=True))
    assert recorded.promised == 0
    assert [one.kind for one in recorded.records] == ["meetings", "commitments"]
    assert "by:\n  - alice-tallon\n" in recorded.records[1].text
    assert "due: 2020-04" in recorded.records[1].text
    assert "ressemble" not in recorded.records[0].text


def test_people_whom_nobody_knows_get_records_when_that_is_wanted(make_repository: MakeRepository) -> None:
    """With --people a whole name becomes the record of a person, with the organisation behind it; half a name stays a doubt."""
    text = "Réunion du 3 mars 2020\n\nPrésents : REBOUX Maël (Rennes Métropole), Mme Zoé Roux (Rennes Métropole), David\n"
    without = imported(make_repository, text)
    assert without.unknown == 3
    assert [one.kind for one in without.records] == ["meetings"]
    found = imported(make_repository, text, Wanted(people=True))
    made = {one.slug: one.text for one in found.records}
    assert made["mael-reboux"] == "---\nname: Maël Reboux\nmemberships:\n  - rennes-metropole\n---\n"
    assert "honorific: Mme" in made["zoe-roux"]
    assert made["rennes-metropole"] == "---\nname: Rennes Métropole\n---\n"
    assert names(read(found).participants) == ["mael-reboux", "zoe-roux"]
    assert found.unknown == 1


@pytest.mark.parametrize("text", ["::: members\nsecret\n:::\n", "> ::: contributors\n", "Présents : Alice ::: members\n"])
def test_a_fence_of_the_text_closes_the_draft(text: str, make_repository: MakeRepository) -> None:
    """A line that may begin a passage for some is shown as words, and the draft is for contributors until somebody has looked."""
    found = imported(make_repository, f"Réunion du 3 mars 2020\n\n{text}", name="cr.md")
    record = read(found)
    assert record.audience == "contributors"
    assert not record.doubtful
    assert not record.document.body.doubts
    assert all(passage.audience is None for passage in record.document.body.passages)


def test_nothing_of_the_text_silences_a_check(make_repository: MakeRepository) -> None:
    """A comment that would set a check aside is none any more."""
    found = imported(make_repository, "Réunion du 3 mars 2020\n\n<!-- traite: ignore[TR430] ha -->\n<b>gras</b>\n", name="cr.md")
    assert "traite: ignore" not in found.records[0].text


def test_a_text_without_a_day_is_refused(make_repository: MakeRepository) -> None:
    """A meeting has a date: the error says how to give it; with it, and a title, the draft is made."""
    with pytest.raises(Refused, match="on which day") as refused:
        imported(make_repository, "Réunion du bureau\n\nOn parle.\n")
    assert "--date" in refused.value.hint
    found = imported(make_repository, "Réunion du bureau\n\nOn parle.\n", Wanted(day="2020-03-03", title="Bureau de mars"))
    assert found.records[0].text.startswith("---\ntitle: Bureau de mars\n# Réunion du bureau\ndate: 2020-03-03\n")


@pytest.mark.parametrize(
    ("name", "text", "mark"),
    [
        ("2020-03-03.txt", "Rien d’autre.\n", "le jour est repris du nom du fichier"),
        ("cr.txt", "Réunion du 3/3/20\n\nOui.\n", "l’année n’est pas écrite en entier"),
        ("cr.md", "---\ntitle: Réunion du 4 mars 2020\ndate: 2020-03-09\n---\n\nOui.\n", "le fichier donne aussi un autre jour"),
        ("cr.txt", "Réunions des 3 et 4 mars 2020\n\nOui.\n", "réunit plusieurs jours"),
        (
            "cr.txt",
            "Meeting of the board, 04/05/2020\n\nThe minutes of the board and the list of the members, the end of it.\n",
            "lu avant le mois",
        ),
    ],
)
def test_a_doubtful_day_is_marked(name: str, text: str, mark: str, make_repository: MakeRepository) -> None:
    """Above the date stands why it may be another."""
    lines = imported(make_repository, text, name=name).records[0].text.split("\n")
    day = next(number for number, line in enumerate(lines) if line.startswith("date:"))
    assert mark in lines[day - 1]


def test_the_name_of_a_draft_is_free(make_repository: MakeRepository) -> None:
    """A draft never takes the name of a record that is there."""
    workspace = make_repository({"meetings/2020-03-03-bureau.md": "---\ntitle: Bureau\ndate: 2020-03-03\n---\n\nOui.\n"})
    found = drafts(workspace, "cr.txt", b"Bureau du 3 mars 2020\n\nNon.\n")
    assert found.records[0].path == "records/meetings/2020-03-03-bureau-2.md"


def test_questions_and_decisions(make_repository: MakeRepository) -> None:
    """What a text calls a question is proposed, what it calls a decision is one."""
    found = imported(make_repository, "Réunion du 3 mars 2020\n\nDÉCISION : on écrit au maire.\n\nQUESTION : qui signe la lettre ?\n")
    assert [one.text for one in read(found).decisions] == ["on écrit au maire."]
    assert "<!-- ? une question qui attend peut-être une réponse\u202f: qui signe" in found.records[0].text.replace("\u00a0:", "\u202f:")


def test_links_and_pictures_that_lead_nowhere_are_written_out(make_repository: MakeRepository) -> None:
    """A link of the web stays; one to a file beside the minutes, and a picture, become their words."""
    found = imported(
        make_repository,
        "# Réunion du 3 mars 2020\n\n[site](https://a.org) [support](cr.pdf) ![un plan](plan.png) [x](javascript:y)\n",
        name="cr.md",
    )
    assert "[site](https://a.org) support (`cr.pdf`) image(un plan `plan.png`) x (`javascript:y`)" in found.records[0].text


def test_the_head_of_an_email_is_not_the_meeting(make_repository: MakeRepository) -> None:
    """When it was sent is not when people met; its subject is the title, and those who « étaient là » are told from who could not come."""
    text = """\
        De : Alice Tallon <alice@ecpat.example>
        À : bureau@example.org
        Date : 5 mars 2020 09:12
        Objet : TR: CR de la réunion du 3 mars 2020

        Bonjour, voici le compte rendu.

        Etaient là : A. Tallon, B. Ferrat
        N'ont pas pu venir : Claire Petit

        > Le 4 mars 2020 à 18:02, Luc Petit a écrit :
        > à demain
        """
    meeting = read(imported(make_repository, text))
    assert (meeting.title, str(meeting.date), meeting.time) == ("CR de la réunion du 3 mars 2020", "2020-03-03", None)
    assert (names(meeting.participants), names(meeting.excused)) == (["alice-tallon", "bruno-ferrat"], ["claire-petit"])


def test_who_is_absent_is_not_among_those_present(make_repository: MakeRepository) -> None:
    """« Est absent : » ends the list of those present, however it is written."""
    text = "Séance du 3 mars 2020\n\nSONT PRÉSENTS :\n  Alice Tallon\n  Bruno Ferrat\nEST ABSENT : Luc Petit\n"
    meeting = read(imported(make_repository, text))
    assert (names(meeting.participants), names(meeting.excused)) == (["alice-tallon", "bruno-ferrat"], ["luc-petit"])


def test_a_room_that_is_the_place_is_said_once(make_repository: MakeRepository) -> None:
    """« Lieu : salle B12 » is a place."""
    meeting = read(imported(make_repository, "Séance du 3 mars 2020\nLieu : salle B12\n"))
    assert (meeting.place, meeting.room) == ("salle B12", None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Présents : M. et Mme VASSEUR", "? M. et Mme VASSEUR\u00a0: aucune fiche"),
        ("Excusés : Claire Dubois → procuration à Bruno Ferrat", "? Claire Dubois\u00a0: aucune fiche"),
    ],
)
def test_a_name_is_whole_and_nothing_more(make_repository: MakeRepository, line: str, told: str) -> None:
    """Neither capitals behind « M. et Mme » nor an arrow before a proxy are an organisation or a part of the name."""
    found = imported(make_repository, f"Séance du 3 mars 2020\n\n{line}\n")
    assert told in found.records[0].text


def test_no_second_record_is_made_for_a_name_nearly_known(make_repository: MakeRepository) -> None:
    """With --people a slip of the finger, a hyphen or another order of the words makes nobody twice: the known one is taken, and it is said."""
    text = (
        "Réunion du 3 mars 2020\n\nPrésents : Alice Tallonn (ECPAT-France), Maël Reboux (Rennes Métropole), Zoé Lemoinne (Métropole de Rennes)\n"
        "Excusés : REBOUX Maël, Paul Vidal (pouvoir à Mme Lemoinne)\nInvitée : Zoé Lemoine\n"
    )
    found = imported(make_repository, text, Wanted(people=True))
    assert [one.slug for one in found.records if one.kind != "meetings"] == [
        "rennes-metropole",
        "mael-reboux",
        "zoe-lemoinne",
        "paul-vidal",
    ]
    meeting = read(found)
    assert names(meeting.participants) == ["alice-tallon", "mael-reboux", "zoe-lemoinne"]
    assert str(meeting.represented[0].by) == "people/zoe-lemoinne"
    lines = [line for line in found.records[-1].text.split("\n") if "dont le nom est presque le même" in line]
    assert [line.split("lu comme ")[1].split(",")[0] for line in lines] == [
        "Alice Tallon (alice-tallon)",
        "Zoé Lemoinne (zoe-lemoinne)",
    ]


@pytest.mark.parametrize(
    ("name", "record", "near"),
    [
        ("DAL 44", "name: Droit au Logement 44\nacronym: DAL", "Droit au Logement 44 (x)"),
        ("Emmaüs", "name: Emmaüs Saint-Nazaire", "Emmaüs Saint-Nazaire (x)"),
        ("Secours populaire de Nantes", "name: Le Secours populaire", "Le Secours populaire (x)"),
        ("Mairie de Nantes", "name: Ville de Nantes", "Ville de Nantes (x)"),
        ("La Commune de Nantes", "name: Mairie de Nantes", "Mairie de Nantes (x)"),
        ("Collectif Abri d’urgence", "name: Association Abri", "Association Abri (x)"),
        ("Droits des femmes", "name: Centre national d’information sur les droits des femmes", "Centre national d’information"),
    ],
)
def test_what_may_be_a_known_organisation_gets_no_record_of_its_own(
    name: str, record: str, near: str, make_repository: MakeRepository
) -> None:
    """With --people a longer or shorter name of a known organisation is told with that one; an answer settles it either way."""
    workspace = make_repository({"organisations/x.md": f"---\n{record}\n---\n"})
    text = f"Réunion du 3 mars 2020\n\nPrésents : Maël Reboux ({name}), Zoé Roux ({name})\n".encode()
    found = drafts(workspace, "cr.txt", text, Wanted(people=True))
    assert [one.slug for one in found.records if one.kind == "organisations"] == []
    assert {said: known.slug for said, known in found.in_doubt.items()} == {name: "x"}
    told = [mark.doubt.told(translator("fr")) for _, mark in found.marks]
    assert any(f"« {name} », est-ce {near}" in one.replace("\xa0", " ") for one in told), told
    known = drafts(workspace, "cr.txt", text, Wanted(people=True, same={name: "x"}))
    assert "  - x\n" in next(one.text for one in known.records if one.slug == "mael-reboux")
    assert not known.in_doubt
    other = drafts(workspace, "cr.txt", text, Wanted(people=True, same={name: ""}))
    assert [one.text for one in other.records if one.kind == "organisations"] == [f"---\nname: {name}\n---\n"]


@pytest.mark.parametrize("name", ["Ville de Nantes", "Secours catholique", "Emmaüs Nantes"])
def test_what_only_shares_a_word_is_another_organisation(name: str, make_repository: MakeRepository) -> None:
    """A town, a relief society, a branch beside another of its federation: each has a record of its own."""
    known = ("Ville de Rennes", "Secours populaire", "Emmaüs Rennes")
    workspace = make_repository({f"organisations/x{number}.md": f"---\nname: {one}\n---\n" for number, one in enumerate(known)})
    found = drafts(workspace, "cr.txt", f"Réunion du 3 mars 2020\n\nPrésents : Maël Reboux ({name})\n".encode(), Wanted(people=True))
    assert [one.text for one in found.records if one.kind == "organisations"] == [f"---\nname: {name}\n---\n"]


def test_a_member_is_there_for_the_organisation_that_is_nearly_said(make_repository: MakeRepository) -> None:
    """« Bruno Ferrat (ECPAT 44) », who is a member of ECPAT, is there for it: nothing is made, nothing has to be asked."""
    found = imported(make_repository, "Réunion du 3 mars 2020\n\nPrésents : Bruno Ferrat (ECPAT 44)\n", Wanted(people=True))
    assert [one.kind for one in found.records] == ["meetings"]
    assert not found.marks
    assert "  - bruno-ferrat\n" in found.records[0].text


def test_each_side_of_a_meeting_is_listed(make_repository: MakeRepository) -> None:
    """« Pour la Ville : … » names people met, with their functions; « Pour le collectif : … » those who went there."""
    text = """\
        Rencontre du 3 mars 2020 avec la mairie

        Pour le collectif : Alice Tallon, Mme Roux

        Pour la Ville : Sylvie Garnier, adjointe au logement ; Gilles Perrin, directeur du CCAS

        Pour information : Marie Dupont est absente.
        """
    found = imported(make_repository, text, Wanted(people=True))
    meeting = read(found)
    assert names(meeting.participants) == ["alice-tallon"]
    assert names(meeting.interlocutors) == ["sylvie-garnier", "gilles-perrin"]
    assert [one.role for one in meeting.interlocutors] == ["adjointe au logement", "directeur du CCAS"]
    assert "Marie Dupont est absente" in found.records[-1].text.partition("\n---\n")[2]


def test_two_who_are_nearly_of_one_name_are_left_to_a_person(make_repository: MakeRepository) -> None:
    """Where several known ones are as near, none is taken and none is made."""
    found = imported(make_repository, "Réunion du 3 mars 2020\n\nPrésents : Petit, Lucc Petit\n", Wanted(people=True))
    assert all(one.kind == "meetings" for one in found.records)


def test_whoever_gave_a_proxy_is_listed_once(make_repository: MakeRepository) -> None:
    """Excused and represented is represented, whichever list names them first."""
    meeting = read(
        imported(make_repository, "Réunion du 3 mars 2020\n\nExcusés : Claire Petit, Luc Petit\nPouvoirs : Claire Petit à Bruno Ferrat\n")
    )
    assert names(meeting.excused) == ["luc-petit"]
    assert names(meeting.represented) == ["claire-petit"]
    assert str(meeting.represented[0].by) == "people/bruno-ferrat"


def test_how_somebody_was_there_is_a_note(make_repository: MakeRepository) -> None:
    """« En visio » behind a name is no function."""
    meeting = read(imported(make_repository, "Réunion du 3 mars 2020\n\nPrésents :\n- Alice Tallon (en visio)\n- Bruno Ferrat\n"))
    assert [(one.note, one.role) for one in meeting.participants] == [("en visio", None), (None, None)]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("lundi 3 mars 2015", "mardi 3 mars 2015"),
        ("Monday, 3rd March 2015", "mardi 3 mars 2015"),
        ("3 mars 2015 (lundi)", "mardi 3 mars 2015"),
        ("lun. 3 mars 2015", "mardi 3 mars 2015"),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_told(said: str, day: str, make_repository: MakeRepository) -> None:
    """One of the two is wrong, and only a person can know which; the date is kept as it is written."""
    found = imported(make_repository, f"Réunion du {said}\n\nPrésents : Alice Tallon\n")
    assert str(read(found).date) == "2015-03-03"
    ((_, mark),) = found.marks
    assert found.records[0].text.split("\n")[mark.line - 1].startswith(f"# ? le fichier dit «\xa0{said}\xa0», et ce jour-là était le {day}")
    assert mark.doubt.told(translator("en")) == f"the file says “{said}”, and that day was Tuesday 3 March 2015: one of the two is wrong"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Réunion du mardi 3 mars 2015", "2015-03-03"),
        ("Minutes of the meeting held on Tuesday 05/03/2022\n\nThe chair of the board and the clerk of the council met.", "2022-05-03"),
        ("Réunion du lundi 3 mars\n\nCourrier du 10 février 2015", "2014-03-03"),
    ],
)
def test_a_weekday_tells_which_date_is_meant(text: str, day: str, make_repository: MakeRepository) -> None:
    """Where the year, or the order of day and month, is a guess, the day of the week decides, and contradicts nothing."""
    found = imported(make_repository, text)
    assert str(read(found).date) == day
    assert "ce jour-là" not in found.records[0].text


@pytest.mark.parametrize(
    ("title", "place", "room"),
    [
        ("Réunion du 3 mars 2015 – Mairie de Lyon", "Mairie de Lyon", ""),
        ("Compte rendu de la réunion du mardi 3 mars 2015, salle 203, Paris", "Paris", "salle 203"),
        ("Comité de pilotage du 3 mars 2015 (Lyon)", "Lyon", ""),
        ("Bureau – 3 mars 2015 – 18 h 30 – Maison des associations, 4 rue du Gué, Lyon", "Maison des associations, 4 rue du Gué, Lyon", ""),
        ("Board meeting – Tuesday 3 March 2015 – Town Hall, Room 4, Leeds", "Town Hall, Leeds", "Room 4"),
        ("Conseil du 3 mars 2015 | École Jean-Jaurès | Toulouse", "École Jean-Jaurès, Toulouse", ""),
        ("Réunion du 3 mars 2015 – Budget et travaux", "", ""),
        ("Réunion du 3 mars 2015, École et cantine", "", ""),
        ("Réunion du groupe « Salle polyvalente » – 3 mars 2015 – Choix de l’architecte", "", ""),
    ],
)
def test_a_place_stands_behind_the_day(title: str, place: str, room: str, make_repository: MakeRepository) -> None:
    """What a sign parts from the day in the title is the place, if places are called so; it may as well be the subject."""
    meeting = read(imported(make_repository, f"{title}\n\nPrésents : Alice Tallon\n"))
    assert (meeting.place or "", meeting.room or "") == (place, room)
    assert meeting.label == title
    assert not place or not {*meeting.slug.split("-")} & {"mairie", "lyon", "paris", "leeds", "toulouse"}


IN_CAPITALS = """\
    COMPTE RENDU DU BUREAU DU 3 MARS 2020

    ETAIENT PRESENTS : ALICE TALLON, BRUNO FERRAT. EXCUSES : LUC PETIT

    ALICE TALLON S'ENGAGE A ECRIRE A LA MAIRIE D'ICI FIN AVRIL. IL EST DECIDE DE RECONDUIRE LA FETE.
    ACTION : BF TO CIRCULATE THE ACCOUNTS.
    CLAIRE PETIT DONNE POUVOIR A BRUNO FERRAT.
    """


def test_what_is_typed_in_capitals_is_read_as_it_stands(make_repository: MakeRepository) -> None:
    """People, proxies, promises, tasks and decisions are recognised, and every word keeps its capitals."""
    found = imported(make_repository, IN_CAPITALS, Wanted(commitments=True))
    meeting, *promises = found.records
    record = read(found)
    assert (names(record.participants), names(record.excused)) == (["alice-tallon", "bruno-ferrat"], ["luc-petit"])
    assert str(record.represented[0].by) == "people/bruno-ferrat"
    assert [one.text for one in record.decisions] == ["IL EST DECIDE DE RECONDUIRE LA FETE."]
    assert "ALICE TALLON S'ENGAGE A ECRIRE A LA MAIRIE" in meeting.text
    assert ["by:\n  - alice-tallon\n" in one.text for one in promises] == [True, False]
    assert "ALICE TALLON S'ENGAGE A ECRIRE A LA MAIRIE D'ICI FIN AVRIL" in promises[0].text
    assert "due: 2020-04" in promises[0].text
    assert "by:\n  - bruno-ferrat\n" in promises[1].text


def test_a_table_may_have_heads_over_several_columns(make_repository: MakeRepository) -> None:
    """« Présents » over two columns, « Excusés » over two others, and below them what each column holds; a merged cell takes its room."""
    page = """\
        <h1>Réunion du 3 mars 2020</h1><table>
        <tr><td colspan="2">Présents</td><td colspan="2">Excusés</td></tr>
        <tr><td>Nom</td><td>Fonction</td><td>Nom</td><td>Pouvoir à</td></tr>
        <tr><td>Alice Tallon</td><td>juriste</td><td>Luc Petit</td><td>Bruno Ferrat</td></tr>
        <tr><td>Bruno Ferrat</td><td></td><td>Claire Petit</td><td></td></tr></table>"""
    found = imported(make_repository, page, name="cr.html")
    meeting = read(found)
    assert (names(meeting.participants), names(meeting.excused)) == (["alice-tallon", "bruno-ferrat"], ["claire-petit"])
    assert names(meeting.represented) == ["luc-petit"]
    assert str(meeting.represented[0].by) == "people/bruno-ferrat"
    assert found.records[0].text.count("Fonction") == 1


def test_a_merged_cell_moves_no_other(make_repository: MakeRepository) -> None:
    """What a cell over two rows says stands in the first, and the cells beside it stay in their columns."""
    page = """\
        <h1>Réunion du 3 mars 2020</h1><table><tr><th>Nom</th><th>Structure</th><th>Présent</th><th>Excusé</th></tr>
        <tr><td>Alice Tallon</td><td rowspan="2">ECPAT</td><td>X</td><td></td></tr>
        <tr><td>Luc Petit</td><td></td><td>X</td></tr></table>"""
    meeting = read(imported(make_repository, page, name="cr.html"))
    assert (names(meeting.participants), names(meeting.excused)) == (["alice-tallon"], ["luc-petit"])


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Présidence : Mme Alice Tallon\nSecrétaire : Bruno Ferrat\n", ["alice-tallon", "bruno-ferrat"]),
        ("L’assemblée est présidée par Mme Alice Tallon, assistée de M. Bruno Ferrat.\n", ["alice-tallon", "bruno-ferrat"]),
        ("Présents : Bruno Ferrat\n\nLa séance est présidée par Mme Alice Tallon.\n", ["bruno-ferrat"]),
        ("La présidente :           La secrétaire :\n", []),
    ],
)
def test_whoever_is_in_the_chair_is_there(text: str, present: list[str], make_repository: MakeRepository) -> None:
    """Where no list says who was there, those in office were; where one does, it is believed."""
    assert names(read(imported(make_repository, f"Réunion du 3 mars 2020\n\n{text}")).participants) == present


@pytest.mark.parametrize(
    ("text", "excused"),
    [
        ("Appel : 34 membres présents, 2 excusés (Mme Alice Tallon, M. Bruno Ferrat)\n", ["alice-tallon", "bruno-ferrat"]),
        ("Apologies\nMrs Alice Tallon, Bruno Ferrat (proxy given to Luc Petit)\n", ["alice-tallon"]),
        ("Présents : Claire Petit, Luc Petit · Excusée : Alice Tallon\n", ["alice-tallon"]),
    ],
)
def test_the_missing_stand_in_many_places(text: str, excused: list[str], make_repository: MakeRepository) -> None:
    """In brackets behind their number, in one line under a heading, behind a point in the midst of a line."""
    assert names(read(imported(make_repository, f"Réunion du 3 mars 2020\n\n{text}")).excused) == excused


def test_the_title_is_no_point_of_the_agenda(make_repository: MakeRepository) -> None:
    """The minutes that were approved, and their day, are those of another meeting; an initial begins no point."""
    text = """\
        # Comité directeur

        Procès-verbal de la séance du samedi 8 octobre 2022

        ## Approbation du PV du 2 juillet

        Approuvé.

        ## Budget

        A. Tallon enverra le budget avant le 31 octobre."""
    meeting = read(imported(make_repository, text, name="cr.md"))
    assert (str(meeting.date), meeting.label) == ("2022-10-08", "Procès-verbal de la séance du samedi 8 octobre 2022")
    assert [one.title for one in meeting.agenda] == ["Approbation du PV du 2 juillet", "Budget"]
    plain = imported(
        make_repository, "Bureau du 3 mars 2020\n\nI - BUDGET\nA. Tallon enverra le budget avant le 31 mars.\n\nII - DIVERS\nRien.\n"
    )
    assert [one.title for one in read(plain).agenda] == ["BUDGET", "DIVERS"]
    assert plain.promised == 1


def test_a_table_says_what_the_meeting_is_called(make_repository: MakeRepository) -> None:
    """« Objet » in a table; a sentence of the text is no title."""
    page = """\
        <table><tr><td>Objet</td><td>Réunion de coordination</td></tr><tr><td>Date</td><td>3 mars 2020</td></tr>
        <tr><td>Participants</td><td>Alice Tallon</td></tr></table><p>La préfecture s’engage à répondre aux associations sous quinze jours.</p>"""
    found = imported(make_repository, page, name="cr.html")
    assert read(found).label == "Réunion de coordination"
    assert found.promised == 1


def test_somebody_sits_for_an_organisation(make_repository: MakeRepository) -> None:
    """« MIPROF représentée par Mme Tallon » among those present is no proxy."""
    meeting = read(imported(make_repository, "Réunion du 3 mars 2020\n\nPrésents : MIPROF représentée par Alice Tallon, Bruno Ferrat\n"))
    assert not meeting.represented
    assert sorted(names([*meeting.participants, *meeting.interlocutors])) == ["alice-tallon", "bruno-ferrat"]


def test_the_day_stands_on_the_first_lines(make_repository: MakeRepository) -> None:
    """A day below the title goes before a meeting that the text speaks of."""
    text = "# Groupe de travail\nMercredi 15 février 2023, 10h-12h, visioconférence\n\n## Suites\n\n- rencontre du préfet le 3 mars\n"
    meeting = read(imported(make_repository, text, name="cr.md"))
    assert (str(meeting.date), str(meeting.time)) == ("2023-02-15", "10:00/12:00")


def test_a_column_of_marks_needs_no_head(make_repository: MakeRepository) -> None:
    """« présente », « excusé », with a remark behind or without, say what the column is; « Participant·e » is a column of names."""
    text = """\
        Réunion du 3 mars 2020

        | Participant·e | Structure | |
        |---|---|---|
        | Alice Tallon | ECPAT | présente (arrivée à 10h30) |
        | Luc Petit | | excusé |
        """
    meeting = read(imported(make_repository, text, name="cr.md"))
    assert (names(meeting.participants), names(meeting.excused)) == (["alice-tallon"], ["luc-petit"])


def test_initials_begin_no_point(make_repository: MakeRepository) -> None:
    """« A. Tallon, B. Ferrat » below « Excusés » are people, and « A. Budget » is a point."""
    text = "Réunion du 3 mars 2020\n\nExcusés\nA. Tallon, B. Ferrat\n\nA. Budget\nLe budget est présenté.\n\nB. Divers\nRien à signaler.\n"
    meeting = read(imported(make_repository, text))
    assert names(meeting.excused) == ["alice-tallon", "bruno-ferrat"]
    assert [one.title for one in meeting.agenda] == ["Budget", "Divers"]


def test_lines_of_a_text_begin_meetings(make_repository: MakeRepository) -> None:
    """A text without headings that reports on several meetings, each under a line that names its day, becomes several drafts."""
    text = """\
        Réunion du lundi 2 février 2015
        Présents : Alice Tallon, Bruno Ferrat
        - budget : validé

        Réunion du lundi 16 mars 2015
        Présents : Bruno Ferrat
        - rien

        Réunion du 7 avril, à confirmer.
        """
    found = imported(make_repository, text)
    assert [one.slug for one in found.records] == ["2015-02-02-reunion", "2015-03-16-reunion"]
    assert "7 avril" in found.records[1].text
    one = imported(
        make_repository, "Compte rendu du 3 mars 2020\n\nRappel de la réunion du 4 mars 2019.\n\nRéunion du 5 mai 2020 : à prévoir\n"
    )
    assert len(one.records) == 1


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        (
            "CONSEIL SYNDICAL DU PARC\n\nLe 3 mars 2015 à 18h30\n\nMonsieur Paul DURAND a été élu secrétaire de séance.\n",
            "CONSEIL SYNDICAL DU PARC",
            "",
        ),
        (
            "Les amis du Parc\n\nLe 3 mars 2015 à 18h30\n\nMonsieur Paul DURAND a été élu secrétaire de séance.\n",
            "Les amis du Parc",
            "",
        ),
        (
            "Salut, je fais vite le compte rendu de la réunion d’hier 3 mars 2015 chez Nadia parce que j’ai plus de batterie, on était dix\n",
            "Réunion du 3 mars 2015",
            "chez Nadia",
        ),
        ("Bonjour à tous,\n\nVoici mes notes du 3 mars 2015\nà plus\n", "Réunion du 3 mars 2015", ""),
        ("Dear all,\n\nThese are my notes of 3 March 2015\n", "Réunion du 3 mars 2015", ""),
        ("Bonjour,\n\nCompte rendu du bureau\n\nLe 3 mars 2015, on a parlé.\n", "Compte rendu du bureau", ""),
        ("On a parlé du toit.\n\nC’était le 3 mars 2015.\n", "Réunion du 3 mars 2015", ""),
    ],
)
def test_no_sentence_and_no_greeting_is_a_title(text: str, title: str, place: str, make_repository: MakeRepository) -> None:
    """A title calls the meeting something; what is said in a sentence, to greet or to take leave stays in the text."""
    found = imported(make_repository, text, name="cr.txt")
    meeting = read(found)
    assert meeting.title == title
    assert (meeting.place or "") == place


@pytest.mark.parametrize(("there", "away"), [("Here", "Not here"), ("Là", "Pas là"), ("Who was here", "Not there")])
def test_those_who_were_here_are_listed(there: str, away: str, make_repository: MakeRepository) -> None:
    """As people write it who make no minutes by trade."""
    meeting = read(imported(make_repository, f"Réunion du 3 mars 2020\n\n{there}: Alice Tallon, Bruno Ferrat\n{away}: Claire Petit\n"))
    assert names(meeting.participants) == ["alice-tallon", "bruno-ferrat"]
    assert names(meeting.excused) == ["claire-petit"]


def test_notes_of_last_thursday_are_of_that_day(make_repository: MakeRepository) -> None:
    """« Jeudi dernier (4/12/14) » is the day; « on se revoit le 12 janvier » is another's. What somebody takes on is due by the feast said."""
    text = (
        "Bonjour à tous,\n\nVoici mes notes de jeudi dernier (4/12/14), maison des assos.\n\nÉtaient là : Alice Tallon\n\n"
        "- on se revoit le 12 janvier à 18h\n- Alice Tallon s’occupe de la collecte de couvertures d’ici Noël\n"
    )
    found = imported(make_repository, text, Wanted(commitments=True))
    assert str(read(found).date) == "2014-12-04"
    promise = next(one for one in found.records if one.kind == "commitments")
    assert "title: La collecte de couvertures\n" in promise.text
    assert "due: 2014-12-25\n" in promise.text


MAIL = "De : Alice Tallon\nDate : mar. 24 nov. 2026\nObjet : compte rendu DREAL\n\nBonjour,\n\n{}\n"


def test_the_day_of_a_message_gives_way_to_any_other(make_repository: MakeRepository) -> None:
    """What the text says of a meeting is its day, in the year of the message."""
    text = MAIL.format("Suite à notre rencontre du 20 novembre avec la DREAL, voici ce que nous avons noté.")
    assert str(read(imported(make_repository, text)).date) == "2026-11-20"


def test_the_day_of_a_message_alone_is_doubtful(make_repository: MakeRepository) -> None:
    """It is taken where the text names none, with a mark above it."""
    found = imported(make_repository, MAIL.format("Nous avons parlé du rejet de la station."))
    assert str(read(found).date) == "2026-11-24"
    assert "\n# ? c’est le jour où le message a été envoyé" in found.records[0].text


@pytest.mark.parametrize(
    ("said", "place", "time"),
    [
        ("à la mairie d'Ornans, de 18h à 20h", "à la mairie d'Ornans", "18:00/20:00"),
        ("mairie (18h-20h), 25290 Ornans", "mairie, 25290 Ornans", "18:00/20:00"),
        ("mairie d'Ornans le mardi 3 mars 2020 à partir de 18h", "mairie d'Ornans", "18:00"),
    ],
)
def test_hours_behind_a_place_are_the_time(make_repository: MakeRepository, said: str, place: str, time: str) -> None:
    """Nor do the words that lead to them stay with the place."""
    meeting = read(imported(make_repository, f"Réunion du 3 mars 2020\n\nLieu : {said}\n\nOn a parlé du rejet.\n"))
    assert ((meeting.place or "").replace("’", "'"), str(meeting.time)) == (place, time)
