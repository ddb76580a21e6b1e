-- The saved summary of a group of the combine tree, if the same texts went into it; null when there is none yet.
-- No row: the document is no longer this worker's.
-- documentId, token, level, group (index, fingerprint)
select g.summary
from document d left join group_summary g
  on g.document_id = d.id and g.level = :#${variable.level}::int and g.index = :#${variable.group.index}::int
  and g.fingerprint = :#${variable.group.fingerprint}
where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
