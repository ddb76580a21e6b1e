-- A person asks for another attempt at a failed or cancelled document. It goes on from what was saved; when its bytes are
-- still on their way to S3, they go on to the queue themselves.
-- id; outcome: retried, or refused (neither cancelled nor failed in a way that can be retried)
with held as (
  select d as was from document d where d.id = as_id(:#${variable.id}) for update
), changed as (
  update document d set
    status = 'queued', stage = case when d.stored_at is null then 'store' else 'queue' end, attempt = d.attempt + 1,
    percent = 0, error = null, finished_at = null, last_seq = d.last_seq + 1, claims = 0, away_since = null, sends = 0,
    enqueue_at = case when d.stored_at is not null then clock_timestamp() end, stage_started_at = clock_timestamp()
  from held
  where d.id = (held.was).id
    and (d.status = 'cancelled' or (d.status = 'failed' and (d.error ->> 'retryable')::boolean))
  returning d as doc
)
select case when doc is null then 'refused' else 'retried' end as outcome,
  case when doc is null then null else tell(doc, 'retried', 'queue', jsonb_build_object('percent', 0)) end as event,
  document_json(case when doc is null then was else doc end)::text as document
from held left join changed on true
