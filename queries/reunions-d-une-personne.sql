-- title.fr: À quelles réunions cette personne était-elle ?
-- title.en: Which meetings was this person at?
-- param: personne/person person = genevieve-colas "la personne" "the person"
-- column: date "date" "date"
-- column: capacity attendance.capacity "présence" "attendance"
-- column: role "fonction" "function"
-- column: title "réunion" "meeting"
SELECT m.date, a.capacity, a.role, m.title
FROM attendance AS a
JOIN meetings AS m ON m.slug = a.meeting
WHERE a.person = :person
ORDER BY m.date_first, m.slug
