-- A worker says that the model is away. Since when is what the first of them saw.
-- since (ISO-8601), reason
insert into model_outage as o (since, reason, seen_at)
values (:#${variable.outage.since}::text::timestamptz, :#${variable.outage.reason}, clock_timestamp())
on conflict (one) do update set
  since = case when o.seen_at < clock_timestamp() - interval '15 seconds' then excluded.since
    else least(o.since, excluded.since) end,
  reason = excluded.reason, seen_at = excluded.seen_at
