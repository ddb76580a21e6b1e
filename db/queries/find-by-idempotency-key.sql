-- The document an idempotency key stands for: whether the request is the same, and whether its bytes are stored yet.
-- idempotencyKey, fingerprint
select k.fingerprint = :#${variable.fingerprint} as same, d.stored_at is not null as stored, d.id::text as id,
  document_json(d)::text as document
from idempotency_key k join document d on d.id = k.document_id
where k.key = :#${variable.idempotencyKey}
