-- One chunk with its text.
-- id, index
select (chunk_json(c)::jsonb || jsonb_build_object('text', c.text, 'start', c.start_offset, 'end', c.end_offset))::text
from chunk c where c.document_id = as_id(:#${variable.id}) and c.index = :#${variable.index}::int
