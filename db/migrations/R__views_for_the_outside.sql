-- How rows look from outside (JSON of the HTTP and WebSocket contract), and the one way to tell of a change.
-- A repeatable migration: edit it freely, it is applied again when its text has changed.

-- Replaced in this order because a function body is checked when it is created.
create or replace function iso(at timestamptz) returns text language sql stable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- The id a caller named, or null when it is not an id at all.
create or replace function as_id(value text) returns uuid language sql immutable as $$
  select case
    when value ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then value::uuid
  end
$$;

create or replace function stage_rank(stage text) returns int language sql immutable as $$
  select array_position(array['store', 'queue', 'extract', 'split', 'summarize', 'combine'], stage)
$$;

-- How far a document is in percent: a stage's own share of the way (0 to 1) placed between its two marks.
create or replace function percent_at(stage text, share numeric default 0) returns int language sql immutable as $$
  select floor(mark.low + (mark.high - mark.low) * least(1, greatest(0, coalesce(share, 0))))::int
  from (values
    ('store', 0, 2), ('queue', 2, 3), ('extract', 3, 15), ('split', 15, 18), ('summarize', 18, 90), ('combine', 90, 99)
  ) as mark (stage, low, high)
  where mark.stage = percent_at.stage
$$;

-- Seconds until the chunks left are done at the pace of this run; null as long as no chunk has shown the pace.
create or replace function eta_seconds(d document) returns int language sql stable as $$
  select case
    when d.status = 'processing' and d.stage = 'summarize' and d.chunks_done > d.stage_done_before then
      ceil(extract(epoch from clock_timestamp() - d.stage_started_at)
        / (d.chunks_done - d.stage_done_before) * (d.chunks_total - d.chunks_done))::int
  end
$$;

create or replace function took_ms(d document) returns bigint language sql stable as $$
  select greatest(0, floor(extract(epoch from clock_timestamp() - d.stage_started_at) * 1000))::bigint
$$;

create or replace function chunk_json(c chunk) returns json language sql stable as $$
  select json_build_object('index', c.index, 'firstPage', c.first_page, 'lastPage', c.last_page, 'section', c.section,
    'tokens', c.tokens, 'status', case when c.summary is null then 'pending' else 'done' end, 'summary', c.summary)
$$;

create or replace function document_json(d document) returns json language sql stable as $$
  select json_build_object(
    'id', d.id, 'name', d.name, 'mediaType', d.media_type, 'bytes', d.bytes, 'sha256', d.sha256,
    'status', d.status, 'stage', d.stage, 'attempt', d.attempt,
    'progress', json_build_object('percent', d.percent, 'chunksDone', d.chunks_done, 'chunksTotal', d.chunks_total,
      'etaSeconds', eta_seconds(d)),
    'options', json_build_object('length', d.length, 'language', d.language, 'focus', d.focus),
    'pages', d.pages, 'warnings', d.warnings,
    'model', case when d.model_provider is not null then
      json_build_object('provider', d.model_provider, 'name', d.model_name) end,
    'usage', json_build_object('calls', d.calls, 'inputTokens', d.input_tokens, 'outputTokens', d.output_tokens),
    'summary', d.summary, 'error', d.error, 'lastSeq', d.last_seq,
    'createdAt', iso(d.created_at), 'startedAt', iso(d.started_at), 'finishedAt', iso(d.finished_at))
$$;

create or replace function document_with_chunks_json(d document) returns jsonb language sql stable as $$
  select document_json(d)::jsonb || jsonb_build_object('chunks',
    coalesce((select json_agg(chunk_json(c) order by c.index) from chunk c where c.document_id = d.id), '[]'))
$$;

create or replace function event_json(e event) returns text language sql stable as $$
  select json_build_object('documentId', e.document_id, 'seq', e.seq, 'attempt', e.attempt, 'at', iso(e.at),
    'type', e.type, 'stage', e.stage, 'data', e.data)::text
$$;

-- Writes the event of a change that has just raised last_seq, in the statement that made the change, and gives it as it
-- is sent to watchers. `before` counts back when one change tells of several events.
create or replace function tell(d document, type text, stage text, data jsonb, before int default 0)
returns text language sql volatile as $$
  insert into event as e (document_id, seq, attempt, type, stage, data)
  values (d.id, d.last_seq - before, d.attempt, tell.type, tell.stage, tell.data)
  returning event_json(e)
$$;

-- How many groups of a level an attempt has told of. Volatile, so that it sees what was committed while its statement
-- waited for the document's row.
create or replace function groups_told(d document, level int) returns bigint language sql volatile as $$
  select count(distinct e.data ->> 'index') from event e
  where e.document_id = d.id and e.attempt = d.attempt and e.type = 'group-combined'
    and (e.data ->> 'level')::int = groups_told.level
$$;

-- A stage ends and the next one, in which the document is now, begins: two events of one change.
create or replace function tell_next_stage(d document, finished text, took bigint, found jsonb)
returns setof text language sql volatile as $$
  select tell(d, 'stage-finished', finished,
    jsonb_build_object('percent', d.percent, 'tookMs', took) || found, 1)
  union all
  select tell(d, 'stage-started', d.stage, jsonb_build_object('percent', d.percent))
$$;
