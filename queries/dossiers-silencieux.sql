-- title.fr: Dans quels dossiers ne se passe-t-il plus rien ?
-- title.en: In which topics is nothing happening any more?
-- about.fr: Les dossiers ouverts, avec le jour de la dernière réunion, promesse, demande ou nouvelle ; les plus silencieux d’abord.
-- about.en: The open topics with the day of their last meeting, promise, request or update; the most silent first.
-- column: title "dossier" "topic"
-- column: last_news "dernières nouvelles" "last news"
-- column: records "fiches" "records"
SELECT t.title, max(r.date_last) AS last_news, count(DISTINCT r.ref) AS records
FROM topics AS t
LEFT JOIN mentions AS m ON m.target = t.ref AND m.field = 'topics'
LEFT JOIN records AS r ON r.ref = m.source AND r.kind IN ('meetings', 'commitments', 'requests', 'updates') AND r.date_first <= today()
WHERE coalesce(t.closed_first, '9999') > today()
GROUP BY t.slug
ORDER BY coalesce(max(r.date_last), ''), fold(t.title)
