-- The worker ends: what it could not finish is free for another one at once. The claim counts only while the original is
-- read, for then it may be the document that made the worker end; one that is being summarised may just wait for the model.
-- tokens (comma-separated)
update document set lease_token = null, lease_until = clock_timestamp(),
  claims = case when stage in ('summarize', 'combine') then greatest(claims - 1, 0) else claims end
where status = 'processing' and lease_token = any (string_to_array(:#${variable.tokens}, ',')::uuid[])
