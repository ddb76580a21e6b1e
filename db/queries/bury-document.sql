-- A message came out of the dead-letter queue: its document, if this attempt is still going on, has failed. One that a
-- worker is just working on gets a new message for the time when its lease could be over.
-- documentId, attempt, failure (JSON: code, title, detail, retryable)
with held as (
  select id, status = 'processing' and coalesce(lease_until >= clock_timestamp(), false) as alive
  from document
  where id = as_id(:#${variable.documentId}) and attempt = :#${variable.attempt}::int
    and status in ('queued', 'processing')
  for update
), spared as (
  update document d set enqueue_at = d.lease_until from held where d.id = held.id and held.alive
), changed as (
  update document d set
    status = 'failed', finished_at = clock_timestamp(), last_seq = d.last_seq + 1, lease_token = null, lease_until = null,
    enqueue_at = null, error = :#${variable.failure}::jsonb || jsonb_build_object('stage', d.stage)
  from held
  where d.id = held.id and not held.alive
  returning d as doc
)
select tell(doc, 'failed', (doc).stage, (doc).error) as event from changed
