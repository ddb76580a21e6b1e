-- Removes documents that ended longer ago than they are to be kept, with all that belongs to them, at most 25 at
-- once; their objects in S3 are noted as orphans until they are gone too.
-- from the settings: days a document is kept, 0 for ever
with gone as (
  delete from document where id in (
    select id from document
    where :#${properties:pipeline.retention-days}::int > 0
      and finished_at < clock_timestamp() - make_interval(days => :#${properties:pipeline.retention-days}::int)
      and status in ('completed', 'failed', 'cancelled')
    order by finished_at limit 25 for update skip locked)
  returning id, object_key
), orphan as (
  insert into orphan_object (object_key) select object_key from gone on conflict do nothing
)
select json_build_object('type', 'deleted', 'documentId', id)::text as event from gone
