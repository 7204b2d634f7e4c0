-- title.fr: À quelles réunions cette personne était-elle ?
-- title.en: Which meetings was this person at?
-- about.fr: Les réunions tenues où elle était, celles où elle fut rencontrée, s’est excusée ou a donné pouvoir.
-- about.en: The meetings held where they were, and those where they were met, sent apologies or gave a proxy.
-- param: personne/person person = genevieve-colas "la personne" "the person"
-- column: date "date" "date"
-- column: capacity attendance.capacity "à quel titre" "in which way"
-- column: role "fonction" "function"
-- column: title "réunion" "meeting"
SELECT m.date, a.capacity, a.role, m.title
FROM attendance AS a
JOIN meetings AS m ON m.slug = a.meeting AND m.state = 'held'
WHERE a.person = :person
ORDER BY m.date_first, m.slug
