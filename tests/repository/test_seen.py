"""Records are seen from a day or by a circle one by one, as they are asked for."""

from __future__ import annotations

from repositories import MakeRepository
from traite_cli.kinds import Record, Request, Topic, Update

FILES = {f"topics/t{number}.md": f"---\ntitle: Sujet {number}\n---\n" for number in range(5)}


def test_a_record_is_looked_at_once_and_only_when_asked_for(make_repository: MakeRepository) -> None:
    """Whoever asks for one does not pay for the others; and what was seen stays the very same record."""
    asked: list[str] = []

    def see(record: Record) -> Record | None:
        asked.append(record.slug)
        return None if record.slug == "t3" else record.replaced(title=record.slug)

    seen = make_repository(FILES).repository.seen(see)
    topics = seen.of(Topic)
    assert [topics["t2"].title, topics.get("t3"), topics.get("t9"), "t2" in topics, "t3" in topics] == ["t2", None, None, True, False]
    assert asked == ["t2", "t3"]
    assert [one.slug for one in seen.looked_at] == ["t2"]
    assert topics["t2"] is next(one for one in topics.values() if one.slug == "t2")
    assert (list(topics), len(topics)) == (["t0", "t1", "t2", "t4"], 4)
    assert sorted(asked) == ["t0", "t1", "t2", "t3", "t4"]


def test_those_that_refer_to_a_record_are_found_by_kind_and_field(make_repository: MakeRepository) -> None:
    """In the order of their files, from one field and no other, and only as far as they are seen."""
    updates = {f"updates/{name}.md": f"---\ntitle: {name}\ndate: 2015\ntopics: [t1, t2]\n---\n" for name in ("b", "a-b", "a")}
    other = {"updates/c.md": "---\ntitle: C\ndate: 2015\ntopics: t2\n---\n\n[T](../topics/t1.md)\n"}
    repository = make_repository({**FILES, **updates, **other}).repository
    seen = repository.seen(lambda one: None if one.slug == "b" else one)
    topic = seen.of(Topic)["t1"]
    assert [one.slug for one in repository.referring(Update, "topics", topic)] == ["a-b", "a", "b"]
    assert [one.slug for one in seen.referring(Update, "topics", topic)] == ["a-b", "a"]
    assert seen.referring(Request, "topics", topic) == []
