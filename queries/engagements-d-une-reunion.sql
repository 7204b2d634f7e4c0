-- title.fr: Que nous a-t-on promis à cette réunion ?
-- title.en: What was promised at this meeting?
-- param: reunion/meeting meeting = 2014-10-22-cabinet-interieur "la réunion" "the meeting"
-- column: status commitments.status "état" "state"
-- column: deadline "échéance" "deadline"
-- column: title "engagement" "commitment"
SELECT c.status, c.deadline, c.title
FROM commitments AS c
WHERE c.made_at = 'meetings/' || :meeting
ORDER BY c.part_of IS NOT NULL, c.slug
