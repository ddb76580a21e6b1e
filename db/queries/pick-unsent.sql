-- The outbox: documents that are due for the queue. Each is put off by a while, so that a send that fails or a process
-- that dies is repeated then; several processes never pick the same one.
-- documentId: a single document; none for any
-- from the settings: seconds it is put off by
update document set enqueue_at = clock_timestamp() + make_interval(secs => :#${properties:pipeline.resend-after}::int)
where id in (
  select id from document
  where enqueue_at <= clock_timestamp() and (:#${variable.documentId}::text is null or id = as_id(:#${variable.documentId}))
  order by enqueue_at limit 100
  for update skip locked)
returning id::text as id, attempt, enqueue_at::text as due, json_build_object('documentId', id, 'attempt', attempt)::text as message
