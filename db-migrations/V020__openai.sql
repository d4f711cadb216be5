-- Files and batches in the words of OpenAI's API, over the batches that there are.

create table openai_batch (
  id             uuid        primary key,
  owner          text        not null,
  state          text        not null,
  input_file_id  uuid        not null,
  metadata       text,
  keep_seconds   bigint      check (keep_seconds > 0),
  errors         text,
  output_file_id uuid,
  error_file_id  uuid,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  started_at     timestamptz,
  cancelling_at  timestamptz,
  finalizing_at  timestamptz,
  expired_at     timestamptz,
  ended_at       timestamptz,

  constraint openai_batch_state check (
    state in (
      'VALIDATING', 'FAILED', 'IN_PROGRESS', 'FINALIZING', 'COMPLETED', 'EXPIRED', 'CANCELLING',
      'CANCELLED'
    )
  ),
  constraint openai_batch_failed_with_errors check ((state = 'FAILED') = (errors is not null)),
  constraint openai_batch_started_unless_refused check (
    case state
      when 'VALIDATING' then started_at is null
      when 'FAILED' then started_at is null
      -- One can be cancelled before it was looked at.
      when 'CANCELLED' then true
      else started_at is not null
    end
  ),
  constraint openai_batch_ended_when_final check (
    (state in ('FAILED', 'COMPLETED', 'EXPIRED', 'CANCELLED')) = (ended_at is not null)
  ),
  constraint openai_batch_cancelling_before_cancelled check (
    state not in ('CANCELLING', 'CANCELLED') or cancelling_at is not null
  ),
  constraint openai_batch_expired_in_time check (state <> 'EXPIRED' or expired_at is not null)
);

comment on table openai_batch is 'A batch that came in by /v1/batches';
comment on column openai_batch.input_file_id is 'The file it was made from, which may be gone since';
comment on column openai_batch.metadata is 'What the client wants to read again, as JSON';
comment on column openai_batch.keep_seconds is
  'How long its answers are kept after the end; null for as long as those of any batch';
comment on column openai_batch.errors is 'Why it was not begun: code, line, message and param of each mistake, as a JSON array';
comment on column openai_batch.expires_at is 'When it is stopped if it is not done by then';
comment on column openai_batch.started_at is 'When its file was found good and its work handed on';
comment on column openai_batch.expired_at is 'When it was stopped because it was not done in time';

-- Listed newest first, and of one user mostly.
create index openai_batch_owner on openai_batch (owner, created_at desc, id desc);
-- The few that something is still to be done about.
create index openai_batch_open on openai_batch (created_at)
  where state in ('VALIDATING', 'IN_PROGRESS', 'FINALIZING', 'CANCELLING');

create table openai_batch_part (
  batch_id        uuid    primary key references batch on delete cascade,
  openai_batch_id uuid    not null references openai_batch on delete cascade,
  number          integer not null check (number >= 0),

  unique (openai_batch_id, number)
);

comment on table openai_batch_part is
  'The batches that do the work of an openai_batch: one for each set of options in its file';

-- Deleted or too old, they take their owner along: nothing is left that it could tell of.
create function delete_openai_batch() returns trigger language plpgsql as $$
begin
  delete from openai_batch o
  where o.id = old.openai_batch_id
    and not exists (select 1 from openai_batch_part p where p.openai_batch_id = o.id);
  return null;
end
$$;

create trigger openai_batch_gone after delete on openai_batch_part
  for each row execute function delete_openai_batch();

create table openai_file (
  id              uuid        primary key,
  owner           text        not null,
  name            text        not null,
  kind            text        not null check (kind in ('INPUT', 'OUTPUT', 'ERRORS')),
  bytes           bigint      not null check (bytes >= 0),
  openai_batch_id uuid        references openai_batch on delete cascade,
  created_at      timestamptz not null,
  expires_at      timestamptz,

  constraint openai_file_of_a_batch_unless_uploaded check (
    (kind = 'INPUT') = (openai_batch_id is null)
  ),
  -- What people upload must not stay for ever.
  constraint openai_file_uploaded_expires check (kind <> 'INPUT' or expires_at is not null)
);

comment on table openai_file is
  'Files that were uploaded to /v1/files, and those that answers are read as: these have no content of their own';
comment on column openai_file.openai_batch_id is 'Whose answers it holds; null if it was uploaded';

create index openai_file_owner on openai_file (owner, created_at desc, id desc);
create index openai_file_batch on openai_file (openai_batch_id);
create index openai_file_expired on openai_file (expires_at) where expires_at is not null;

-- In parts, so that neither a server nor the database ever holds a whole file in memory.
create table openai_file_part (
  file_id uuid    not null references openai_file on delete cascade,
  number  integer not null check (number >= 0),
  content bytea   not null check (length(content) > 0),

  primary key (file_id, number)
);

comment on table openai_file_part is 'What was uploaded, cut where it happened to come';
