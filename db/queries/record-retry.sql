-- A call to the model failed and is tried again after a wait.
-- documentId, token, index (none when combining), level (none when summarising), calling (reason, tries, retryInSeconds, outage)
with changed as (
  update document d set last_seq = d.last_seq + 1
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  returning d as doc
)
select tell(doc, 'call-retrying', (doc).stage, jsonb_build_object('index', :#${variable.index}::int,
  'level', :#${variable.level}::int, 'reason', :#${variable.calling.reason}::text, 'try', :#${variable.calling.tries}::int,
  'retryInSeconds', :#${variable.calling.retryInSeconds}::int, 'outage', :#${variable.calling.outage}::boolean)) as event
from changed
