-- title.fr: Où en sont les candidatures, et quelles pièces manquent ?
-- title.en: Where do candidatures stand, and which papers are missing?
-- column: name "organisation" "organisation"
-- column: since "depuis" "since"
-- column: paper "pièce demandée" "paper asked for"
-- column: received truth "reçue" "received"
SELECT o.name, s.date AS since, r.value AS paper, r.value IN (SELECT value FROM json_each(s.received)) AS received
FROM organisations AS o
JOIN standings AS s ON s.organisation = o.slug AND today() BETWEEN s.from_day AND s.until_day
LEFT JOIN json_each(s.required) AS r
WHERE o.standing = 'candidate'
ORDER BY fold(o.name), r.key
