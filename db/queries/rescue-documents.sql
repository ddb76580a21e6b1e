-- Documents that nobody works on and that no message seems to exist for (it expired, or the queue was emptied): the outbox
-- sends them again, at most a hundred at once. A long queue looks the same from here, so each time it waits twice as long.
-- from the settings: seconds without any sign before a document counts as stuck
update document set enqueue_at = clock_timestamp()
where id in (
  select id from document
  where status in ('queued', 'processing') and stored_at is not null and enqueue_at is null
    and coalesce(greatest(sent_at, lease_until), stored_at) < clock_timestamp()
      - make_interval(secs => :#${properties:pipeline.stuck-after}::int * 2 ^ least(greatest(sends - 1, 0), 10))
  order by created_at limit 100
  for update skip locked)
returning id::text as id, status
