-- title.fr: À quelles réunions cette personne était-elle ?
-- title.en: Which meetings was this person at?
-- param: person person = genevieve-colas "la personne" "the person"
SELECT m.date, a.capacity, a.role, m.title
FROM attendance AS a
JOIN meetings AS m ON m.slug = a.meeting
WHERE a.person = :person
ORDER BY m.date_first, m.slug
