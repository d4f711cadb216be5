-- At each start, after the migrations: the role that the application signs in with may read and
-- change rows, and nothing else. Tables are asked first: a grant would collide with another server
-- that adds a day to one.

do $$
declare
  application constant name := '${application}';
  object text;
begin
  if application = current_user then
    return;
  end if;
  -- Two servers that start together would change the same rows of the catalogue.
  perform pg_advisory_xact_lock(hashtext('grants'));
  if not has_schema_privilege(application, current_schema, 'usage') then
    execute format('grant usage on schema %I to %I', current_schema, application);
  end if;
  for object in
    select c.oid::regclass::text
    from pg_class c
    where c.relnamespace = current_schema::regnamespace
      and c.relkind in ('r', 'p', 'v')
      -- Days are reached through their parents.
      and not c.relispartition
      and c.relname !~ '^item(_result)?_[0-9]{8}$'
      and c.relname <> 'flyway_schema_history'
      and not (
        has_table_privilege(application, c.oid, 'select')
          and has_table_privilege(application, c.oid, 'insert')
          and has_table_privilege(application, c.oid, 'update')
          and has_table_privilege(application, c.oid, 'delete')
      )
  loop
    execute format('grant select, insert, update, delete on %s to %I', object, application);
  end loop;
  execute format('grant usage on all sequences in schema %I to %I', current_schema, application);
  if not has_function_privilege(application, 'add_day(date)', 'execute') then
    execute format('grant execute on function add_day(date) to %I', application);
  end if;
end
$$;
