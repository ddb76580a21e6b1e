-- Takes back documents whose bytes never arrived, an hour after they were announced (the process died in between).
with gone as (
  delete from document where stored_at is null and created_at < clock_timestamp() - interval '1 hour'
  returning id, object_key
), orphan as (
  insert into orphan_object (object_key) select object_key from gone on conflict do nothing
)
select json_build_object('type', 'deleted', 'documentId', id)::text as event from gone
