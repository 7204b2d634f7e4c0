"""The next issue is called after the last one, with its own day and number."""

from __future__ import annotations

from datetime import date

import pytest

from repositories import MakeRepository
from traite_cli.writing.interview.next_title import following, next_title

LAST = date(2014, 10, 1)


@pytest.mark.parametrize(
    ("title", "day", "after"),
    [
        ("Document de travail", date(2015, 1, 22), "Document de travail"),
        ("Document de travail du 1er octobre 2014", date(2015, 1, 22), "Document de travail du 22 janvier 2015"),
        ("Mercredi 1er octobre 2014 : le point", date(2015, 1, 22), "Jeudi 22 janvier 2015 : le point"),
        ("Lettre d’octobre", date(2015, 1, 22), "Lettre de janvier"),
        ("Lettre d'octobre 2014", date(2015, 4, 2), "Lettre d’avril 2015"),
        ("Octobre 2014 – n° 09", date(2015, 1, 22), "Janvier 2015 – n° 10"),
        ("Newsletter No. 99, October 2014", date(2015, 1, 22), "Newsletter No. 100, January 2015"),
        ("Lettre 12", date(2015, 1, 22), "Lettre 13"),
        ("Bulletin 01/10/2014", date(2015, 1, 22), "Bulletin 22/01/2015"),
        ("Rapport 2014", date(2015, 1, 22), "Rapport 2015"),
        ("Rapport 2013", date(2015, 1, 22), "Rapport 2013"),
        ("Loi 201410", date(2015, 1, 22), "Loi 201410"),
        ("", date(2015, 1, 22), ""),
    ],
)
def test_what_changes_from_one_issue_to_the_next(title: str, day: date, after: str) -> None:
    """The day as the title says it, or the month, or the year; a number is one more; all else stays."""
    assert following(title, LAST, day) == after


def test_the_last_issue_is_the_one_before(make_repository: MakeRepository) -> None:
    """By its date, whatever its file is called; before the first one there is none."""
    files = {
        "editions/b.md": "---\ntitle: Lettre n° 1\ndate: 2014-10\n---\n",
        "editions/a.md": "---\ntitle: Lettre n° 2\ndate: 2014-11-03\n---\n",
        "editions/c.md": "---\ntitle: Lettre n° 9\ndate: 2016-01-01\n---\n",
    }
    repository = make_repository(files).repository
    assert next_title(repository, date(2015, 1, 22)) == "Lettre n° 3"
    assert next_title(repository, date(2014, 1, 22)) == ""
