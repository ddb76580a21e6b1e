-- A chunk to be summarised, with the summary it may already have. No row: the document is no longer this worker's.
-- documentId, token, index
select c.text, c.summary, c.answer_key as "answerKey", c.first_page as "firstPage", c.last_page as "lastPage", coalesce(c.section, '') as section
from document d join chunk c on c.document_id = d.id
where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  and c.index = :#${variable.index}::int
