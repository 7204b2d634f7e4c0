-- title.fr: À combien de nos questions a-t-on répondu ?
-- title.en: How many of our questions were answered?
-- column: title "demande" "request"
-- column: questions "questions" "questions"
-- column: answered "réponses" "answered"
-- column: percent "pour cent" "per cent"
SELECT title, questions, answered, round(100.0 * answered / nullif(questions, 0)) AS percent
FROM requests
ORDER BY date_first, slug
