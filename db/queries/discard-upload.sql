-- Takes back a document whose bytes could not be stored, and has what may be half stored removed.
-- documentId
with gone as (
  delete from document where id = :#${variable.documentId}::uuid and stored_at is null returning id, object_key
), orphan as (
  insert into orphan_object (object_key) select object_key from gone on conflict do nothing
)
select json_build_object('type', 'deleted', 'documentId', id)::text as event from gone
