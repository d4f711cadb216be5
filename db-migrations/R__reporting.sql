-- Views for analysts: a contract that the tables behind them do not have to keep. Flyway runs this
-- file again whenever it has changed. A versioned migration that changes what a view reads drops the
-- view, and this file then has to make the same columns of the new tables.

create schema if not exists reporting;

comment on schema reporting is
  'Batches, texts and answers for analysts; names and meanings stay when the application changes';

-- Without "cascade": a view that an administrator built on one of these must not vanish unseen.
do $$
declare
  view text;
begin
  for view in
    select oid::regclass::text from pg_class
    where relkind = 'v' and relnamespace = 'reporting'::regnamespace
  loop
    execute format('drop view %s', view);
  end loop;
end
$$;

-- Views of texts and results join batch, so that rows of deleted batches are not shown. Nothing is
-- said of how a batch came in (idempotency_key, body_digest), nor of passwords.

create view reporting.batches as
select
  id as batch_id,
  owner,
  name,
  tags,
  task,
  options ->> 'model' as model,
  (options ->> 'topK')::integer as top_k,
  case
    when options ? 'targets' then array(select jsonb_array_elements_text(options -> 'targets'))
  end as targets,
  upper(options ->> 'candidates') as candidates,
  (options ->> 'looseMasks')::boolean as loose_masks,
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
  retries,
  warned,
  options
from batch;

comment on view reporting.batches is
  'Texts that were submitted together: one row for each batch that was not deleted';
comment on column reporting.batches.batch_id is 'The id that the submission was answered with';
comment on column reporting.batches.owner is 'Name of the user who submitted it';
comment on column reporting.batches.name is 'What its owner calls it';
comment on column reporting.batches.tags is 'Words that its owner gave it to find it by';
comment on column reporting.batches.task is 'What is done with each text, such as fill-mask';
comment on column reporting.batches.model is
  'Name of the model that works on it; null for a task without models';
comment on column reporting.batches.top_k is 'Predictions asked for each mask, of fill-mask';
comment on column reporting.batches.targets is
  'The only words to choose from, of fill-mask; empty for the whole vocabulary';
comment on column reporting.batches.candidates is
  'ANY word, or HAN: Chinese characters only; of fill-mask';
comment on column reporting.batches.loose_masks is
  'Whether ____, （ ） and ＿ are masks, too, of fill-mask';
comment on column reporting.batches.priority is 'Batches of a higher one go first, 0 to 9';
comment on column reporting.batches.state is
  'SCHEDULED: waits for its time, see not_before; QUEUED: no worker has begun; RUNNING; PAUSED: nothing begins until somebody resumes it; final are COMPLETED: all succeeded, COMPLETED_WITH_ERRORS: some failed, FAILED: none succeeded, CANCELLED: ended by somebody before the last text had its result. Only a retry of failed texts opens a final batch again';
comment on column reporting.batches.total is
  'Texts in it: succeeded, failed, cancelled and pending together';
comment on column reporting.batches.succeeded is 'Texts with predictions';
comment on column reporting.batches.failed is
  'Texts with an error, those that were refused when they were submitted included';
comment on column reporting.batches.cancelled is
  'Texts that had no result yet when the batch was cancelled, and never get one';
comment on column reporting.batches.pending is
  'Texts that wait or are worked on; 0 as soon as the batch is final';
comment on column reporting.batches.cache_hits is
  'Those of the succeeded whose answer was known from earlier batches';
comment on column reporting.batches.created_at is 'When it was submitted';
comment on column reporting.batches.started_at is
  'When the first worker began; null for one that waits, or was paused or cancelled before that';
comment on column reporting.batches.finished_at is
  'When the last text had its result or the batch was cancelled; null until then';
comment on column reporting.batches.seconds_waiting is
  'From submission until the first worker began; if none has, until it was cancelled, or until now. The time until not_before counts';
comment on column reporting.batches.seconds_running is
  'From the first worker''s start to the end, or until now; null if none began. Pauses count, and so does the time before a retry: nothing keeps when those were';
comment on column reporting.batches.items_per_second is
  'Succeeded and failed texts per second of seconds_running; null where that is null or 0';
comment on column reporting.batches.not_before is
  'When the first worker may begin; null for at once';
comment on column reporting.batches.attempts is
  'Times that a worker began on a chunk, a group of neighbouring texts; of those chunks that are done with';
comment on column reporting.batches.retries is
  'Those of the attempts that were work done again, after an error, a crash or a lost connection';
comment on column reporting.batches.warned is
  'Texts in which something was perhaps meant otherwise than it is read, see items.warning_codes';

comment on column reporting.batches.options is
  'Everything that was asked of the task, as JSON, by the names of the API';

create view reporting.items as
select
  i.batch_id,
  i.index as item_index,
  i.custom_id,
  i.text,
  i.input,
  char_length(i.text) as characters,
  coalesce(r.state, case b.state when 'CANCELLED' then 'CANCELLED' else 'PENDING' end) as state,
  case b.task when 'fill-mask' then json_array_length(r.answer -> 'masks') end as masks,
  i.same_as as same_as_index,
  r.error_code,
  r.error_message,
  i.warning_codes
from item i
join batch b on b.id = i.batch_id
left join item_result r on r.batch_id = i.batch_id and r.index = i.index;

comment on view reporting.items is 'One row for each text of a batch, answered or not';
comment on column reporting.items.batch_id is 'Its batch';
comment on column reporting.items.item_index is 'Place in the submitted batch, from 0';
comment on column reporting.items.custom_id is 'The client''s own name for it; need not be unique';
comment on column reporting.items.text is 'As it was submitted';
comment on column reporting.items.input is
  'Whatever else was submitted with the text, such as the other columns of a table, as JSON';
comment on column reporting.items.characters is 'Length of the text';
comment on column reporting.items.state is
  'PENDING: waits, is worked on, or its batch is paused; SUCCEEDED: see predictions; FAILED: see error_code; CANCELLED: had no result when its batch was cancelled';
comment on column reporting.items.masks is
  'Masks that were filled, of fill-mask; null unless SUCCEEDED';
comment on column reporting.items.same_as_index is
  'item_index of the first text of the batch that is equal; the two were worked on once. Null for a first one';
comment on column reporting.items.error_code is 'Why it failed, a word for programs';
comment on column reporting.items.error_message is 'Why it failed and what can be done, for people';
comment on column reporting.items.warning_codes is
  'What in the text was perhaps meant otherwise than it is read, a word for programs each: MISSPELLED_MASK, LOOSE_BLANK; null for nothing';

create view reporting.answers as
select r.batch_id, r.index as item_index, b.task, r.answer
from item_result r
join batch b on b.id = r.batch_id
where r.state = 'SUCCEEDED';

comment on view reporting.answers is
  'One row for each text that succeeded, whatever was done with it; predictions and fillings have those of fill-mask in columns';
comment on column reporting.answers.batch_id is 'Its batch';
comment on column reporting.answers.item_index is 'Its text, see items';
comment on column reporting.answers.task is 'What was done with it';
comment on column reporting.answers.answer is 'JSON, whose members depend on the task';

create view reporting.predictions as
select
  r.batch_id,
  r.index as item_index,
  m.mask::integer as mask,
  (m.content ->> 'position')::integer as position,
  c.rank::integer as rank,
  c.token,
  c.score::real as score
from item_result r
join batch b on b.id = r.batch_id
-- Not by a condition, which might come too late: another task's masks need not be an array.
cross join lateral json_array_elements(
  case b.task when 'fill-mask' then r.answer -> 'masks' end
) with ordinality as m (content, mask)
cross join lateral rows from (
  json_array_elements_text(m.content -> 'tokens'),
  json_array_elements_text(m.content -> 'scores')
) with ordinality as c (token, score, rank);

comment on view reporting.predictions is
  'One row for each candidate of each mask of a text that succeeded; the best one has rank 1';
comment on column reporting.predictions.batch_id is 'Its batch';
comment on column reporting.predictions.item_index is 'Its text, see items';
comment on column reporting.predictions.mask is 'Which mask of the text, from 1';
comment on column reporting.predictions.position is
  'Where the mask starts in the text, in characters from 0';
comment on column reporting.predictions.rank is
  'Place among the candidates of the mask, 1 is the best';
comment on column reporting.predictions.token is 'The word or character that would fill the mask';
comment on column reporting.predictions.score is 'Its probability, from 0 to 1';

create view reporting.fillings as
select
  r.batch_id,
  r.index as item_index,
  f.rank::integer as rank,
  f.content ->> 'text' as filled_text,
  array(select json_array_elements_text(f.content -> 'tokens')) as tokens,
  (f.content ->> 'score')::real as score
from item_result r
join batch b on b.id = r.batch_id
cross join lateral json_array_elements(
  case b.task when 'fill-mask' then r.answer -> 'fillings' end
) with ordinality as f (content, rank);

comment on view reporting.fillings is
  'All masks of a text filled together: one row for each way to do so, for texts with several masks only';
comment on column reporting.fillings.batch_id is 'Its batch';
comment on column reporting.fillings.item_index is 'Its text, see items';
comment on column reporting.fillings.rank is 'Place among the fillings of the text, 1 is the best';
comment on column reporting.fillings.filled_text is 'The text with all its masks filled';
comment on column reporting.fillings.tokens is 'What was filled in, in the order of the text';
comment on column reporting.fillings.score is 'Probability of the filling as a whole, from 0 to 1';

create view reporting.errors as
select
  r.batch_id,
  r.error_code,
  count(*) as items,
  min(r.index) as first_item_index,
  min(r.error_message) as example_message
from item_result r
join batch b on b.id = r.batch_id
where r.state = 'FAILED'
group by r.batch_id, r.error_code;

comment on view reporting.errors is
  'Texts that failed: one row for each batch and reason. A text that is tried again is not counted while it waits';
comment on column reporting.errors.batch_id is 'The batch';
comment on column reporting.errors.error_code is 'Why they failed, a word for programs';
comment on column reporting.errors.items is 'How many did for this reason';
comment on column reporting.errors.first_item_index is 'The first of them, see items';
comment on column reporting.errors.example_message is 'What one of them was told';

create view reporting.hourly_throughput as
with chunks as (
  select
    date_trunc('hour', c.touched_at, 'UTC') as hour,
    b.owner,
    b.options ->> 'model' as model,
    count(*) as chunks
  from chunk c
  join batch b on b.id = c.batch_id
  where c.state in ('DONE', 'FAILED')
  group by 1, 2, 3
), texts as (
  -- Results have no time of their own, but that of the chunk that they came with. From the texts to
  -- their chunks, not the other way round: each is looked up once, whatever the planner believes.
  select
    date_trunc('hour', c.touched_at, 'UTC') as hour,
    b.owner,
    b.options ->> 'model' as model,
    count(*) filter (where r.state = 'SUCCEEDED') as succeeded,
    count(*) filter (where r.state = 'FAILED') as failed
  from item_result r
  join item i on i.batch_id = r.batch_id and i.index = r.index
  join batch b on b.id = r.batch_id
  cross join lateral (
    select touched_at, last_index from chunk
    where batch_id = r.batch_id and first_index <= coalesce(i.same_as, i.index)
      and state in ('DONE', 'FAILED')
    order by first_index desc
    limit 1
  ) c
  where coalesce(i.same_as, i.index) <= c.last_index
  group by 1, 2, 3
)
select
  chunks.hour,
  chunks.owner,
  chunks.model,
  chunks.chunks,
  coalesce(texts.succeeded, 0) as succeeded,
  coalesce(texts.failed, 0) as failed
from chunks
left join texts
  on texts.hour = chunks.hour
  and texts.owner = chunks.owner
  and texts.model is not distinct from chunks.model;

comment on view reporting.hourly_throughput is
  'What the workers have got done: one row for each hour, owner and model with at least one finished chunk, the neighbouring texts that a worker takes at a time. Texts count in the hour in which their chunk was finished or given up; texts of chunks that were not are missing. Those of a deleted batch are gone';
comment on column reporting.hourly_throughput.hour is 'Start of the hour, full hours of UTC';
comment on column reporting.hourly_throughput.owner is 'Whose texts';
comment on column reporting.hourly_throughput.model is 'The model that worked on them';
comment on column reporting.hourly_throughput.chunks is 'Chunks that were finished or given up';
comment on column reporting.hourly_throughput.succeeded is
  'Texts that got predictions, those from the cache and those equal to another text included';
comment on column reporting.hourly_throughput.failed is
  'Texts that got an error. Those refused when they were submitted have no chunk; they are counted here only if they stood between texts of one';

create view reporting.worker_activity as
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
comment on column reporting.worker_activity.batch_id is 'Its batch';
comment on column reporting.worker_activity.chunk_number is 'Number within the batch, from 0';
comment on column reporting.worker_activity.first_item_index is 'The first text, see items';
comment on column reporting.worker_activity.last_item_index is
  'The last text. Some in between may not belong to the chunk: refused ones, and those equal to an earlier text';
comment on column reporting.worker_activity.activity is
  'WAITING: for its turn, or its batch is paused; SENT: in the queue, no worker began yet; BEGUN: a worker is at it, or an attempt failed and the next is due; final are DONE: all texts have results; FAILED: given up, the texts have errors; SPLIT: tried in vain, its texts went to two smaller chunks; CANCELLED: with its batch';
comment on column reporting.worker_activity.attempts is
  'Times that a worker began. More than 1 is work done again, after an error, a crash or a lost connection';
comment on column reporting.worker_activity.last_change_at is
  'When it came into this state, or was last begun, or looked after because nothing was heard of it; by the clock of the database';
comment on column reporting.worker_activity.last_error is
  'What the last failed attempt ended with; it may have succeeded since';

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
comment on column reporting.attempts.stack_trace is
  'Where in the program, abbreviated; null without an error';

create view reporting.cache_efficiency as
select
  b.id as batch_id,
  b.options ->> 'model' as model,
  b.succeeded,
  b.cache_hits as from_earlier_batches,
  twins.succeeded as from_same_batch,
  b.succeeded - b.cache_hits - twins.succeeded as computed,
  round((b.cache_hits + twins.succeeded)::numeric / nullif(b.succeeded, 0), 4) as saved_share
from batch b
cross join lateral (
  select count(*) as succeeded
  from item i
  join item_result r on r.batch_id = i.batch_id and r.index = i.index
  where i.batch_id = b.id and i.same_as is not null and r.state = 'SUCCEEDED'
) twins;

comment on view reporting.cache_efficiency is
  'Work that was saved: one row for each batch. Only succeeded texts count, whatever state the batch is in';
comment on column reporting.cache_efficiency.batch_id is 'The batch';
comment on column reporting.cache_efficiency.model is 'Its model';
comment on column reporting.cache_efficiency.succeeded is 'Texts with predictions';
comment on column reporting.cache_efficiency.from_earlier_batches is
  'Those whose answer was known from an earlier batch with the same options and weights';
comment on column reporting.cache_efficiency.from_same_batch is
  'Those equal to an earlier text of the same batch, which share its predictions';
comment on column reporting.cache_efficiency.computed is 'Those that the model worked on';
comment on column reporting.cache_efficiency.saved_share is
  'Part of the succeeded that cost no work, from 0 to 1; null if none succeeded';

-- The views run with the rights of their owner: who has this role sees them, and nothing behind
-- them. A role belongs to the whole cluster and to create one takes CREATEROLE, which the
-- application has no other use for. Without it the views are there all the same.
do $$
begin
  begin
    create role tiankong_report nologin;
  exception
    -- Made by somebody before, or for another database of the cluster at this moment.
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then null;
  end;
  if to_regrole('tiankong_report') is null then
    raise warning 'There is no role tiankong_report, and % may not create it: nobody else can read the reports until an administrator runs the script for it, see src/docs/reporting.md', current_user;
  else
    grant usage on schema reporting to tiankong_report;
    grant select on all tables in schema reporting to tiankong_report;
  end if;
end
$$;
