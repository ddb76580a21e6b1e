-- Keeps what the model has answered, and counts what it cost the document and, when it is about one, the chunk. It is paid
-- for, whoever has the lease by now: only when the document is deleted nothing of it stays. Money is counted in the currency
-- it was first counted in.
-- documentId, key, index (none when combining), calling (answer, usage: calls, inputTokens, outputTokens, cost, currency;
-- no cost when the model has no price)
with asking as (
  select id,
    case when coalesce(currency, :#${variable.calling.usage.currency}::text) = :#${variable.calling.usage.currency}::text then
      :#${variable.calling.usage.cost}::numeric end as cost
  from document where id = :#${variable.documentId}::uuid for update
), kept as (
  insert into answer as a (key, document_id, text, input_tokens, output_tokens)
  select :#${variable.key}, id, :#${variable.calling.answer}, :#${variable.calling.usage.inputTokens}::int, :#${variable.calling.usage.outputTokens}::int
  from asking
  on conflict (key) do update
    set text = excluded.text, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens
    where a.text is null
), charged as (
  update chunk c set calls = c.calls + :#${variable.calling.usage.calls}::int,
    input_tokens = c.input_tokens + :#${variable.calling.usage.inputTokens}::int,
    output_tokens = c.output_tokens + :#${variable.calling.usage.outputTokens}::int,
    cost = case when asking.cost is null then c.cost else coalesce(c.cost, 0) + asking.cost end
  from asking where c.document_id = asking.id and c.index = :#${variable.index}::int
)
update document d set calls = d.calls + :#${variable.calling.usage.calls}::int,
  input_tokens = d.input_tokens + :#${variable.calling.usage.inputTokens}::int,
  output_tokens = d.output_tokens + :#${variable.calling.usage.outputTokens}::int,
  cost = case when asking.cost is null then d.cost else coalesce(d.cost, 0) + asking.cost end,
  currency = case when asking.cost is null then d.currency else :#${variable.calling.usage.currency}::text end
from asking where d.id = asking.id
