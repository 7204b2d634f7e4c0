"""Every word that a file says is said by its drafts: in a field, in the text, or in a remark."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from manuscripts import ALL
from office_files import CHANGES, FRAME, docx, odt, p, table
from reading import drafts, errors, lost

from repositories import MakeRepository, write_repository
from traite_cli.errors import Refused
from traite_cli.writing.importing import Wanted, imported

PEOPLE = {
    "people/alice-tallon.md": "---\nname: Alice Tallon\nmemberships: ecpat\n---\n",
    "people/bruno-ferrat.md": "---\nname: Bruno Ferrat\n---\n",
    "organisations/ecpat.md": "---\nname: ECPAT France\nacronym: ECPAT\n---\n",
}


@pytest.mark.parametrize("name", ALL)
def test_of_a_text(name: str, make_repository: MakeRepository) -> None:
    """Not a word of minutes is missing from their draft, the numbers of a list included."""
    file, text, _ = ALL[name]
    found = drafts(make_repository(PEOPLE), file, text.encode())
    assert lost(text, [one.text for one in found.records]) == {}


BODY = (
    p("Compte rendu du bureau du 3 mars 2015", "Title")
    + table(("Nom", "Organisme", "Présence"), ("Alice Tallon", "ECPAT", "Présente"), ("Bruno Ferrat", "Lavoirs", "Excusé"))
    + p("Budget", "Heading1")
    + CHANGES
    + FRAME.format(p("Encadré : cotisations dues"))
    + p("Mercredi prochain, visite du lavoir.")
)


def test_of_a_docx(make_repository: MakeRepository) -> None:
    """Heads, feet, footnotes, frames, tables, remarks in the margin and what was struck out: all of it is there."""
    found = drafts(make_repository(PEOPLE), "bureau.docx", docx(BODY))
    said = (
        "Compte rendu du bureau du 3 mars 2015 Nom Organisme Présence Alice Tallon ECPAT Présente Bruno Ferrat Lavoirs Excusé Budget Le bureau "
        "élargi restreint se réunit. Encadré cotisations dues Mercredi prochain, visite du lavoir. Association des Lavoirs tirage confidentiel "
        "Siège 4 rue du Gué Selon les statuts de 1998 À vérifier avec le trésorier"
    )
    text = found.records[0].text
    assert lost(said, [text]) == {}
    assert text.index("Le bureau élargi se réunit.") < text.index("restreint")
    assert "participants:\n  # Nom | Organisme | Présence\n  # Alice Tallon | ECPAT | Présente\n  - alice-tallon\n" in text


def test_of_an_odt(make_repository: MakeRepository) -> None:
    """What pandoc leaves out of an odt is put below its text."""
    body = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>Ancien passage</text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes><text:p>Réunion du 12 mars 2024<office:annotation><text:p>Relire ici</text:p>"
        "</office:annotation></text:p><text:p>Avant<draw:frame><draw:text-box><text:p>Dans le cadre</text:p></draw:text-box></draw:frame> après"
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Note en bas</text:p>'
        "</text:note-body></text:note></text:p>"
    )
    found = drafts(make_repository(PEOPLE), "reunion.odt", odt(body))
    said = "Ancien passage Réunion du 12 mars 2024 Relire ici Avant Dans le cadre après Note en bas Amicale du Quai"
    assert lost(said, [one.text for one in found.records]) == {}


def test_of_a_page(make_repository: MakeRepository) -> None:
    """A page as a mail program or a shared document writes it; scripts and styles are no words of it."""
    page = (
        "<html><head><meta charset=utf-8><title>Réunion du 4 avril 2022</title><style>p{x:y}</style><script>alert('secret')</script></head>"
        "<body lang=FR><div class=WordSection1><p class=MsoNormal><b>Présents&nbsp;:</b> Alice Tallon, Zoé<o:p></o:p></p>"
        '<p style="mso-list:l0 level1"><span style="mso-list:Ignore">·<span>&nbsp; </span></span>Premier point</p>'
        "<table><tr><td>Caisse</td><td>12 €</td></tr></table><textarea>dans une zone</textarea><font color=red>rouge</font></div></body></html>"
    )
    found = drafts(make_repository(PEOPLE), "mail.html", page.encode())
    text = found.records[0].text
    assert lost("Réunion du 4 avril 2022 Présents Alice Tallon Zoé Premier point Caisse 12 dans une zone rouge", [text]) == {}
    assert "secret" not in text


def test_of_a_pdf(make_repository: MakeRepository) -> None:
    """Two columns, words cut at the ends of lines, running heads and page numbers: the words are whole, and there once."""
    import typst

    source = (
        '#set page(paper: "a5", columns: 2, header: [Conseil de Beaulieu], footer: context [Page #counter(page).display()])\n'
        '#set text(lang: "fr", hyphenate: true)\n#set par(justify: true)\n= Réunion du 12 mars 2024\n'
        + "L’association départementale réorganisera intégralement son fonctionnement administratif prochainement. "
        * 25
    )
    found = drafts(make_repository(PEOPLE), "beaulieu.pdf", typst.compile(source.encode()))
    text = found.records[0].text
    sentence = "L’association départementale réorganisera intégralement son fonctionnement administratif prochainement."
    assert text.count(sentence) == 25
    assert text.count("Conseil de Beaulieu") == 1
    assert lost("Réunion du 12 mars 2024 Page 1 Page 2", [text]) == {}


def test_of_an_edition_of_several_meetings(make_repository: MakeRepository) -> None:
    """A file that reports on several meetings becomes several drafts, and what belongs to none goes into that of the edition."""
    text = (
        "Document de travail\nParis, le 22 janvier 2015\n\nObjet\n1 – Rencontre avec le cabinet, le 22 octobre 2014\n"
        "2 – Réunion plénière du 18 novembre 2014\n3 – Le site\n\n1 – Rencontre avec le cabinet, le 22 octobre 2014\n\nLe cabinet reçoit Alice Tallon.\n\n"
        "2 – Réunion plénière du 18 novembre 2014\n\nPrésents : Bruno Ferrat, Zoé.\n\nOn a parlé du rapport.\n\n3 – Le site\n\nIl est en ligne.\n"
    )
    found = drafts(make_repository(PEOPLE), "edition-2015-01-22.txt", text.encode())
    assert [one.path.partition("/")[2] for one in found.records] == [
        "meetings/2014-10-22-rencontre-avec-le-cabinet.md",
        "meetings/2014-11-18-reunion-pleniere.md",
        "editions/2015-01-22.md",
    ]
    assert lost(text, [one.text for one in found.records]) == {}
    assert "Le cabinet reçoit" in found.records[0].text
    assert "- bruno-ferrat" in found.records[1].text
    assert "Il est en ligne." in found.records[2].text


def test_minutes_in_a_row_are_no_edition(make_repository: MakeRepository) -> None:
    """A title and a word above several meetings make no edition: they stand below the first meeting, and no word is lost."""
    text = (
        "# Comptes rendus du printemps 2014\n\nDocument préparé par Zoé.\n\n# Réunion du 11 mars 2014\n\nOn écrit au maire.\n\n"
        "# Réunion du 8 avril 2014\n\nOn écrit au préfet.\n"
    )
    found = drafts(make_repository(PEOPLE), "printemps.md", text.encode())
    assert [one.kind for one in found.records] == ["meetings", "meetings"]
    assert lost(text, [one.text for one in found.records]) == {}
    assert "Document préparé par Zoé" in found.records[0].text


def test_topics_beside_meetings_make_an_edition(make_repository: MakeRepository) -> None:
    """Two topics that are no meetings, numbered or not, are what the periodical document is made of."""
    text = (
        "# Lettre de mai 2014\n\n# Réunion du 11 mars 2014\n\nOn écrit au maire.\n\n"
        "# Réunion du 8 avril 2014\n\nOn écrit au préfet.\n\n# Le foyer Blanqui\n\nIl est ouvert.\n\n# Le budget\n\nIl est voté.\n"
    )
    found = drafts(make_repository(PEOPLE), "lettre.md", text.encode())
    assert [one.kind for one in found.records] == ["meetings", "meetings", "editions"]
    assert "Il est voté." in found.records[-1].text


LINES = st.sampled_from(
    "# Réunion du 3 mars 2020|Présents : Alice Tallon (ECPAT), Zoé Roux|Excusés|- Bruno Ferrat|| |::: members|:::|---|title: x|> cité|1. un|   deux|"
    "Ordre du jour :|* étoile *|`code`|```|<b>gras</b>|<!-- remarque -->|[lien](x.pdf)|![image](y.png)|| a | b ||---|---||&eacute;|M. Durand donne pouvoir "
    "à Mme Petit.|DÉCISION : voter|Question : quand ?|Alice Tallon se charge d’écrire.|=====|Lieu : mairie|# |traite: ignore[TR430] x|<<<<<<< a".split(
        "|"
    )
    + [
        *("**Budget**", "II. COMPTES", "Pour la Direction :", "Lieu :", "12, rue du Lac, 75012 Paris", "Adoptée à l’unanimité.", "2. Toit"),
        *("ACTION: ZR to write by 6 December", "Pouvoir de Zoé Roux à Alice Tallon", "[ ] Zoé : écrire", "Présents : Bob, dsinger, hadley"),
        *(
            "Manquaient Zoé et Bruno",
            "Who: Zoé",
            "Apologies were received from Zoé Roux",
            "RÉSOLUTION N° 1 : comptes",
            "Heure de fin : 12h",
        ),
        *(
            "Excusée : Zoé Roux ; proxy: Alice Tallon for Zoé Roux",
            "1. Alice Tallon",
            "CSE (Zoé Roux)",
            "14 rue du Gué – salle 2, le 3 mars 2020",
        ),
    ]
)
# One repository for all examples: nothing is written into it.


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINES, max_size=14), ending=st.sampled_from(["txt", "md"]))
def test_whatever_the_text(lines: list[str], ending: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any mixture of lines gives drafts without an error that say each of its words."""
    workspace = write_repository(tmp_path_factory.getbasetemp() / "whatever", PEOPLE)
    text = "\n".join(lines)
    try:
        found = imported(workspace.repository, f"2020-03-03.{ending}", text.encode(), Wanted())
    except Refused:
        return
    assert errors(workspace.repository, found) == []
    assert lost(text.replace("&eacute;", "").replace("ignore[TR430]", ""), [one.text for one in found.records]) == {}
