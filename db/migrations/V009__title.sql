-- What the properties of the file call the document. Null for documents that were read before it was looked for.
alter table document add column title text;
