-- The events after a sequence number, at most 1,000 at a time.
-- id, after
with page as (
  select e as ev, row_number() over (order by e.seq) as place
  from event e
  where e.document_id = as_id(:#${variable.id}) and e.seq > :#${variable.after}::int
  order by e.seq limit 1001
)
select json_build_object(
  'items', coalesce((select json_agg(event_json(ev)::json order by place) from page where place <= 1000), '[]'),
  'nextAfter', (select (ev).seq from page where place = 1000 and exists (select from page where place = 1001)))::text
from document d where d.id = as_id(:#${variable.id})
