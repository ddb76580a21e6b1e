-- Until when whoever stores the bytes of a document has it for its own; it renews that while it lives.
alter table document add column store_until timestamptz;

create index document_storing on document (store_until) where stored_at is null;

-- What ended long ago, and keys that have run out, are found without reading everything.
create index document_ended on document (finished_at) where finished_at is not null;
create index idempotency_key_oldest on idempotency_key (created_at);
