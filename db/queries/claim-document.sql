-- A worker takes a document: gives it a lease with a fresh fencing token, counts the claim, and tells where work goes on.
-- One row per event, each with the outcome: claimed, poisoned (claimed, but too often without progress), suspect (not
-- claimed: it may be what stops workers, so it has to be worked on alone), overdue (the same, but no worker was empty for
-- minutes: this one has to see to it), busy (somebody else holds the lease), over (nothing to do any more); wait = seconds
-- until it is worth another try. The message of a suspect is noted as seen, so that rescue-documents sends no other one.
-- documentId, attempt, alone (whether the worker does nothing else); from the settings: visibility timeout in seconds,
-- most claims without progress; the model in use
with held as (
  select d as was,
    case
      when d.status = 'queued' and d.attempt > 1 and d.chunks_total is not null then
        case when d.chunks_done < d.chunks_total then 'summarize' else 'combine' end
      when d.status = 'queued' then 'extract'
      else d.stage
    end as goes_on,
    d.stored_at is not null and d.attempt = :#${variable.attempt}::int
      and (d.status = 'queued' or (d.status = 'processing' and coalesce(d.lease_until, '-infinity') < clock_timestamp()))
      as free,
    d.claims between greatest(1, :#${properties:pipeline.max-receives}::int / 2)
      and :#${properties:pipeline.max-receives}::int - 1 as suspect,
    coalesce(d.lease_until, d.stored_at) < clock_timestamp() - interval '2 minutes' as overdue
  from document d where d.id = as_id(:#${variable.documentId}) for update
), claimed as (
  update document d set
    status = 'processing', stage = held.goes_on,
    percent = greatest(d.percent, percent_at(held.goes_on,
      case when held.goes_on = 'summarize' then d.chunks_done::numeric / nullif(d.chunks_total, 0) end)),
    lease_token = gen_random_uuid(),
    lease_until = clock_timestamp() + make_interval(secs => :#${properties:pipeline.visibility-timeout}::int),
    claims = d.claims + 1,
    model_provider = :#${bean:modelInfo?method=provider}, model_name = :#${bean:modelInfo?method=name},
    started_at = coalesce(d.started_at, clock_timestamp()),
    stage_started_at = clock_timestamp(), stage_done_before = d.chunks_done,
    last_seq = d.last_seq + case d.status when 'queued' then 2 else 1 end
  from held
  where d.id = (held.was).id and held.free and (:#${variable.alone}::boolean or not held.suspect)
  returning d as doc, held.was as was
), seen as (
  update document d set sent_at = clock_timestamp()
  from held
  where d.id = (held.was).id and held.free and held.suspect and not :#${variable.alone}::boolean
), told as (
  select tell_next_stage(doc, 'queue', took_ms(was), '{}') as event from claimed where (was).status = 'queued'
  union all
  select tell(doc, 'resumed', (doc).stage, jsonb_build_object('chunksDone', (doc).chunks_done,
    'chunksTotal', (doc).chunks_total, 'percent', (doc).percent)) as event from claimed where (was).status <> 'queued'
)
select
  case when (doc).claims > :#${properties:pipeline.max-receives}::int then 'poisoned' else 'claimed' end as outcome, 0 as wait,
  (doc).id::text as id, (doc).lease_token::text as token, (doc).object_key as key, (doc).media_type as type,
  (doc).stage as stage, (doc).length, (doc).language, coalesce((doc).focus, '') as focus, event
from claimed cross join told
union all
select
  case
    when free and overdue then 'overdue'
    when free then 'suspect'
    when (was).status in ('queued', 'processing') and (was).attempt = :#${variable.attempt}::int then 'busy'
    else 'over'
  end,
  case when free then 15 else coalesce(ceil(extract(epoch from (was).lease_until - clock_timestamp()))::int, 1) end,
  (was).id::text,
  null, null, null, null, null, null, null, null
from (values (1)) as always left join held on true where not exists (select from claimed)
