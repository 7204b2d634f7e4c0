-- title.fr: Qu’est-ce qui arrive à échéance ?
-- title.en: What falls due soon?
-- about.fr: Les engagements ouverts dont l’échéance tombe dans les jours qui viennent.
-- about.en: The open commitments whose deadline falls within the coming days.
-- param: jours/days number = 90 "dans combien de jours au plus" "within how many days"
-- column: deadline "échéance" "deadline"
-- column: days_left "jours restants" "days left"
-- column: title "engagement" "commitment"
SELECT c.deadline, julianday(c.deadline_last) - julianday(today()) AS days_left, c.title
FROM commitments AS c
WHERE c.status NOT IN ('kept', 'broken', 'withdrawn') AND c.deadline_last BETWEEN today() AND date(today(), '+' || :days || ' days')
ORDER BY c.deadline_last, c.slug
