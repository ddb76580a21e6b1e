-- About 20,000 characters from all over a document, to tell its language by, and what it is called. No row: the document is no longer this worker's.
-- documentId, token
select (
  select string_agg(left(c.text, greatest(1000, 20000 / greatest(1, d.chunks_total))), E'\n\n' order by c.index)
  from chunk c
  where c.document_id = d.id and c.index % greatest(1, d.chunks_total / 20) = 0
) as text, d.title
from document d
where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
