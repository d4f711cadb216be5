-- Who worked on what, when, and how it ended: a row for each attempt, written when it begins, so that
-- one that takes the whole JVM with it is seen, too. The chunk keeps the two numbers that decide what
-- becomes of it, attempt and excused: whoever works on it holds the lock of its row anyway.

create table chunk_attempt (
  batch_id   uuid        not null,
  chunk      integer     not null,
  attempt    integer     not null,
  node       text        not null,
  worker     integer     not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  outcome    text        not null default 'RUNNING',
  error      text,
  detail     text,

  primary key (batch_id, chunk, attempt),
  -- To the chunk and not to the batch: its row is locked by whoever begins an attempt, that of the
  -- batch would have to be.
  foreign key (batch_id, chunk) references chunk (batch_id, number) on delete cascade,
  constraint chunk_attempt_numbers_from_1 check (attempt > 0 and worker > 0),
  constraint chunk_attempt_outcome check (
    outcome in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CUT_SHORT', 'OVERTAKEN', 'LOST')
  ),
  constraint chunk_attempt_ended_unless_running check ((outcome = 'RUNNING') = (ended_at is null)),
  constraint chunk_attempt_error_when_it_had_one check (
    (error is not null) = (outcome in ('FAILED', 'CUT_SHORT'))
      and (detail is null or error is not null)
  ),
  constraint chunk_attempt_error_short check (length(error) <= 1000 and length(detail) <= 10000)
);

comment on table chunk_attempt is 'Each time that a worker began on a chunk';
comment on column chunk_attempt.attempt is 'From 1; the latest is chunk.attempt';
comment on column chunk_attempt.node is 'TIANKONG_NODE of the server';
comment on column chunk_attempt.worker is 'Number of the worker on that server, from 1';
comment on column chunk_attempt.started_at is
  'By the clock of the database, which all servers share; the same for ended_at';
comment on column chunk_attempt.outcome is
  'RUNNING; SUCCEEDED: its results are kept; FAILED; CUT_SHORT: the database or the broker was away, the attempt is excused; OVERTAKEN: its results came after those of another attempt or after a cancel, and are not kept; LOST: the worker was not heard of again, ended_at is when that was noticed';
comment on column chunk_attempt.error is 'What it ended with, one line';
comment on column chunk_attempt.detail is 'The stack trace, abbreviated';

-- The sweep looks for those whose worker is gone; few are ever RUNNING.
create index chunk_attempt_running on chunk_attempt (started_at) where outcome = 'RUNNING';

create view reporting.attempts as
select
  batch_id,
  chunk as chunk_number,
  attempt,
  node,
  worker,
  started_at,
  ended_at,
  round(extract(epoch from coalesce(ended_at, clock_timestamp()) - started_at), 3) as seconds,
  outcome,
  error,
  detail as stack_trace
from chunk_attempt;

comment on view reporting.attempts is
  'Each time that a worker began on a chunk, the neighbouring texts that a worker takes at a time: one row for each, see worker_activity for the texts';
comment on column reporting.attempts.batch_id is 'Its batch';
comment on column reporting.attempts.chunk_number is 'Number of the chunk within the batch, from 0';
comment on column reporting.attempts.attempt is 'Number of the attempt at this chunk, from 1';
comment on column reporting.attempts.node is 'The server, by its TIANKONG_NODE';
comment on column reporting.attempts.worker is 'Number of the worker on that server, from 1';
comment on column reporting.attempts.started_at is 'When it began, by the clock of the database';
comment on column reporting.attempts.ended_at is
  'When it ended, or for LOST, when that was noticed; null while it is RUNNING';
comment on column reporting.attempts.seconds is 'From its start to its end, or up to now';
comment on column reporting.attempts.outcome is
  'RUNNING; SUCCEEDED: its results are kept; FAILED; CUT_SHORT: by an outage of the database or the broker, for which no text fails; OVERTAKEN: its results came after those of another attempt or after a cancel, and are not kept; LOST: the worker was not heard of again';
comment on column reporting.attempts.error is 'What it ended with, if FAILED or CUT_SHORT';
comment on column reporting.attempts.stack_trace is 'Where in the program, abbreviated; null without an error';

-- The last error of a chunk is that of its attempts.
create or replace view reporting.worker_activity as
select
  batch_id,
  number as chunk_number,
  first_index as first_item_index,
  last_index as last_item_index,
  case
    when state = 'READY' then 'WAITING'
    when state = 'QUEUED' and attempt = 0 then 'SENT'
    when state = 'QUEUED' then 'BEGUN'
    else state
  end as activity,
  attempt as attempts,
  touched_at as last_change_at,
  (
    select a.error from chunk_attempt a
    where a.batch_id = c.batch_id and a.chunk = c.number and a.error is not null
    order by a.attempt desc
    limit 1
  ) as last_error
from chunk c;

comment on view reporting.worker_activity is
  'What workers do and did: one row for each chunk, the neighbouring texts that a worker takes at a time; see attempts for which worker, on which server, and how long it took';

-- What texts were told that failed with it stays with them, in item_result.
alter table chunk drop column last_error;

do $$
begin
  if to_regrole('tiankong_report') is not null then
    grant select on reporting.attempts to tiankong_report;
  end if;
end
$$;
