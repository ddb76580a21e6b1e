-- The attempt ends with an error that a person can read. The stage the document is in becomes the error's stage.
-- documentId, token, failure (JSON: code, title, detail, retryable)
with changed as (
  update document d set
    status = 'failed', finished_at = clock_timestamp(), last_seq = d.last_seq + 1, lease_token = null, lease_until = null,
    error = :#${variable.failure}::jsonb || jsonb_build_object('stage', d.stage)
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  returning d as doc
)
select tell(doc, 'failed', (doc).stage, (doc).error) as event from changed
