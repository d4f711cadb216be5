-- Batches that start no earlier than a given time, and how often work was done again.

alter table batch
  add not_before timestamptz,
  add attempts   bigint not null default 0,
  add retries    bigint not null default 0,
  drop constraint batch_state,
  drop constraint batch_started_when_it_ran,
  add constraint batch_state check (
    state in (
      'SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED',
      'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'
    )
  ),
  add constraint batch_started_when_it_ran check (
    case
      when state in ('SCHEDULED', 'QUEUED') then started_at is null
      when state in ('PAUSED', 'CANCELLED') then true
      else started_at is not null
    end
  ),
  add constraint batch_scheduled_for_a_time check (state <> 'SCHEDULED' or not_before is not null),
  add constraint batch_retries_within_attempts check (retries between 0 and attempts);

comment on column batch.not_before is
  'When the first worker may begin, by the clock of the database; null for at once';
comment on column batch.attempts is
  'Times that a worker began on a chunk, counted when the chunk is done with or split';
comment on column batch.retries is
  'Those of the attempts beyond the one that each chunk needs; all of one that was split';

-- What is true of the chunks that ended before there was a count.
update batch b
set attempts = ended.attempts, retries = ended.attempts - ended.needed
from (
  select batch_id, sum(attempt) as attempts, count(*) filter (where state <> 'SPLIT') as needed
  from chunk
  where state in ('DONE', 'FAILED', 'SPLIT') and attempt > 0
  group by batch_id
) ended
where b.id = ended.batch_id;

-- One that waits for its time is open, too.
drop index batch_open;
create index batch_open on batch (owner)
  where state in ('SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED');

-- Looked into every few seconds.
create index batch_scheduled on batch (not_before) where state = 'SCHEDULED';

create or replace view reporting.batches as
select
  id as batch_id,
  owner,
  name,
  tags,
  task,
  model,
  top_k,
  targets,
  candidates,
  loose_masks,
  priority,
  state,
  total,
  succeeded,
  failed,
  cancelled,
  total - succeeded - failed - cancelled as pending,
  cache_hits,
  created_at,
  started_at,
  finished_at,
  round(extract(epoch from coalesce(started_at, finished_at, now()) - created_at), 3)
    as seconds_waiting,
  round(extract(epoch from coalesce(finished_at, now()) - started_at), 3) as seconds_running,
  round(
    (succeeded + failed)
      / nullif(extract(epoch from coalesce(finished_at, now()) - started_at), 0),
    3
  ) as items_per_second,
  not_before,
  attempts,
  retries
from batch;

comment on column reporting.batches.state is
  'SCHEDULED: waits for its time, see not_before; QUEUED: no worker has begun; RUNNING; PAUSED: nothing begins until somebody resumes it; final are COMPLETED: all succeeded, COMPLETED_WITH_ERRORS: some failed, FAILED: none succeeded, CANCELLED: ended by somebody before the last text had its result. Only a retry of failed texts opens a final batch again';
comment on column reporting.batches.seconds_waiting is
  'From submission until the first worker began; if none has, until it was cancelled, or until now. The time until not_before counts';
comment on column reporting.batches.not_before is
  'When the first worker may begin; null for at once';
comment on column reporting.batches.attempts is
  'Times that a worker began on a chunk, a group of neighbouring texts; of those chunks that are done with';
comment on column reporting.batches.retries is
  'Those of the attempts that were work done again, after an error, a crash or a lost connection';
