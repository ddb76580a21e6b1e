-- The worker gives a document back through no fault of the document: the claim does not count, and the outbox sends it
-- again after a while. No row: the document is no longer this worker's.
-- documentId, token, wait (seconds)
update document set
  lease_token = null, lease_until = null, claims = greatest(claims - 1, 0),
  enqueue_at = clock_timestamp() + make_interval(secs => :#${variable.wait}::int)
where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid
returning id::text
