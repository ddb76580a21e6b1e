-- What holds up the work just now: the model's outage, when a worker has told of one a moment ago, or null.
select json_build_object('model', json_build_object('outage', (
  select json_build_object('since', iso(since), 'reason', reason)
  from model_outage where seen_at > clock_timestamp() - interval '15 seconds')))::text as json
