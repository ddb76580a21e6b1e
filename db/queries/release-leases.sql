-- The worker ends: what it could not finish is free for another one at once, and the claims do not count.
-- tokens (comma-separated)
update document set lease_token = null, lease_until = null, claims = greatest(claims - 1, 0)
where status = 'processing' and lease_token = any (string_to_array(:#${variable.tokens}, ',')::uuid[])
