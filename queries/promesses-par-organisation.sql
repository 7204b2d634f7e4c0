-- title.fr: Qui nous a promis combien, et combien est tenu ?
-- title.en: Who promised how much, and how much is kept?
-- about.fr: Par organisation pour laquelle on s’est engagé, ou qui s’est engagée elle-même ; ce que doit chaque membre n’est compté pour aucune.
-- about.en: By the organisation on whose behalf a promise was made, or that made it itself; what each member owes is counted for none.
-- column: organisation "organisation" "organisation"
-- column: overdue "en retard" "overdue"
-- column: kept "tenus" "kept"
-- column: promised "engagements" "promised"
SELECT coalesce(o.acronym, o.name) AS organisation, sum(c.overdue) AS overdue, sum(c.status = 'kept') AS kept, count(*) AS promised
FROM (SELECT DISTINCT source, target FROM mentions WHERE field IN ('by', 'on_behalf_of')) AS m
JOIN commitments AS c ON c.ref = m.source
JOIN organisations AS o ON o.ref = m.target
GROUP BY o.slug
ORDER BY promised DESC, fold(o.name)
