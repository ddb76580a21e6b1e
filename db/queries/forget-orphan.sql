-- The object is gone from S3.
-- key
delete from orphan_object where object_key = :#${variable.key}
