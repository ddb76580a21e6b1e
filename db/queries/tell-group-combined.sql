-- A group of the combine tree has its summary: tells how far its level is. One that was told of in this attempt, before a
-- restart, is not told of again (event is null).
-- documentId, token, level, group (index), siblings (groups of its level)
with held as (
  select d as was from document d
  where d.id = :#${variable.documentId}::uuid and d.lease_token = :#${variable.token}::uuid for update
), told as (
  select distinct (e.data ->> 'index')::int as index
  from event e join held on e.document_id = (held.was).id
  where e.attempt = (held.was).attempt and e.type = 'group-combined' and (e.data ->> 'level')::int = :#${variable.level}::int
), changed as (
  update document d set
    claims = 0, away_since = null, sends = 0, last_seq = d.last_seq + 1,
    percent = greatest(d.percent, percent_at('combine', 1 - 1.0 / (1 + :#${variable.level}::int)))
  from held
  where d.id = (held.was).id and :#${variable.group.index}::int not in (select index from told)
  returning d as doc
), news as (
  select tell(doc, 'group-combined', 'combine', jsonb_build_object('level', :#${variable.level}::int,
    'index', :#${variable.group.index}::int, 'nodesDone', groups_told(doc, :#${variable.level}::int) + 1,
    'nodesTotal', :#${variable.siblings}::int, 'percent', (doc).percent)) as event
  from changed
)
select event from held left join news on true
