-- title.fr: À combien de nos questions a-t-on répondu ?
-- title.en: How many of our questions were answered?
-- about.fr: Une réponse en partie est une réponse ; la question reste pourtant parmi celles qui attendent.
-- about.en: An answer in part is an answer; its question is still among those that wait.
-- column: title "demande" "request"
-- column: questions "questions" "questions"
-- column: answered "réponses" "answered"
-- column: in_part "dont en partie" "of them in part"
-- column: unanswered "sans réponse" "without an answer"
-- column: percent "pour cent" "per cent"
SELECT r.title, r.questions, r.answered, count(q.number) AS in_part, r.questions - r.answered AS unanswered,
  round(100.0 * r.answered / nullif(r.questions, 0)) AS percent
FROM requests AS r
LEFT JOIN questions AS q ON q.request = r.slug AND q.status = 'partial'
GROUP BY r.slug
ORDER BY r.date_first, r.slug
