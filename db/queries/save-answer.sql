-- Keeps what the model has answered, and counts what it cost. It is paid for, whoever has the lease by now: only when the
-- document is deleted nothing of it stays.
-- documentId, key, calling (answer, usage: calls, inputTokens, outputTokens)
with asking as (
  select id from document where id = :#${variable.documentId}::uuid for update
), kept as (
  insert into answer as a (key, document_id, text, input_tokens, output_tokens)
  select :#${variable.key}, id, :#${variable.calling.answer}, :#${variable.calling.usage.inputTokens}::int, :#${variable.calling.usage.outputTokens}::int
  from asking
  on conflict (key) do update
    set text = excluded.text, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens
    where a.text is null
)
update document d set calls = d.calls + :#${variable.calling.usage.calls}::int,
  input_tokens = d.input_tokens + :#${variable.calling.usage.inputTokens}::int,
  output_tokens = d.output_tokens + :#${variable.calling.usage.outputTokens}::int
from asking where d.id = asking.id
