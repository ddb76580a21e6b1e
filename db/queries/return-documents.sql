-- The worker gives documents back because a route was replaced around them: another one can go on with them at once. That
-- is no fault of theirs, so the claim does not count.
-- tokens (comma-separated)
update document set lease_token = null, lease_until = clock_timestamp(), claims = greatest(claims - 1, 0)
where status = 'processing' and lease_token = any (string_to_array(:#${variable.tokens}, ',')::uuid[])
