-- The text is there: on to splitting it. A stage that was passed before a restart is not told of again (event is null).
-- documentId, token, pages (none when the format has none), found (characters, title)
with held as (
  select d as was from document d
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid for update
), changed as (
  update document d set
    stage = 'split', percent = greatest(d.percent, percent_at('split')), last_seq = d.last_seq + 2,
    pages = :#${variable.pages}::int, title = :#${variable.found.title}, stage_started_at = clock_timestamp()
  from held
  where d.id = (held.was).id and d.stage = 'extract'
  returning d as doc, took_ms(held.was) as took
), told as (
  select tell_next_stage(doc, 'extract', took, jsonb_build_object('pages', (doc).pages,
    'characters', :#${variable.found.characters}::bigint)) as event from changed
)
select event from held left join told on true
