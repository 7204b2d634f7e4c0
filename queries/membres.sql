-- title.fr: Qui est membre du collectif ?
-- title.en: Who belongs to the collective?
-- column: standing organisations.standing "statut" "standing"
-- column: organisation "organisation" "organisation"
-- column: since "depuis" "since"
SELECT o.standing, coalesce(o.acronym, o.name) AS organisation, s.date AS since
FROM organisations AS o
JOIN standings AS s ON s.organisation = o.slug AND today() BETWEEN s.from_day AND s.until_day
WHERE o.standing IN ('member', 'coordinator', 'observer')
ORDER BY o.standing, fold(o.name)
