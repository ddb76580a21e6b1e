-- Takes back documents whose bytes never arrived, once nobody is storing them any more (the process died in between), at
-- most a hundred at once. Their keys are free again.
with gone as (
  delete from document where id in (
    select id from document
    where stored_at is null and coalesce(store_until, created_at + interval '1 hour') < clock_timestamp()
    limit 100 for update skip locked)
  returning id, object_key
), orphan as (
  insert into orphan_object (object_key) select object_key from gone on conflict do nothing
)
select json_build_object('type', 'deleted', 'documentId', id)::text as event from gone
