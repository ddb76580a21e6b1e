-- A person stops the work: who holds the lease loses it, and the next thing he wants to save tells him so. Bytes that are
-- still on their way to S3 arrive (finish-store), so that the document can be retried, but nobody works on them.
-- id; outcome: cancelled, or ended (it was too late)
with held as (
  select d as was from document d where d.id = as_id(:#${variable.id}) for update
), changed as (
  update document d set
    status = 'cancelled', finished_at = clock_timestamp(), last_seq = d.last_seq + 1, lease_token = null,
    lease_until = null, enqueue_at = null
  from held
  where d.id = (held.was).id and d.status in ('queued', 'processing')
  returning d as doc
)
select case when doc is null then 'ended' else 'cancelled' end as outcome,
  case when doc is null then null else tell(doc, 'cancelled', (doc).stage, '{}') end as event,
  document_json(case when doc is null then was else doc end)::text as document
from held left join changed on true
