-- title.fr: Que nous a promis cette personne, et où en est-on ?
-- title.en: What has this person promised, and where do things stand?
-- param: personne/person person = raphael-sodini "la personne" "the person"
-- column: made "pris le" "made"
-- column: status commitments.status "état" "state"
-- column: deadline "échéance" "deadline"
-- column: parts_kept "parties tenues" "parts kept"
-- column: parts "parties" "parts"
-- column: title "engagement" "commitment"
SELECT c.made, c.status, c.deadline, CASE WHEN c.total > 0 THEN c.kept END AS parts_kept,
  CASE WHEN c.total > 0 THEN c.total END AS parts, c.title
FROM commitments AS c
JOIN mentions AS m ON m.source = c.ref AND m.field = 'by'
WHERE m.target = 'people/' || :person AND c.part_of IS NULL
ORDER BY c.made_first, c.slug
