-- The worker gives a document back through no fault of the document: the claim does not count, and the outbox sends it
-- again after a while. No row: the document is no longer this worker's, or a service was away for longer than documents
-- wait.
-- documentId, token, wait (seconds); from the settings: patience in seconds
update document set
  lease_token = null, lease_until = clock_timestamp(), claims = greatest(claims - 1, 0),
  away_since = coalesce(away_since, clock_timestamp()),
  enqueue_at = clock_timestamp() + make_interval(secs => :#${variable.wait}::int)
where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid
  and coalesce(away_since, clock_timestamp())
    >= clock_timestamp() - make_interval(secs => :#${properties:pipeline.service-patience}::int)
returning id::text
