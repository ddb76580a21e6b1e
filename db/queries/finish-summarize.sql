-- Every chunk has its summary: on to combining them.
-- documentId, token
with held as (
  select d as was from document d
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid for update
), changed as (
  update document d set
    stage = 'combine', percent = greatest(d.percent, percent_at('combine')), last_seq = d.last_seq + 2,
    stage_started_at = clock_timestamp()
  from held
  where d.id = (held.was).id and d.stage = 'summarize' and d.chunks_done = d.chunks_total
  returning d as doc, took_ms(held.was) as took
), told as (
  select tell_next_stage(doc, 'summarize', took, '{}') as event from changed
)
select event from held left join told on true
