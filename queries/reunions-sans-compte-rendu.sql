-- title.fr: Quelles réunions attendent leur compte rendu ?
-- title.en: Which meetings still lack their minutes?
-- column: date "date" "date"
-- column: classification meetings.classification "nature" "sort"
-- column: title "réunion" "meeting"
SELECT m.date, m.classification, m.title
FROM meetings AS m
WHERE m.state = 'held' AND m.body IS NULL AND coalesce(m.classification, '') <> 'event'
ORDER BY m.date_first, m.slug
