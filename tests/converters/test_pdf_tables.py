"""A table of a pdf, which is but letters at places, has its cells in their columns."""

from __future__ import annotations

import pytest

from traite_cli.converters.pdf_reading import read


def markdown(source: str) -> str:
    import typst

    return read(typst.compile(source.encode())).markdown


ROWS = """[Nom],[Collège],[Présent],[Excusé],[Mme Sophie MARCHAND],[Direction],[X],[],[M. Karim HADDAD],[Employés],[],[X]"""


@pytest.mark.parametrize("look", ["columns: 4", "columns: 4, stroke: none", "columns: 4, align: center", "columns: (2fr, 1fr, 1fr, 1fr)"])
def test_an_empty_cell_stays_empty(look: str) -> None:
    """A mark stands in the column it is drawn under, lines drawn or not, wherever in its cell it stands."""
    assert markdown(f"#table({look}, {ROWS})").split("\n")[:4] == [
        "| Nom | Collège | Présent | Excusé |",
        "| --- | --- | --- | --- |",
        "| Mme Sophie MARCHAND | Direction | X |  |",
        "| M. Karim HADDAD | Employés |  | X |",
    ]


def test_a_cell_of_several_lines_is_one() -> None:
    """Cells are drawn one after the other, each line by line: what belongs together is together, a word cut by the line whole."""
    long = "Écrire une longue lettre à la préfecture pour demander le réexamen de tous les dossiers en cours"
    text = markdown(
        '#set page(paper: "a5")\n= Suivi\nAvant.\n'
        f"#table(columns: (1fr, 2fr, 1fr), [Qui], [Quoi], [Échéance], [Jean-Christophe Lemoine-Vanderbeke], [{long}], [30 mars 2024],"
        " [], [Relancer], [4 avril 2024])\nAprès."
    )
    assert f"| Jean-Christophe Lemoine-Vanderbeke | {long} | 30 mars 2024 |\n|  | Relancer | 4 avril 2024 |" in text
    assert text.index("Avant.") < text.index("| Qui") < text.index("Après.")


def test_two_tables_are_two() -> None:
    """What stands further apart than rows do begins another table, with its own columns."""
    text = markdown(
        "#table(columns: 2, [Date], [3 mars], [Lieu], [Lyon])\n\n#table(columns: 3, [Qui], [Quoi], [Quand], [Zoé], [Écrire], [Mai])"
    )
    assert "| Lieu | Lyon |\n\n| Qui | Quoi | Quand |" in text


def test_columns_of_text_are_no_table() -> None:
    """Two columns of a page are read one after the other."""
    words = " ".join(f"mot{chr(97 + number // 20)}{chr(97 + number % 20)}" for number in range(400))
    text = markdown(f'#set page(paper: "a5", columns: 2)\n#set par(justify: true)\n{words}')
    assert "|" not in text
    assert " ".join(text.split()) == words


def test_a_line_that_had_room_ends_where_it_ends() -> None:
    """A short line below another is not drawn into it: the next word would have had its place."""
    text = markdown("Le bureau présente le budget, et chacun est d’accord.\\\nFinances\\\n" + "Une longue ligne de texte " * 12)
    assert "accord.\\\nFinances\\\nUne longue" in text


_ROW = [
    (60, 700, "Nom"),
    (160, 700, "Organisation"),
    (300, 700, "Fonction"),
    (60, 681, "Jeanne"),
    (160, 675, "ECPAT"),
    (300, 675, "membre"),
    (60, 669, "Roux"),
    (160, 650, "Secours du Rhone"),
    (300, 644, "tresorier"),
    (60, 644, "Bruno Ferrat"),
    (160, 638, "et de l Ain"),
]
"""Cells that stand in the middle of their rows, as browsers put them: place, words."""


def drawn(stretches: list[tuple[int, int, str]], look: str) -> str:
    """A page on which some words are drawn, by a program that places each in its own way."""
    ways = {"one text": "1 0 0 1 {} {} Tm ({}) Tj", "a text each": "ET BT /F 10 Tf {} {} Td ({}) Tj"}
    content = "BT /F 10 Tf " + " ".join(ways[look].format(*one) for one in stretches) + " ET"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F {font} >> >> >>",
        f"<< /Length {len(content)} >> stream\n{content}\nendstream",
    )
    pdf, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{len(pdf)}\n%%EOF\n"
    return read(f"{pdf}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")).markdown


@pytest.mark.parametrize("look", ["one text", "a text each"])
def test_cells_may_be_centred_in_their_rows(look: str) -> None:
    """Lines of one cell that stand between those of another make one row, however the program draws them."""
    assert drawn(_ROW, look).split("\n")[2:4] == [
        "| Jeanne Roux | ECPAT | membre |",
        "| Bruno Ferrat | Secours du Rhone et de l Ain | tresorier |",
    ]


def test_the_first_cell_may_have_several_lines() -> None:
    """What goes on in small letters below the first cell of a row is more of it."""
    stretches = [(60, 700, "Action"), (300, 700, "Qui"), (60, 682, "Envoyer le rapport a la mairie"), (300, 682, "Bruno")]
    stretches += [(60, 670, "et au conseil"), (60, 652, "Louer la salle"), (300, 652, "Jeanne")]
    assert drawn(stretches, "a text each").split("\n")[2:4] == [
        "| Envoyer le rapport a la mairie et au conseil | Bruno |",
        "| Louer la salle | Jeanne |",
    ]
