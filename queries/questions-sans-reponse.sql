-- title.fr: Quelles questions sont restées sans réponse entière ?
-- title.en: Which questions have had no full answer?
-- about.fr: Celles qui n’ont pas de réponse, ou une réponse en partie seulement.
-- about.en: Those without an answer, or answered in part only.
-- column: request "demande" "request"
-- column: number "numéro" "number"
-- column: status questions.status "état" "state"
-- column: text "question" "question"
SELECT r.title AS request, q.number, q.status, q.text
FROM questions AS q
JOIN requests AS r ON r.slug = q.request
WHERE q.status IN ('unanswered', 'partial')
ORDER BY r.date_first, r.slug, q.number
