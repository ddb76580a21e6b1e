-- When and how often a message for the current attempt went to the queue: a document whose message got lost is found by it.
alter table document
  add column sent_at timestamptz,
  add column sends int not null default 0;
