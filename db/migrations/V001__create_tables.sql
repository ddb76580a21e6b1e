-- Documents, their chunks, what happened to them (events), and what has to be sent or removed outside the database.

create table document (
  id uuid primary key,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  object_key text not null,
  length text not null,
  language text not null,
  focus text,

  status text not null default 'queued'
    check (status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
  stage text not null default 'store'
    check (stage in ('store', 'queue', 'extract', 'split', 'summarize', 'combine')),
  attempt int not null default 1,
  percent int not null default 0 check (percent between 0 and 100),
  last_seq int not null default 0,

  pages int,
  chunks_total int,
  chunks_done int not null default 0,
  warnings jsonb not null default '[]',
  model_provider text,
  model_name text,
  calls int not null default 0,
  input_tokens bigint not null default 0,
  output_tokens bigint not null default 0,
  summary text,
  error jsonb,

  created_at timestamptz not null default clock_timestamp(),
  stored_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  -- When the current stage began and what was already done then: time taken and time left come from these two.
  stage_started_at timestamptz not null default clock_timestamp(),
  stage_done_before int not null default 0,

  -- Outbox: from when on a message for this document is due to be put on the queue; null: nothing to send.
  enqueue_at timestamptz,
  -- Lease: every write of a worker carries the token; claims counts the claims since the last checkpoint.
  lease_token uuid,
  lease_until timestamptz,
  claims int not null default 0
);

create index document_newest on document (created_at desc, id desc);
create index document_outbox on document (enqueue_at) where enqueue_at is not null;
create index document_unfinished on document (status) where status in ('queued', 'processing');

create table chunk (
  document_id uuid not null references document on delete cascade,
  index int not null,
  first_page int,
  last_page int,
  section text,
  start_offset bigint not null,
  end_offset bigint not null,
  tokens int not null,
  text text not null,
  summary text,
  summarized_at timestamptz,
  input_tokens int not null default 0,
  output_tokens int not null default 0,
  primary key (document_id, index)
);

-- Summaries of summaries: the inner nodes of the combine tree. The fingerprint names what went in.
create table group_summary (
  document_id uuid not null references document on delete cascade,
  level int not null,
  index int not null,
  fingerprint text not null,
  summary text not null,
  primary key (document_id, level, index)
);

create table event (
  document_id uuid not null references document on delete cascade,
  seq int not null,
  attempt int not null,
  at timestamptz not null default clock_timestamp(),
  type text not null,
  stage text not null,
  data jsonb not null default '{}',
  primary key (document_id, seq)
);

create table idempotency_key (
  key text primary key,
  fingerprint text not null,
  document_id uuid not null references document on delete cascade,
  created_at timestamptz not null default clock_timestamp()
);

create index idempotency_key_document on idempotency_key (document_id);

-- Objects in S3 that no document owns any more, until they are really gone.
create table orphan_object (
  object_key text primary key,
  created_at timestamptz not null default clock_timestamp()
);
