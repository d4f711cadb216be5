-- Texts and results lie in tables of their own for each day, so that what is kept too long goes by
-- dropping a table. The id of a batch tells its day: ids count the time in their first 48 bits.

create function least_batch_id(moment timestamptz) returns uuid
  language sql immutable strict parallel safe
  return (
    lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20)
  )::uuid;

comment on function least_batch_id is
  'No batch of that moment or a later one has a smaller id, and none of an earlier one a greater';

-- Earlier ids were random. They get their time, and keep what they have of chance.
create temporary table new_id on commit drop as
select
  id as old,
  (
    left(replace(least_batch_id(created_at)::text, '-', ''), 12)
      || '7'
      || substr(replace(id::text, '-', ''), 14)
  )::uuid as id
from batch;

alter table chunk
  drop constraint chunk_batch_id_fkey,
  disable trigger chunk_touched;

alter table item rename to undated_item;
alter table undated_item rename constraint item_pkey to undated_item_pkey;
alter index item_twins rename to undated_item_twins;
alter table item_result rename to undated_result;
alter table undated_result
  rename constraint item_result_pkey to undated_result_pkey;
alter table undated_result drop constraint item_result_batch_id_index_fkey;
alter table undated_item drop constraint item_batch_id_fkey;

update batch b set id = n.id from new_id n where n.old = b.id;
update chunk c set batch_id = n.id from new_id n where n.old = c.batch_id;

alter table chunk
  add foreign key (batch_id) references batch on delete cascade,
  enable trigger chunk_touched;

-- No foreign key leads from here to batch: a deleted batch leaves its rows behind, for the day they
-- are dropped with. They come into being with their batch in one transaction, and readers go
-- through batch.
create table item (
  batch_id  uuid    not null,
  index     integer not null,
  text      text    not null,
  same_as   integer,
  custom_id text,
  input     json,

  primary key (batch_id, index),
  constraint item_index_from_0 check (index >= 0),
  constraint item_same_as_earlier check (same_as < index),
  constraint item_input_object check (json_typeof(input) = 'object')
) partition by range (batch_id);

comment on table item is 'One text of a batch, as it was submitted; never changed afterwards';
comment on column item.index is 'Place in the submitted batch, from 0';
comment on column item.same_as is
  'Index of the first item with the same text, whose result this one shares; null for a first one';
comment on column item.custom_id is 'The client''s own name for the item; need not be unique';
comment on column item.input is 'Whatever else the client sent with the text, handed back as it came';

-- Finding the twins of a chunk that ends; most batches have none, and then there is no index.
create index item_twins on item (batch_id, same_as) where same_as is not null;

create table item_result (
  batch_id       uuid    not null,
  index          integer not null,
  state          text    not null,
  mask_positions integer[],
  tokens         text[],
  scores         real[],
  error_code     text,
  error_message  text,
  filling_tokens text[],
  filling_texts  text[],
  filling_scores real[],

  primary key (batch_id, index),
  constraint item_result_state check (state in ('SUCCEEDED', 'FAILED', 'CANCELLED')),
  constraint item_result_predictions_when_succeeded check (
    (state = 'SUCCEEDED')
      = (mask_positions is not null and tokens is not null and scores is not null)
  ),
  constraint item_result_error_when_failed check (
    (state = 'FAILED') = (error_code is not null and error_message is not null)
  ),
  constraint item_result_ranks_complete check (
    cardinality(tokens) = cardinality(scores)
      and cardinality(tokens) % greatest(cardinality(mask_positions), 1) = 0
  ),
  constraint item_result_fillings_complete check (
    (filling_texts is null) = (filling_tokens is null)
      and (filling_texts is null) = (filling_scores is null)
      and cardinality(filling_texts) = cardinality(filling_scores)
      and cardinality(filling_tokens) % greatest(cardinality(filling_texts), 1) = 0
  )
) partition by range (batch_id);

comment on table item_result is
  'The one final answer to an item; an item without a row here is still pending';
comment on column item_result.mask_positions is
  'Where each mask starts in the text, in characters from 0';
comment on column item_result.tokens is
  'Candidates of the first mask best first, then those of the second, and so on: an equal number for each mask';
comment on column item_result.scores is 'Probability of each token, in the same order';
comment on column item_result.error_code is 'Why the text has no answer, for programs';
comment on column item_result.filling_texts is
  'The text with all its masks filled together, best first; null unless it has several';
comment on column item_result.filling_tokens is
  'The tokens of the first filling in the order of the text, then those of the second, and so on';
comment on column item_result.filling_scores is 'Joint probability of each filling';

create function add_day(day date) returns void language plpgsql as $$
declare
  suffix text := to_char(day, 'YYYYMMDD');
  parent text;
begin
  if to_regclass('item_result_' || suffix) is not null then
    return;
  end if;
  -- Whoever makes the same day at this moment is waited for.
  perform pg_advisory_xact_lock(hashtext('add_day'));
  if to_regclass('item_result_' || suffix) is not null then
    return;
  end if;
  foreach parent in array array['item', 'item_result'] loop
    -- In two steps: "create table … partition of" would wait for all readers and writers.
    execute format(
      'create table %I (like %I including defaults including constraints)',
      parent || '_' || suffix, parent
    );
    execute format(
      'alter table %I attach partition %I for values from (%L) to (%L)',
      parent, parent || '_' || suffix,
      least_batch_id(day::timestamp at time zone 'UTC'),
      least_batch_id((day + 1)::timestamp at time zone 'UTC')
    );
  end loop;
end
$$;

comment on function add_day is
  'Makes the tables for batches of a day, in UTC, unless they are there';

create function new_batch_id() returns uuid language plpgsql as $$
declare
  now   timestamptz := clock_timestamp();
  stamp text := replace(least_batch_id(now)::text, '-', '');
  -- Version 4, of which only the random part is taken, and the two bits that say "by RFC 9562".
  drawn text := replace(gen_random_uuid()::text, '-', '');
begin
  perform add_day((now at time zone 'UTC')::date);
  return (left(stamp, 12) || '7' || substr(drawn, 14))::uuid;
end
$$;

comment on function new_batch_id is
  'A UUID of version 7 (RFC 9562), by the clock of the database, which all servers share, and a place for the batch''s texts';

create view forgotten_table as
select
  c.relname::text as name,
  parent.relname::text as parent,
  coalesce(i.inhdetachpending, false) as detaching
from pg_class c
cross join lateral to_date(right(c.relname, 8), 'YYYYMMDD') as day
left join pg_inherits i on i.inhrelid = c.oid
left join pg_class parent on parent.oid = i.inhparent
where c.relkind = 'r'
  and c.relnamespace = current_schema::regnamespace
  and c.relname ~ '^item(_result)?_[0-9]{8}$'
  -- A day longer than it lasts: somebody may still be at work on a batch of its last minute.
  and day < (now() at time zone 'UTC')::date - 1
  and not exists (
    select from batch
    where id >= least_batch_id(day::timestamp at time zone 'UTC')
      and id < least_batch_id((day + 1)::timestamp at time zone 'UTC')
  );

comment on view forgotten_table is 'Tables of days that are over and have no batch left';
comment on column forgotten_table.parent is 'Null if it was detached already';
comment on column forgotten_table.detaching is 'Whether somebody began to detach it, and did not end';

do $$
declare
  day date;
begin
  for day in select distinct (created_at at time zone 'UTC')::date from batch loop
    perform add_day(day);
  end loop;
end
$$;

insert into item
select n.id, i.index, i.text, i.same_as, i.custom_id, i.input
from undated_item i
join new_id n on n.old = i.batch_id
order by 1, 2;

insert into item_result
select
  n.id, r.index, r.state, r.mask_positions, r.tokens, r.scores, r.error_code, r.error_message,
  r.filling_tokens, r.filling_texts, r.filling_scores
from undated_result r
join new_id n on n.old = r.batch_id
order by 1, 2;

create table discarded_batch (
  batch_id     uuid        primary key,
  discarded_at timestamptz not null default now()
);

comment on table discarded_batch is
  'Batches that were deleted, and whose texts and results may still take up room';
comment on column discarded_batch.discarded_at is 'By the clock of the database';

-- By a trigger, so that no way of deleting a batch can forget it.
create function discard_batch() returns trigger language plpgsql as $$
begin
  insert into discarded_batch (batch_id) values (old.id);
  return null;
end
$$;

create trigger batch_discarded after delete on batch
  for each row execute function discard_batch();

-- Where an answer lies, rather than the answer once more: a fifth of the room, and gone when its
-- batch is.
drop table cached_result;

create table known_answer (
  key      bigint  primary key,
  batch_id uuid    not null,
  index    integer not null
);

comment on table known_answer is
  'Which item has the answer to a text; it may have been deleted since';
comment on column known_answer.key is
  'answer_key() of the text and its batch. Two texts may share a key: who looks one up compares the texts';

create function answer_key(fingerprint text, text text) returns bigint
  language sql immutable strict parallel safe
  return hashtextextended(text, hashtextextended(fingerprint, 0));

-- The sweep deletes those of the oldest batches. Few batches to many answers: a small index.
create index known_answer_batch on known_answer (batch_id);

-- The views, over the new tables: the same columns with the same meanings.

create or replace view reporting.items as
select
  i.batch_id,
  i.index as item_index,
  i.custom_id,
  i.text,
  i.input,
  char_length(i.text) as characters,
  coalesce(r.state, 'PENDING') as state,
  cardinality(r.mask_positions) as masks,
  i.same_as as same_as_index,
  r.error_code,
  r.error_message
from item i
-- Here and below: rows of deleted batches are not shown.
join batch b on b.id = i.batch_id
left join item_result r on r.batch_id = i.batch_id and r.index = i.index;

create or replace view reporting.predictions as
select
  r.batch_id,
  r.index as item_index,
  m.mask::integer as mask,
  m.position,
  c.rank::integer as rank,
  c.token,
  c.score
from item_result r
join batch b on b.id = r.batch_id
cross join lateral unnest(r.mask_positions) with ordinality as m (position, mask)
-- The table keeps the candidates of all masks in one array, an equal number for each.
cross join lateral (
  select cardinality(r.tokens) / cardinality(r.mask_positions) as number
) each_mask
cross join lateral unnest(
  r.tokens[(m.mask - 1) * each_mask.number + 1 : m.mask * each_mask.number],
  r.scores[(m.mask - 1) * each_mask.number + 1 : m.mask * each_mask.number]
) with ordinality as c (token, score, rank);

create or replace view reporting.fillings as
select
  r.batch_id,
  r.index as item_index,
  f.rank::integer as rank,
  f.filled_text,
  r.filling_tokens[
    (f.rank - 1) * each_filling.number + 1 : f.rank * each_filling.number
  ] as tokens,
  f.score
from item_result r
join batch b on b.id = r.batch_id
cross join lateral unnest(r.filling_texts, r.filling_scores)
  with ordinality as f (filled_text, score, rank)
cross join lateral (
  select cardinality(r.filling_tokens) / cardinality(r.filling_texts) as number
) each_filling;

create or replace view reporting.errors as
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

create or replace view reporting.hourly_throughput as
with chunks as (
  select
    date_trunc('hour', c.touched_at, 'UTC') as hour,
    b.owner,
    b.model,
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
    b.model,
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
  hour,
  owner,
  model,
  chunks,
  coalesce(succeeded, 0) as succeeded,
  coalesce(failed, 0) as failed
from chunks
left join texts using (hour, owner, model);

create or replace view reporting.cache_efficiency as
select
  b.id as batch_id,
  b.model,
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

drop table undated_result, undated_item;
