-- A message came out of the dead-letter queue: its document, if this attempt is still going on, has failed.
-- documentId, attempt, failure (JSON: code, title, detail, retryable)
with changed as (
  update document d set
    status = 'failed', finished_at = clock_timestamp(), last_seq = d.last_seq + 1, lease_token = null, lease_until = null,
    enqueue_at = null, error = :#${variable.failure}::jsonb || jsonb_build_object('stage', d.stage)
  where d.id = as_id(:#${variable.documentId}) and d.attempt = :#${variable.attempt}::int
    and (d.status = 'queued' or (d.status = 'processing' and coalesce(d.lease_until, '-infinity') < clock_timestamp()))
  returning d as doc
)
select tell(doc, 'failed', (doc).stage, (doc).error) as event from changed
