-- Of all watched documents those that have more events than their watchers were told, those that have ended, and those
-- that are gone (last_seq is null).
-- watched (JSON: each id with the number up to which its watchers are told)
select w.key as id, d.last_seq, d.status in ('completed', 'failed', 'cancelled') as terminal
from json_each_text(:#${variable.watched}::json) w
left join document d on d.id = as_id(w.key)
where d.id is null or d.last_seq > w.value::int or d.status in ('completed', 'failed', 'cancelled')
