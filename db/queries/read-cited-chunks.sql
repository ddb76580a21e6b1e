-- The texts of the chunks that a summary cites, with where their pages begin. No row: none of them has pages, or the document
-- is no longer this worker's.
-- documentId, token, composed (cited: the indexes of the chunks, with commas between)
select c.index, c.text, c.page_starts::text as "pageStarts"
from document d join chunk c on c.document_id = d.id
where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  and c.index = any (string_to_array(:#${variable.composed.cited}, ',')::int[])
  and jsonb_array_length(c.page_starts) > 0
