-- The heartbeat: the documents this worker holds stay its own for another while.
-- tokens (comma-separated); from the settings: visibility timeout in seconds
update document set lease_until = clock_timestamp() + make_interval(secs => :#${properties:pipeline.visibility-timeout}::int)
where status = 'processing' and lease_token = any (string_to_array(:#${variable.tokens}, ',')::uuid[])
