-- When and how often a message for the current attempt went to the queue: a document whose message got lost is found by it.
-- away_since: since when a worker gives the document back because a service is away; null after any progress.
alter table document
  add column sent_at timestamptz,
  add column sends int not null default 0,
  add column away_since timestamptz;
