-- The documents whose bytes this process is storing stay its own for another minute.
-- ids (comma-separated)
update document set store_until = clock_timestamp() + interval '1 minute'
where stored_at is null and id = any (string_to_array(:#${variable.ids}, ',')::uuid[])
