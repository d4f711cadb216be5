-- Functions and the triggers that call them. Flyway runs this file again whenever it has changed.

create or replace function least_batch_id(moment timestamptz) returns uuid
  language sql immutable strict parallel safe
  return (
    lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20)
  )::uuid;

comment on function least_batch_id is
  'No batch of that moment or a later one has a smaller id, and none of an earlier one a greater';

create or replace function add_day(day date) returns void language plpgsql as $$
declare
  suffix text := to_char(day, 'YYYYMMDD');
  parent text;
begin
  if to_regclass('item_result_' || suffix) is not null then
    return;
  end if;
  -- Whoever waited here would keep a connection that others need: they come again.
  if not pg_try_advisory_xact_lock(hashtext('add_day')) then
    raise exception 'The tables of % are just being made', day using errcode = 'lock_not_available';
  end if;
  -- They may have been made between the look and the lock. to_regclass() would repeat what it found;
  -- a query reads the catalogue anew.
  if exists (
    select from pg_class
    where relname = 'item_result_' || suffix and relnamespace = current_schema::regnamespace
  ) then
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

-- The application may sign in with a role that owns nothing. A first submit of a day still makes the
-- tables of the day: the function runs with the rights of its owner, and finds names only where its
-- owner put them.
do $$
begin
  execute format(
    'alter function add_day(date) security definer set search_path = %I, pg_temp', current_schema
  );
end
$$;

revoke execute on function add_day(date) from public;

create or replace function new_batch_id() returns uuid language plpgsql as $$
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

create or replace function answer_key(fingerprint text, text text) returns bigint
  language sql immutable strict parallel safe
  return hashtextextended(text, hashtextextended(fingerprint, 0));

-- Triggers, so that no statement can forget what they do.

create or replace function touch_chunk() returns trigger language plpgsql as $$
begin
  new.touched_at := now();
  return new;
end
$$;

-- To discard a chunk is to take note of it: what became of its texts became so when it was given up,
-- not now. Trying it again takes the mark away, and is a change like any other.
create or replace trigger chunk_touched before update on chunk
  for each row when (old.discarded or not new.discarded) execute function touch_chunk();

create or replace function discard_batch() returns trigger language plpgsql as $$
begin
  insert into discarded_batch (batch_id) values (old.id);
  return null;
end
$$;

create or replace trigger batch_discarded after delete on batch
  for each row execute function discard_batch();

create or replace function delete_openai_batch() returns trigger language plpgsql as $$
begin
  delete from openai_batch o
  where o.id = old.openai_batch_id
    and not exists (select 1 from openai_batch_part p where p.openai_batch_id = o.id);
  return null;
end
$$;

-- An openai_batch goes with the last batch that did its work: there is nothing left to tell of it.
create or replace trigger openai_batch_gone after delete on openai_batch_part
  for each row execute function delete_openai_batch();
