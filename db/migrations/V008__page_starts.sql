-- Where in a chunk's text the sentences of each page begin: [{"at": offset in UTF-16 characters, "page": from 1}]. Null for
-- chunks that were saved before there was one.
alter table chunk add column page_starts jsonb;
