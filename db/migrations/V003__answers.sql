-- What a model has answered, by what it was asked: no answer is paid for twice. It belongs to the document that paid, and
-- goes with it. Without a text somebody is just asking: asked_by is the lease of whoever does.
create table answer (
  key text primary key,
  document_id uuid not null references document on delete cascade,
  asked_by uuid,
  text text,
  input_tokens int not null default 0,
  output_tokens int not null default 0,
  created_at timestamptz not null default clock_timestamp()
);

create index answer_document on answer (document_id);

-- The question a chunk's summary is the answer to: another prompt or model makes it another question.
alter table chunk add column answer_key text;

-- Answers are kept for every node of the tree now.
drop table group_summary;
