-- Objects that no document owns any more.
select object_key as key from orphan_object order by created_at limit 100
