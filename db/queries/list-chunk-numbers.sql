-- The chunks of a document, in order; their texts are read one by one.
-- documentId, token
select c.index, d.chunks_total as total
from document d join chunk c on c.document_id = d.id
where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid
order by c.index
