-- Saves the summary of a group of the combine tree and tells how far its level is.
-- documentId, token, level, group (index, fingerprint), siblings (groups of its level), summary, usage (inputTokens, outputTokens)
with held as (
  select id from document
  where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid for update
), saved as (
  insert into group_summary (document_id, level, index, fingerprint, summary)
  select id, :#${variable.level}::int, :#${variable.group.index}::int, :#${variable.group.fingerprint}, :#${variable.summary}
  from held
  on conflict (document_id, level, index) do update set fingerprint = excluded.fingerprint, summary = excluded.summary
  returning document_id
), changed as (
  update document d set
    claims = 0, last_seq = d.last_seq + 1, calls = d.calls + 1,
    input_tokens = d.input_tokens + :#${variable.usage.inputTokens}::int,
    output_tokens = d.output_tokens + :#${variable.usage.outputTokens}::int,
    percent = greatest(d.percent, percent_at('combine', 1 - 1.0 / (1 + :#${variable.level}::int)))
  from saved
  where d.id = saved.document_id
  returning d as doc
), nodes as (
  select count(*) + 1 as done from group_summary g
  where g.document_id = :#${variable.documentId}::uuid and g.level = :#${variable.level}::int
    and g.index <> :#${variable.group.index}::int
)
select tell(doc, 'group-combined', 'combine', jsonb_build_object('level', :#${variable.level}::int,
  'nodesDone', least(done, :#${variable.siblings}::int), 'nodesTotal', :#${variable.siblings}::int,
  'percent', (doc).percent)) as event
from changed cross join nodes
