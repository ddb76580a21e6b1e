-- The summary is there: the end of the attempt.
-- documentId, token, summary (Markdown), structure (JSON)
with changed as (
  update document d set
    status = 'completed', percent = 100, summary = :#${variable.summary},
    summary_structure = :#${variable.structure}::jsonb, finished_at = clock_timestamp(),
    last_seq = d.last_seq + 2, lease_token = null, lease_until = null, claims = 0, away_since = null, sends = 0
  from document was
  where was.id = d.id and d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  returning d as doc, took_ms(was) as took
)
select tell(doc, 'stage-finished', 'combine', jsonb_build_object('percent', 99, 'tookMs', took), 1) as event
from changed
union all
select tell(doc, 'completed', 'combine', jsonb_build_object('summary', (doc).summary)) as event from changed
