-- Views of the application, not of analysts. Flyway runs this file again whenever it has changed.
-- A versioned migration that changes what a view reads drops the view; this file then has to change
-- with it. The application's role gets its rights from afterMigrate__grants.sql.

drop view if exists dead_letter, broker_sign_in, forgotten_table;

-- A failure that the batch has not counted yet can neither be tried again nor discarded. Of cancelled
-- batches there are none: nobody waits for them.
create view dead_letter as
select
  c.batch_id,
  c.number,
  c.first_index,
  c.last_index,
  c.failed as items,
  c.attempt - c.excused as attempts,
  c.touched_at as at
from chunk c
join batch b on b.id = c.batch_id and b.state <> 'CANCELLED'
where c.state = 'FAILED' and not c.discarded and c.counted;

comment on view dead_letter is 'Chunks that were given up, and neither tried again nor discarded since';
comment on column dead_letter.items is 'Texts that failed with it, those that share its results included';
comment on column dead_letter.attempts is 'Attempts that came to nothing';
comment on column dead_letter.at is 'When it was given up';

-- Lets the message broker check API tokens itself: the server's configuration asks this view.
create view broker_sign_in as
select
  t.id::text as token_id,
  encode(t.digest, 'base64') as digest,
  -- The token's role, or the user's, whichever may do less.
  case
    when 'viewer' in (t.role, u.role) then 'viewer'
    when 'submitter' in (t.role, u.role) then 'submitter'
    else 'operator'
  end as role
from api_token t
join app_user u on u.name = t.user_name
where t.expires_at > now();

comment on view broker_sign_in is
  'API tokens that let somebody in now; a revoked one is no row of api_token, and who is deleted has none';

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
