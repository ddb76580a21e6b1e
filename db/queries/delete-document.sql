-- Removes a document with its chunks and events; its object in S3 is noted as an orphan until it is gone too.
-- id
with gone as (
  delete from document where id = as_id(:#${variable.id}) returning id, object_key
), orphan as (
  insert into orphan_object (object_key) select object_key from gone on conflict do nothing
)
select object_key as key, json_build_object('type', 'deleted', 'documentId', id)::text as event from gone
