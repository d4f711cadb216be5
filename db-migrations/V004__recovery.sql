-- What finds a text that takes the worker with it, and a chunk whose message is lost.

alter table chunk
  drop constraint chunk_state,
  add constraint chunk_state check (state in ('READY', 'QUEUED', 'DONE', 'FAILED', 'SPLIT')),
  add touched_at timestamptz not null default now();

comment on column chunk.state is
  'READY: waits for a place in the queue; QUEUED: its message was sent; DONE, FAILED, SPLIT: final; the items of a SPLIT one went to two others';
comment on column chunk.touched_at is
  'Last change, by the clock of the database, which all servers share';

-- By a trigger, so that no statement can forget it.
create function touch_chunk() returns trigger language plpgsql as $$
begin
  new.touched_at := now();
  return new;
end
$$;

create trigger chunk_touched before update on chunk
  for each row execute function touch_chunk();

-- The sweep looks for the longest untouched ones; few are ever QUEUED.
create index chunk_untouched on chunk (touched_at) where state = 'QUEUED';
