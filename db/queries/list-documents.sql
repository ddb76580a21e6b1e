-- A page of documents by the time they were sent; each order is read from the index.
-- status ('' = any), q ('' = any name), sort (newest, oldest), limit,
-- cursor ('' = from the top; microseconds_id of the last one seen)
with page as (
  (select d as doc, row_number() over (order by d.created_at desc, d.id desc) as place
  from document d
  where :#${variable.sort} = 'newest'
    and (:#${variable.status} = '' or d.status = :#${variable.status})
    and (:#${variable.q} = '' or strpos(lower(d.name), lower(:#${variable.q})) > 0)
    and (:#${variable.cursor} = '' or (d.created_at, d.id) < (
      timestamptz 'epoch' + nullif(split_part(:#${variable.cursor}, '_', 1), '')::bigint * interval '1 microsecond',
      as_id(split_part(:#${variable.cursor}, '_', 2))))
  order by d.created_at desc, d.id desc
  limit :#${variable.limit}::int + 1)
  union all
  (select d as doc, row_number() over (order by d.created_at, d.id) as place
  from document d
  where :#${variable.sort} = 'oldest'
    and (:#${variable.status} = '' or d.status = :#${variable.status})
    and (:#${variable.q} = '' or strpos(lower(d.name), lower(:#${variable.q})) > 0)
    and (:#${variable.cursor} = '' or (d.created_at, d.id) > (
      timestamptz 'epoch' + nullif(split_part(:#${variable.cursor}, '_', 1), '')::bigint * interval '1 microsecond',
      as_id(split_part(:#${variable.cursor}, '_', 2))))
  order by d.created_at, d.id
  limit :#${variable.limit}::int + 1)
)
select json_build_object(
  'items', coalesce(json_agg(document_json(doc) order by place) filter (where place <= :#${variable.limit}::int), '[]'),
  'nextCursor', case when count(*) > :#${variable.limit}::int then
    max((extract(epoch from (doc).created_at) * 1000000)::bigint || '_' || (doc).id)
      filter (where place = :#${variable.limit}::int) end)::text as page
from page
