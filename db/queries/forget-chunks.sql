-- Splitting begins anew: chunks of a split that was not finished go.
-- documentId, token
with held as (
  select id from document
  where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid for update
), gone as (
  delete from chunk where document_id in (select id from held)
)
select id::text from held
