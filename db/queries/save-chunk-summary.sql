-- Saves a chunk's summary the moment it exists. Holds the document's row for this one short statement.
-- documentId, token, index, summary, usage (inputTokens, outputTokens)
with held as (
  select id from document
  where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid for update
), saved as (
  update chunk c set
    summary = :#${variable.summary}, summarized_at = clock_timestamp(),
    input_tokens = :#${variable.usage.inputTokens}::int, output_tokens = :#${variable.usage.outputTokens}::int
  from held
  where c.document_id = held.id and c.index = :#${variable.index}::int and c.summary is null
  returning c.document_id, c.index, c.summary, c.input_tokens, c.output_tokens
), changed as (
  update document d set
    chunks_done = d.chunks_done + 1, claims = 0, last_seq = d.last_seq + 1, calls = d.calls + 1,
    input_tokens = d.input_tokens + saved.input_tokens, output_tokens = d.output_tokens + saved.output_tokens,
    percent = greatest(d.percent, percent_at('summarize', (d.chunks_done + 1)::numeric / d.chunks_total))
  from saved
  where d.id = saved.document_id
  returning d as doc, saved.index, saved.summary
)
select tell(doc, 'chunk-summarized', 'summarize', jsonb_build_object('index', index, 'summary', summary,
  'chunksDone', (doc).chunks_done, 'chunksTotal', (doc).chunks_total, 'percent', (doc).percent,
  'etaSeconds', eta_seconds(doc))) as event
from changed
