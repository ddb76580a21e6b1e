-- How far extraction is. At most two a second; the caller keeps the pace.
-- documentId, token, page (how many have been read), pages (all of them)
with changed as (
  update document d set
    pages = :#${variable.pages}::int, last_seq = d.last_seq + 1,
    percent = greatest(d.percent,
      percent_at('extract', :#${variable.page}::numeric / nullif(:#${variable.pages}::int, 0)))
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid and d.stage = 'extract'
  returning d as doc
)
select tell(doc, 'progress', 'extract', jsonb_build_object('pagesDone', :#${variable.page}::int,
  'pagesTotal', :#${variable.pages}::int, 'percent', (doc).percent)) as event from changed
