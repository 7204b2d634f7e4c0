-- title.fr: Combien de réunions par mois ?
-- title.en: How many meetings a month?
-- column: month "mois" "month"
-- column: meetings "réunions" "meetings"
SELECT substr(date_first, 1, 7) AS month, count(*) AS meetings
FROM meetings
WHERE state = 'held'
GROUP BY month
ORDER BY month
