-- title.fr: Qui avons-nous rencontré, et quand pour la dernière fois ?
-- title.en: Whom have we met, and when last?
-- column: name "nom" "name"
-- column: role "fonction" "function"
-- column: organisation "organisation" "organisation"
-- column: meetings "réunions" "meetings"
-- column: last_met "dernière rencontre" "last met"
SELECT p.name, a.role, coalesce(o.acronym, o.name) AS organisation, count(DISTINCT m.slug) AS meetings, max(m.date_first) AS last_met
FROM attendance AS a
JOIN meetings AS m ON m.slug = a.meeting AND m.state = 'held'
JOIN people AS p ON p.slug = a.person
LEFT JOIN organisations AS o ON o.slug = a.organisation
WHERE a.capacity = 'interlocutors'
GROUP BY p.slug
ORDER BY last_met DESC, fold(p.name)
