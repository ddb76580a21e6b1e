-- The summary in its parts: title, paragraphs and key points, each with the chunks it rests on. Null for documents that were
-- summarised before there was one.
alter table document add column summary_structure jsonb;
