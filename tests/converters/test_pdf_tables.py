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
