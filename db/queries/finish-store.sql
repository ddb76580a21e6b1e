-- The bytes are in S3: the document waits for the queue, and the outbox is asked to send it.
-- documentId
with changed as (
  update document d set
    stored_at = clock_timestamp(), stage = 'queue', percent = percent_at('queue'), enqueue_at = clock_timestamp(),
    last_seq = d.last_seq + 2, stage_started_at = clock_timestamp()
  from document was
  where was.id = d.id and d.id = :#${variable.documentId}::uuid and d.stage = 'store' and d.status = 'queued'
  returning d as doc, took_ms(was) as took
)
select tell_next_stage(doc, 'store', took, jsonb_build_object('bytes', (doc).bytes)) as event from changed
