-- Writes the row of a new document and its first two events, before its bytes are stored anywhere. No row when the
-- idempotency key is taken.
-- documentId, objectKey, received (name, mediaType, bytes, sha256), options (length, language, focus),
-- idempotencyKey ('' = none), fingerprint
with reserved as (
  insert into idempotency_key as k (key, fingerprint, document_id)
  select :#${variable.idempotencyKey}, :#${variable.fingerprint}, :#${variable.documentId}::uuid
  where :#${variable.idempotencyKey} <> ''
  on conflict (key) do update
    set fingerprint = excluded.fingerprint, document_id = excluded.document_id, created_at = clock_timestamp()
    where k.created_at < clock_timestamp() - interval '24 hours'
  returning document_id
), registered as (
  insert into document as d (id, name, media_type, bytes, sha256, object_key, length, language, focus, last_seq,
    store_until)
  select :#${variable.documentId}::uuid, :#${variable.received.name}, :#${variable.received.mediaType}, :#${variable.received.bytes}::bigint,
    :#${variable.received.sha256}, :#${variable.objectKey}, :#${variable.options.length}, :#${variable.options.language},
    :#${variable.options.focus}, 2, clock_timestamp() + interval '1 minute'
  where :#${variable.idempotencyKey} = '' or exists (select from reserved)
  returning d as doc
)
select tell(doc, 'received', 'store', document_json(doc)::jsonb || '{"lastSeq": 1}', 1) as event from registered
union all
select tell(doc, 'stage-started', 'store', jsonb_build_object('percent', (doc).percent)) as event from registered
