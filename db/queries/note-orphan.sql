-- Bytes that were stored for a document which was deleted meanwhile: they are removed like those of any other.
-- objectKey
insert into orphan_object (object_key) values (:#${variable.objectKey}) on conflict do nothing
