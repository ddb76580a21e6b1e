-- The worker ends: what it could not finish is free for another one at once. The claims count, for it may be a document
-- that made it end.
-- tokens (comma-separated)
update document set lease_token = null, lease_until = null
where status = 'processing' and lease_token = any (string_to_array(:#${variable.tokens}, ',')::uuid[])
