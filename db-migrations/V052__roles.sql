-- The application may sign in with a role that owns nothing. A first submit of a day still makes the
-- tables of the day: this function runs with the rights of its owner, and finds names only where
-- its owner put them.

do $$
begin
  execute format(
    'alter function add_day(date) security definer set search_path = %I, pg_temp', current_schema
  );
end
$$;

revoke execute on function add_day(date) from public;
