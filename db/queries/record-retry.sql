-- A call to the model failed and is tried again after a wait.
-- documentId, token, index ('' when combining), level ('' when summarising), reason, try, retryInSeconds
with changed as (
  update document d set last_seq = d.last_seq + 1
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
  returning d as doc
)
select tell(doc, 'call-retrying', (doc).stage, jsonb_build_object('index', nullif(:#${variable.index}, '')::int,
  'level', nullif(:#${variable.level}, '')::int, 'reason', :#${variable.retry.reason}::text, 'try', :#${variable.try}::int,
  'retryInSeconds', :#${variable.retry.seconds}::int)) as event
from changed
