-- All chunks are saved: from here on a restart goes on with them.
-- documentId, token
with held as (
  select d as was from document d
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid for update
), changed as (
  update document d set
    stage = 'summarize', percent = greatest(d.percent, percent_at('summarize')), last_seq = d.last_seq + 2,
    claims = 0, away_since = null, sends = 0,
    chunks_total = (select count(*) from chunk c where c.document_id = d.id), chunks_done = 0,
    stage_started_at = clock_timestamp(), stage_done_before = 0
  from held
  where d.id = (held.was).id and d.stage = 'split'
  returning d as doc, took_ms(held.was) as took
), told as (
  select tell_next_stage(doc, 'split', took, jsonb_build_object('chunksTotal', (doc).chunks_total)) as event from changed
)
select event, (select count(*) from chunk c where c.document_id = (held.was).id) as chunks
from held left join told on true
