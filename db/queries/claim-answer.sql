-- Whether a question has an answer (saved), is to be asked now, by this worker (ask), or is just being asked by another
-- one that is alive (wait). No row: the document is no longer this worker's.
-- documentId, token, key
with held as (
  select id from document where id = :#${variable.documentId}::uuid and lease_token = :#${variable.token}::uuid
), claimed as (
  insert into answer as a (key, document_id, asked_by)
  select :#${variable.key}, held.id, :#${variable.token}::uuid from held
  on conflict (key) do update set document_id = excluded.document_id, asked_by = excluded.asked_by
    where a.text is null and (a.asked_by = excluded.asked_by or not exists (
      select from document d where d.id = a.document_id and d.lease_token = a.asked_by and d.status = 'processing'
        and d.lease_until > clock_timestamp()))
  returning key
)
select case when exists (select from claimed) then 'ask' when a.text is not null then 'saved' else 'wait' end as outcome, a.text
from held left join answer a on a.key = :#${variable.key}
