-- The bytes are in S3: the document waits for the queue, and the outbox is asked to send it. One that was cancelled
-- meanwhile has ended, and stays so (event is null).
-- documentId
with held as (
  select d as was from document d
  where d.id = :#${variable.documentId}::uuid and d.stored_at is null and d.status in ('queued', 'cancelled') for update
), changed as (
  update document d set
    stored_at = clock_timestamp(), stage = 'queue', percent = percent_at('queue'), enqueue_at = clock_timestamp(),
    last_seq = d.last_seq + 2, stage_started_at = clock_timestamp()
  from held
  where d.id = (held.was).id and d.stage = 'store' and d.status = 'queued'
  returning d as doc, took_ms(held.was) as took
), kept as (
  update document d set stored_at = clock_timestamp()
  from held
  where d.id = (held.was).id and d.status = 'cancelled'
), told as (
  select tell_next_stage(doc, 'store', took, jsonb_build_object('bytes', (doc).bytes)) as event from changed
)
select event from held left join told on true
