-- title.fr: Où en sont les promesses en plusieurs parties ?
-- title.en: Where do promises in several parts stand?
-- column: title "engagement" "commitment"
-- column: kept "parties tenues" "parts kept"
-- column: total "parties" "parts"
-- column: status commitments.status "état" "state"
SELECT c.title, c.kept, c.total, c.status
FROM commitments AS c
WHERE c.total > 0
ORDER BY c.total DESC, c.slug
