-- title.fr: Qu’avons-nous décidé ?
-- title.en: What did we decide?
-- param: depuis/since date = "depuis quand" "since when"
-- column: date "date" "date"
-- column: text "décision" "decision"
-- column: meeting "réunion" "meeting"
SELECT m.date, d.text, m.title AS meeting
FROM decisions AS d
JOIN meetings AS m ON m.slug = d.meeting
WHERE :since IS NULL OR m.date_last >= :since
ORDER BY m.date_first, m.slug, d.position
