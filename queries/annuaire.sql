-- title.fr: Qui est qui dans cette organisation, ce jour-là ?
-- title.en: Who is who in this organisation, on that day?
-- param: organisation organisation = miprof "l’organisation" "the organisation"
-- column: name "nom" "name"
-- column: role "fonction" "function"
-- column: since "depuis" "since"
SELECT p.name, f.role, f.start_date AS since
FROM memberships AS f
JOIN people AS p ON p.slug = f.person
WHERE f.organisation = :organisation AND f.held
ORDER BY fold(coalesce(p.sort_name, p.name))
