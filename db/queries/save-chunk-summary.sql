-- Saves a chunk's summary the moment it exists. Holds the document's row for this one short statement. An answer to what
-- would no longer be asked (another prompt, another model) is replaced.
-- documentId, token, index, key, summary
with held as (
  select id from document
  where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid for update
), saved as (
  update chunk c set
    summary = :#${variable.summary}, answer_key = :#${variable.key}, summarized_at = clock_timestamp()
  from held cross join chunk was
  where c.document_id = held.id and c.index = :#${variable.index}::int
    and was.document_id = c.document_id and was.index = c.index
  returning c.document_id, c.index, c.summary, (was.summary is null)::int as new
), changed as (
  update document d set
    chunks_done = d.chunks_done + saved.new, claims = 0, away_since = null, sends = 0, last_seq = d.last_seq + 1,
    percent = greatest(d.percent, percent_at('summarize', (d.chunks_done + saved.new)::numeric / d.chunks_total))
  from saved
  where d.id = saved.document_id
  returning d as doc, saved.index, saved.summary
)
select tell(doc, 'chunk-summarized', 'summarize', jsonb_build_object('index', index, 'summary', summary,
  'chunksDone', (doc).chunks_done, 'chunksTotal', (doc).chunks_total, 'percent', (doc).percent,
  'etaSeconds', eta_seconds(doc))) as event
from changed
