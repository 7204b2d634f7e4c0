-- title.fr: Quels engagements personne n’a regardés depuis longtemps ?
-- title.en: Which commitments has nobody looked at for long?
-- about.fr: Ceux qui ne sont pas réglés et n’ont aucun suivi depuis tant de jours ; « sans nouvelles » est un suivi.
-- about.en: Those that are not settled and have had no follow-up for so many days; “no news” is a follow-up.
-- param: jours/days number = 30 "depuis combien de jours" "for how many days"
-- column: made "pris le" "made"
-- column: last_news "dernières nouvelles" "last news"
-- column: title "engagement" "commitment"
SELECT c.made, max(f.date_last) AS last_news, c.title
FROM commitments AS c
LEFT JOIN follow_ups AS f ON f.commitment = c.slug
WHERE c.status NOT IN ('kept', 'broken', 'withdrawn') AND c.part_of IS NULL
GROUP BY c.slug
HAVING coalesce(max(f.date_last), c.made_last) < date(today(), '-' || :days || ' days')
ORDER BY coalesce(max(f.date_last), c.made_last), c.slug
