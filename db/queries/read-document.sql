-- A document with its chunks.
-- id
select document_with_chunks_json(d)::text from document d where d.id = as_id(:#${variable.id})
