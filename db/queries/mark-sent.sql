-- A message for this attempt is on the queue: the outbox has nothing left to do for it.
-- id and attempt of the body, a row of pick-unsent
update document set enqueue_at = null where id = :#id::uuid and attempt = :#attempt
