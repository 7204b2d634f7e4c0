"""Small repositories in which a secretary would notice something, and comments that silence nothing."""

from __future__ import annotations

from faulty.written import LEFT, Files, asked, fence, meeting, minutes, promise, topic, two

NOTICES: list[tuple[str, str, Files]] = [
    ("question-unanswered", "", asked("2014-11-07", "1. Quel statut ?\n")),
    ("question-unanswered", "several", asked("2014-11-07", "1. Quel statut ?\n2. Quels moyens ?\n")),
    ("deadline-unwatched", "", promise("each_member: true\nmade_on: 2014-06-23\ndue: 2014-09")),
    ("membership-over", "", LEFT),
    ("minutes-missing", "", meeting("date: 2014-11-18")),
    ("doubt-left", "", meeting("date: 2014-11-18\n# ? qui est M. Le Gall ?\nparticipants: alice-tallon", "\nTexte.\n")),
    ("doubt-left", "several", meeting("date: 2014-11-18", "\nTexte.\n\n<!-- ? quel jour ? -->\n\n<!-- ? quel lieu ? -->\n")),
    ("contact-for-the-public", "telephone", topic(body="\nTéléphoner au 06 12 34 56 78.\n")),
    ("contact-for-the-public", "mailbox", topic(body="\nÉcrire à alice.tallon@exemple.fr.\n")),
    ("contact-for-the-public", "home", topic(body="\nMme Tallon, demeurant 3 rue de la Paix à Lyon.\n")),
    ("unused-silence", "", topic("title: x # traite: ignore[TR312] plus tard")),
    ("unused-silence", "unknown", topic("title: x # traite: ignore[XY9] plus tard")),
    ("unused-silence", "unknown+", topic("title: x # traite: ignore[TR399] plus tard")),
    ("unused-silence", "audiences", fence("<!-- traite: ignore[TR510] plus tard -->\n::: membres\nx\n")),
    ("unused-silence", "not-understood", topic("title: x # traite: ignore TR312")),
    ("silence-without-reason", "", topic("title: x # traite: ignore[TR312]")),
    ("unrecorded-commitment", "", minutes("Il est convenu que le texte circulera.")),
    ("unrecorded-commitment", "who", minutes("Alice Tallon s’engage à écrire.")),
    ("unrecorded-commitment", "list", minutes("À faire :\n\n- imprimer\n- relire\n- envoyer\n- payer")),
    ("name-nearly-known", "", minutes("Vu avec Alice Talon.")),
    ("name-nearly-known", "listed", minutes("Vu avec Alice Talon.", "name: Alice Tallon\nother_names: A. Tallon")),
    ("probably-the-same", "person", two("people", "Alice Tallon", "TALLON Alice")),
    ("probably-the-same", "organisation", two("organisations", "Secours Catholique", "Secours catholique – Caritas France")),
]
