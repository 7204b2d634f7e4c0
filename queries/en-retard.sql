-- title.fr: Qu’est-ce qui est en retard ?
-- title.en: What is overdue?
-- about.fr: Les engagements dont l’échéance est passée et qui ne sont pas réglés (tenus, non tenus ou retirés), le plus ancien d’abord.
-- about.en: The commitments whose deadline is past and that are not settled (kept, broken or withdrawn), the oldest first.
-- column: deadline "échéance" "deadline"
-- column: days_late "jours de retard" "days late"
-- column: status commitments.status "état" "state"
-- column: on_behalf_of "au nom de" "on behalf of"
-- column: title "engagement" "commitment"
SELECT c.deadline, julianday(today()) - julianday(c.deadline_last) AS days_late, c.status, coalesce(o.acronym, o.name) AS on_behalf_of, c.title
FROM commitments AS c
LEFT JOIN organisations AS o ON o.slug = c.on_behalf_of
WHERE c.overdue
ORDER BY c.deadline_last, c.slug
