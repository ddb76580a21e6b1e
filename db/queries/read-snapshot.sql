-- What a new watcher is sent first: the document and the number of its last event, from one row. No row: no such document.
-- id
select d.last_seq, d.status in ('completed', 'failed', 'cancelled') as terminal,
  json_build_object('type', 'snapshot', 'seq', d.last_seq, 'document', document_json(d))::text as message
from document d where d.id = as_id(:#${variable.id})
