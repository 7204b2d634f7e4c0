-- title.fr: Qui vient à nos réunions ?
-- title.en: Who comes to our meetings?
-- about.fr: Le nombre de réunions tenues où chaque organisation était présente, hors personnes rencontrées.
-- about.en: At how many meetings held each organisation was present, those who were met aside.
-- column: organisation "organisation" "organisation"
-- column: meetings "réunions" "meetings"
SELECT coalesce(o.acronym, o.name) AS organisation, count(DISTINCT a.meeting) AS meetings
FROM attendance AS a
JOIN meetings AS m ON m.slug = a.meeting AND m.state = 'held'
JOIN organisations AS o ON o.slug = a.organisation
WHERE a.capacity = 'participants'
GROUP BY o.slug
ORDER BY meetings DESC, fold(o.name)
