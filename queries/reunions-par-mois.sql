-- title.fr: Combien de réunions par mois ?
-- title.en: How many meetings a month?
-- param: depuis/since date = "depuis quand" "since when"
-- column: month "mois" "month"
-- column: meetings "réunions" "meetings"
SELECT substr(date_first, 1, 7) AS month, count(*) AS meetings
FROM meetings
WHERE state = 'held' AND (:since IS NULL OR date_last >= :since)
GROUP BY month
ORDER BY month
