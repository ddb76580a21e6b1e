-- What the model cost in money, where its price is known, and what each chunk has used.
alter table document add column cost numeric, add column currency text;

alter table chunk add column calls int not null default 0, add column cost numeric;

-- An answer that another document has paid for has cost a chunk nothing.
update chunk c set calls = 1 from answer a where a.key = c.answer_key and a.document_id = c.document_id;
update chunk set input_tokens = 0, output_tokens = 0 where calls = 0 and (input_tokens > 0 or output_tokens > 0);
