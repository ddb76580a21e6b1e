-- Something a reader should know of the result, though it does not stop the work.
-- documentId, token, warning (JSON: code, detail, pages)
with changed as (
  update document d set last_seq = d.last_seq + 1, warnings = d.warnings || :#${variable.warning}::jsonb
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
    and not d.warnings @> jsonb_build_array(:#${variable.warning}::jsonb)
  returning d as doc
)
select tell(doc, 'warning', (doc).stage, :#${variable.warning}::jsonb) as event from changed
