"""A town by the names that its administration is called in turn."""

from __future__ import annotations

import pytest

from repositories import MakeRepository
from traite_cli.repository import Recogniser

_FILES = {
    "organisations/saint-nazaire.md": "---\nname: Ville de Saint-Nazaire\n---\n",
    "organisations/st-malo.md": "---\nname: Mairie de St-Malo\n---\n",
    "organisations/amis.md": "---\nname: Amis de Saint-Nazaire\n---\n",
}


@pytest.mark.parametrize(
    ("said", "slugs"),
    [
        ("mairie de St Nazaire", ["saint-nazaire"]),
        ("la commune de Saint-Nazaire", ["saint-nazaire"]),
        ("ville de Saint Malo", ["st-malo"]),
        ("mairie de Nantes", []),
    ],
)
def test_a_town_is_proposed_by_another_of_its_names(make_repository: MakeRepository, said: str, slugs: list[str]) -> None:
    """« St » is « Saint », and a mairie is its ville; it is proposed, and never taken by itself."""
    found = Recogniser(make_repository(_FILES).repository).recognise(said)
    assert found.found is None
    assert [one.slug for one in found.proposals][: len(slugs)] == slugs
    assert slugs or not found.proposals
