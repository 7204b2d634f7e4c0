"""Records are seen from a day or by a circle one by one, as they are asked for."""

from __future__ import annotations

from repositories import MakeRepository
from traite_cli.kinds import Record, Topic

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
