-- Where the uploaded bytes are and what they are called.
-- id
select object_key as key, name, media_type as type, bytes, stored_at is not null as stored
from document where id = as_id(:#${variable.id})
