-- A database that has seen much: a batch of 1,000,000 texts, one of 100, and their results. A
-- hundredth failed.

select add_day('2026-11-22');

-- Every reference below is right by construction. Looking each of the two million up takes as long
-- as all the rest.
set session_replication_role = replica;

insert into batch (
  id, owner, task, options, state, total, succeeded, failed,
  created_at, started_at, finished_at
)
select
  id, 'anna', 'fill-mask', '{"model": "bert-base-chinese", "topK": 5}', 'COMPLETED_WITH_ERRORS',
  total, total - total / 100, total / 100,
  '2026-11-22 08:00:00Z', '2026-11-22 08:00:01Z', '2026-11-22 10:00:00Z'
from (
  values
    ('01a20244-e800-7000-8000-000000000001'::uuid, 1000000),
    ('01a20244-e800-7000-8000-000000000002'::uuid, 100)
) batches (id, total);

insert into item (batch_id, index, text)
select id, index, index || '：床前明月光，疑是地[MASK]霜。'
from batch cross join generate_series(0, total - 1) as index;

insert into item_result (batch_id, index, state, answer, error_code, error_message)
select
  id,
  index,
  case when failed then 'FAILED' else 'SUCCEEDED' end,
  case
    when not failed then
      format(
        '{"masks":[{"position":%s,"length":6,"tokens":["上","如","下","月","有"],"scores":[0.9612,0.0121,0.0043,0.0022,0.0013]}]}',
        length(index::text) + 10
      )::json
  end,
  case when failed then 'TOO_LONG' end,
  case when failed then 'The text has 20000 tokens, and 16384 are the limit.' end
from (
  select id, index, index % 100 = 99 as failed
  from batch cross join generate_series(0, total - 1) as index
) answered;

insert into chunk (batch_id, number, first_index, last_index, state, attempt)
select id, number, number * 100, number * 100 + 99, 'DONE', 1
from batch cross join generate_series(0, total / 100 - 1) as number;

insert into chunk_attempt (batch_id, chunk, attempt, node, worker, started_at, ended_at, outcome)
select batch_id, number, attempt, 'one', 1, touched_at, touched_at, 'SUCCEEDED'
from chunk;

reset session_replication_role;
