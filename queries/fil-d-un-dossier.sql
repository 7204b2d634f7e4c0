-- title.fr: Que s’est-il passé dans ce dossier ?
-- title.en: What happened in this topic?
-- about.fr: Réunions, engagements, demandes et nouvelles classés dans le dossier, dans l’ordre du temps.
-- about.en: Meetings, commitments, requests and updates filed under the topic, in the order of time.
-- param: dossier/topic topic = rapport-union-europeenne "le dossier" "the topic"
-- column: date "date" "date"
-- column: kind records.kind "genre" "kind"
-- column: label "fiche" "record"
SELECT DISTINCT r.date, r.kind, r.label
FROM records AS r
LEFT JOIN mentions AS m ON m.source = r.ref AND m.field = 'topics'
LEFT JOIN passages AS p ON p.record = r.ref
WHERE r.kind IN ('meetings', 'commitments', 'requests', 'updates') AND (m.target = 'topics/' || :topic OR p.topic = :topic)
ORDER BY r.date_first, r.ref
