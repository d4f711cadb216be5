-- Whoever waits for the tables of a day does so with a connection that others need: they come again.

create or replace function add_day(day date) returns void language plpgsql as $$
declare
  suffix text := to_char(day, 'YYYYMMDD');
  parent text;
begin
  if to_regclass('item_result_' || suffix) is not null then
    return;
  end if;
  if not pg_try_advisory_xact_lock(hashtext('add_day')) then
    raise exception 'The tables of % are just being made', day using errcode = 'lock_not_available';
  end if;
  -- A query reads the catalogue anew: they may have been made between the look and the lock.
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
