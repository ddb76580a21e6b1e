-- The next 100 events a watcher has not seen, with where the document stands at the same moment: one row with no event
-- when there are none, no row when there is no such document.
-- id, after
select d.last_seq, d.status in ('completed', 'failed', 'cancelled') as terminal, page.seq, page.message
from document d
left join lateral (
  select e.seq, event_json(e) as message
  from event e where e.document_id = d.id and e.seq > :#${variable.after}::int order by e.seq limit 100
) page on true
where d.id = as_id(:#${variable.id})
order by page.seq
