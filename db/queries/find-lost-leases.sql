-- The leases this worker believes to hold but has lost: the document was cancelled, deleted or taken over.
-- tokens (comma-separated)
select held.token from unnest(string_to_array(:#${variable.tokens}, ',')) as held (token)
where not exists (select from document d where d.status = 'processing' and d.lease_token = held.token::uuid)
