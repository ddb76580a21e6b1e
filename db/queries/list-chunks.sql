-- Chunks without their texts.
-- id, from, limit
select json_build_object('items', coalesce((
  select json_agg(chunk_json(c) order by c.index)
  from chunk c
  where c.document_id = d.id and c.index >= :#${variable.from}::int
    and c.index < :#${variable.from}::bigint + :#${variable.limit}::int), '[]'))::text
from document d where d.id = as_id(:#${variable.id})
