-- Saves a batch of chunk texts.
-- documentId, token; the body: a JSON array of {index, firstPage, lastPage, section, start, end, tokens, text, pageStarts}
with held as (
  select id from document
  where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid for update
), saved as (
  insert into chunk (document_id, index, first_page, last_page, section, start_offset, end_offset, tokens, text, page_starts)
  select held.id, c."index", c."firstPage", c."lastPage", c.section, c.start, c."end", c.tokens, c.text, c."pageStarts"
  from held, json_to_recordset(:#${body}::json) as c ("index" int, "firstPage" int, "lastPage" int, section text,
    start bigint, "end" bigint, tokens int, text text, "pageStarts" jsonb)
)
select id::text from held
