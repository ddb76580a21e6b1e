-- A message for this attempt is on the queue: the outbox has nothing left to do for it, unless the document came back
-- from a worker since it was picked.
-- id, attempt and due of the body, a row of pick-unsent
update document set enqueue_at = null, sent_at = clock_timestamp(), sends = sends + 1
where id = :#id::uuid and attempt = :#attempt and enqueue_at = :#due::timestamptz
