-- Idempotency keys count for 24 hours; older ones go, at most a thousand at once.
delete from idempotency_key where key in (
  select key from idempotency_key where created_at < clock_timestamp() - interval '24 hours' limit 1000)
