"""Small repositories whose records say what cannot be, or pass on what should not be."""

from __future__ import annotations

from faulty.written import FOLLOW_UP, Files, answer, date, fence, image, meeting, promise, quote, topic

SAYINGS: list[tuple[str, str, Files]] = [
    ("quote-not-found", "", quote("rien de tel ne fut dit")),
    ("quote-not-found", "near", quote("s’engage à envoyer une lettre aux préfets")),
    ("attendance-empty", "", meeting("date: 2014\nexcused: {note: malade}")),
    ("meeting-without-date", "", meeting("place: ici")),
    ("commitment-without-maker", "", promise("made_on: 2014")),
    ("commitment-without-origin", "", promise("each_member: true")),
    ("commitment-without-origin", "both", {**promise("each_member: true\nmade_at: pleniere\nmade_on: 2014"), **date("2014-01-01")}),
    ("follow-up-unproved", "kept", promise(FOLLOW_UP + ", status: kept}")),
    ("follow-up-unproved", "partially_kept", promise(FOLLOW_UP + ", status: partially_kept}")),
    ("follow-up-unproved", "broken", promise(FOLLOW_UP + ", status: broken}")),
    ("follow-up-empty", "", promise(FOLLOW_UP + "}")),
    ("answer-without-question", "", answer("1. À qui ?\n2. Quand ?\n")),
    ("answer-without-question", "one", answer("1. À qui ?\n")),
    ("answer-without-question", "none", answer("À qui ?\n")),
    ("picture", "no-words", image("../../attachments/site.png", " ")),
    ("picture", "no-words+", image("photo.png", "")),
    ("picture", "nowhere", image("")),
    ("picture", "web", image("https://example.org/site.png")),
    ("picture", "outside", image("../../../photo.png")),
    ("picture", "outside+", image("attachments/site.png")),
    ("picture", "missing", image("../../attachments/absent.png")),
    ("picture", "type", image("../../attachments/site.svg")),
    ("doubtful-fence", "indented", fence(" ::: members\nx\n:::")),
    ("doubtful-fence", "in-a-list-or-quote", fence("- ::: members\n")),
    ("doubtful-fence", "misspelt", fence("::: amis\nx")),
    ("doubtful-fence", "misspelt+", fence("::: membres\nx")),
    ("doubtful-fence", "nested", fence("::: members\n::: contributors\nx\n:::")),
    ("doubtful-fence", "lone", fence("x\n:::")),
    ("doubtful-fence", "unclosed", fence("::: members\nx")),
    ("doubtful-fence", "in-a-field", topic("title: x\nlinks:\n  url: https://a.fr\n  note: |\n    a\n    ::: members\n    b")),
    ("doubtful-fence", "in-a-field", topic('title: x\nlinks: {url: "https://a.fr", note: "a\\r::: members\\r\\rb"}')),
    ("doubtful-fence", "line-end", fence("a\r\r::: members\r\rb\r\r:::")),
    ("doubtful-fence", "in-code", fence("```\n::: members\nx")),
    ("fence-topic", "", fence("::: topic inconnu\nx\n:::")),
    ("fence-topic", "near", fence("::: topic sejours\nx\n:::")),
]
