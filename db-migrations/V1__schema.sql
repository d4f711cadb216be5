-- The tables, by subject. Functions, triggers and views are in the repeatable migrations, which
-- Flyway runs afterwards: R__functions.sql, R__reporting.sql and R__views.sql.

create table batch (
  id              uuid        primary key,
  owner           text        not null,
  name            text,
  -- Not text[]: PostgreSQL would not compare it with what JPA asks for.
  tags            varchar[]   not null default '{}',
  task            text        not null,
  options         jsonb       not null default '{}' check (jsonb_typeof(options) = 'object'),
  fingerprint     text        not null default '',
  -- The default is JMS's.
  priority        integer     not null default 4 check (priority between 0 and 9),
  not_before      timestamptz,
  idempotency_key text,
  body_digest     text,
  callback_url    text        check (length(callback_url) <= 2000),
  ttl_seconds     bigint      check (ttl_seconds > 0),
  state           text        not null,
  total           integer     not null check (total > 0),
  succeeded       integer     not null default 0 check (succeeded >= 0),
  failed          integer     not null default 0 check (failed >= 0),
  cancelled       integer     not null default 0 check (cancelled >= 0),
  twins           integer     not null default 0,
  warned          integer     not null default 0,
  cache_hits      integer     not null default 0,
  attempts        bigint      not null default 0,
  retries         bigint      not null default 0,
  created_at      timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  expires_at      timestamptz,

  constraint batch_digest_with_key check ((idempotency_key is null) = (body_digest is null)),
  constraint batch_state check (
    state in (
      'SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED',
      'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'
    )
  ),
  constraint batch_scheduled_for_a_time check (state <> 'SCHEDULED' or not_before is not null),
  -- One that is paused or cancelled may never have been started.
  constraint batch_started_when_it_ran check (
    case
      when state in ('SCHEDULED', 'QUEUED') then started_at is null
      when state in ('PAUSED', 'CANCELLED') then true
      else started_at is not null
    end
  ),
  constraint batch_finished_when_final check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'))
      = (finished_at is not null)
  ),
  -- A retry opens a batch again, and clears the time of its deletion.
  constraint batch_expires_after_its_end check (
    (expires_at is not null) = (finished_at is not null and ttl_seconds is not null)
      and (expires_at is null or expires_at > finished_at)
  ),
  constraint batch_counts_within_total check (succeeded + failed + cancelled <= total),
  -- A batch is final when every text has its result, and not a moment earlier or later.
  constraint batch_final_when_counted check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'))
      = (succeeded + failed + cancelled = total)
  ),
  constraint batch_final_state_matches_counts check (
    (cancelled > 0) = (state = 'CANCELLED')
      and case state
        when 'COMPLETED' then failed = 0
        when 'COMPLETED_WITH_ERRORS' then failed > 0 and succeeded > 0
        when 'FAILED' then succeeded = 0
        else true
      end
  ),
  constraint batch_twins_leave_a_first check (twins between 0 and total - 1),
  constraint batch_warned_within_total check (warned between 0 and total),
  constraint batch_cache_hits_within_succeeded check (cache_hits between 0 and succeeded),
  constraint batch_retries_within_attempts check (retries between 0 and attempts)
);

comment on table batch is 'Texts that were submitted together, with the task to do on each of them';
comment on column batch.owner is 'Name of the user who submitted it';
comment on column batch.name is 'What its owner calls it';
comment on column batch.tags is 'Words to find it by';
comment on column batch.task is 'The name of what is done with each text';
comment on column batch.options is
  'What was asked of the task, by the names of the API, with everything filled in that was left out; model is the installed model that works on it';
comment on column batch.fingerprint is
  'Digest of all that an answer depends on besides the text, and of whose it is: batches with the same one may have each other''s answers';
comment on column batch.priority is 'Batches of a higher one go first, 0 to 9';
comment on column batch.not_before is
  'When the first worker may begin, by the clock of the database; null for at once';
comment on column batch.idempotency_key is
  'The client''s own name for the submission, so that handing it in again makes no second batch';
comment on column batch.body_digest is 'SHA-256 of the body that came with the key, unpacked';
comment on column batch.callback_url is 'Where its end is told to; null if nobody wants to know';
comment on column batch.ttl_seconds is 'How long it is kept after its end; null for ever';
comment on column batch.cancelled is 'Items that had no result yet when the batch was cancelled';
comment on column batch.twins is 'Items that share the result of an earlier one with the same text';
comment on column batch.warned is 'Items with warnings';
comment on column batch.cache_hits is 'Succeeded items whose answer was known from earlier batches';
comment on column batch.attempts is
  'Times that a worker began on a chunk, counted when the chunk is done with or split';
comment on column batch.retries is
  'Those of the attempts beyond the one that each chunk needs; all of one that was split';
comment on column batch.expires_at is 'When it is deleted with its texts and results';

create unique index batch_idempotency_key on batch (owner, idempotency_key)
  where idempotency_key is not null;
-- Every chunk that ends looks for its owner's next one, and every submit for what is open.
create index batch_open on batch (owner)
  where state in ('SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED');
-- Read every few seconds.
create index batch_scheduled on batch (not_before) where state = 'SCHEDULED';
create index batch_expired on batch (expires_at) where expires_at is not null;
-- Lists are newest first; the id decides between batches of the same moment.
create index batch_newest on batch (created_at desc, id desc);
create index batch_newest_of_owner on batch (owner, created_at desc, id desc);
-- Lists in other orders, page by page. Each index is read in both directions. The batches of one
-- owner are few enough to be sorted.
create index batch_by_name on batch (lower(coalesce(name, '')), id);
create index batch_by_state on batch (cast(state as varchar), id);
create index batch_by_total on batch (total, id);
create index batch_tags on batch using gin (tags);

create table discarded_batch (
  batch_id     uuid        primary key,
  discarded_at timestamptz not null default now()
);

comment on table discarded_batch is
  'Batches that were deleted, and whose texts and results may still take up room';
comment on column discarded_batch.discarded_at is 'By the clock of the database';

-- Texts and results. Both tables are partitioned by day, so that a day that is over is deleted by
-- dropping its partitions. The id of a batch tells its day: its first 48 bits are the time.
-- No foreign key leads from here to batch, because it would forbid to drop a partition: the rows of
-- a deleted batch stay until then. Rows are inserted with their batch in one transaction, and
-- readers join batch. add_day() makes the partitions.

create table item (
  batch_id            uuid    not null,
  index               integer not null,
  text                text    not null,
  same_as             integer,
  custom_id           text,
  -- Not jsonb: what was sent is handed back as it was written, with its order and its numbers.
  input               json,
  warning_codes       text[],
  warning_positions   integer[],
  warning_lengths     integer[],
  warning_suggestions text[],

  primary key (batch_id, index),
  constraint item_index_from_0 check (index >= 0),
  constraint item_same_as_earlier check (same_as < index),
  constraint item_input_object check (json_typeof(input) = 'object'),
  constraint item_warnings_complete check (
    case
      when warning_codes is null
        then num_nonnulls(warning_positions, warning_lengths, warning_suggestions) = 0
      else
        cardinality(warning_codes) > 0
        and cardinality(warning_positions) is not distinct from cardinality(warning_codes)
        and cardinality(warning_lengths) is not distinct from cardinality(warning_codes)
        and cardinality(warning_suggestions) is not distinct from cardinality(warning_codes)
    end
  )
) partition by range (batch_id);

comment on table item is 'One text of a batch, as it was submitted; never changed afterwards';
comment on column item.index is 'Place in the submitted batch, from 0';
comment on column item.same_as is
  'Index of the first item with the same text, whose result this one shares; null for a first one';
comment on column item.custom_id is 'The client''s own name for the item; need not be unique';
comment on column item.input is 'Whatever else the client sent with the text, handed back as it came';
comment on column item.warning_codes is
  'What was perhaps meant otherwise, in the order of the text, words for programs; null for nothing';
comment on column item.warning_positions is 'Where each begins, in characters from 0';
comment on column item.warning_lengths is 'How many characters each has';
comment on column item.warning_suggestions is 'What may have been meant by each';

-- Finds the duplicates of a chunk that ends. Most batches have none, and then there is no entry.
create index item_twins on item (batch_id, same_as) where same_as is not null;
-- Texts with warnings are few, and looked for in batches of a million.
create index item_warned on item (batch_id, index) where warning_codes is not null;

-- A table of its own rather than columns of item: rows are only ever inserted, so the primary key
-- alone makes sure that no text is answered twice, and no row is written twice.
create table item_result (
  batch_id         uuid    not null,
  index            integer not null,
  state            text    not null,
  -- Not jsonb, which takes 80 bytes more for five candidates.
  answer           json,
  error_code       text,
  error_message    text,
  error_parameters jsonb,

  primary key (batch_id, index),
  constraint item_result_state check (state in ('SUCCEEDED', 'FAILED')),
  constraint item_result_answer_when_succeeded check ((state = 'SUCCEEDED') = (answer is not null)),
  constraint item_result_error_when_failed check (
    (state = 'FAILED') = (error_code is not null and error_message is not null)
  )
) partition by range (batch_id);

comment on table item_result is
  'The one final answer to an item; an item without a row here is still pending, unless its batch was cancelled';
comment on column item_result.answer is
  'A JSON document in the words of the batch''s task, see the package of that; null for an error';
comment on column item_result.error_code is 'Why the text has no answer, for programs';
comment on column item_result.error_parameters is
  'The values that error_message names, by name; null if there are none';

-- Where an answer lies rather than the answer once more: a fifth of the room, and gone when its
-- batch is.
create table known_answer (
  key      bigint  primary key,
  batch_id uuid    not null,
  index    integer not null
);

comment on table known_answer is
  'Which item has the answer to a text; it may have been deleted since';
comment on column known_answer.key is
  'answer_key() of the text and its batch. Two texts may share a key: who looks one up compares the texts';

-- A duty deletes those of the oldest batches. Few batches to many answers: a small index.
create index known_answer_batch on known_answer (batch_id);

create table chunk (
  batch_id    uuid        not null references batch on delete cascade,
  number      integer     not null check (number >= 0),
  first_index integer     not null check (first_index >= 0),
  last_index  integer     not null,
  state       text        not null,
  attempt     integer     not null default 0 check (attempt >= 0),
  excused     integer     not null default 0,
  -- A finished chunk keeps its own counts, and they are added to the batch's a moment later. Workers
  -- that wrote to the batch's row themselves would each wait for the commit of the one before.
  succeeded   integer     not null default 0 check (succeeded >= 0),
  failed      integer     not null default 0 check (failed >= 0),
  recalled    integer     not null default 0 check (recalled >= 0),
  counted     boolean     not null default true,
  discarded   boolean     not null default false,
  touched_at  timestamptz not null default now(),

  primary key (batch_id, number),
  constraint chunk_range check (last_index >= first_index),
  constraint chunk_state check (
    state in ('READY', 'QUEUED', 'DONE', 'FAILED', 'SPLIT', 'CANCELLED')
  ),
  constraint chunk_excused_within_attempts check (excused between 0 and attempt),
  constraint chunk_counted_unless_ended check (counted or state in ('DONE', 'FAILED')),
  constraint chunk_recalled_moves_on check (state <> 'SPLIT' or recalled = 0),
  constraint chunk_discarded_when_failed check (not discarded or state = 'FAILED')
);

comment on table chunk is 'Neighbouring items of a batch that one message hands to one worker';
comment on column chunk.state is
  'READY: waits for a place in the queue; QUEUED: its message was sent; DONE, FAILED, SPLIT, CANCELLED: final, though a FAILED one may be tried again; the items of a SPLIT one went to two others';
comment on column chunk.attempt is
  'Times that a worker began on it, counted before the work; a result is only taken from the latest';
comment on column chunk.excused is
  'Attempts that are not held against the texts: the database or the broker was away, or the batch was retried since';
comment on column chunk.succeeded is 'Results that it ended with last, those of twins included';
comment on column chunk.failed is 'Errors that it ended with last, those of twins included';
comment on column chunk.recalled is
  'Items that had their answer from an earlier batch; counted with the chunk''s end, and handed to the first half of a split';
comment on column chunk.counted is 'Whether the counts of the batch know of these';
comment on column chunk.discarded is
  'Whether an operator took note of its failure, and wants it shown no more; its texts stay failed';
comment on column chunk.touched_at is
  'Last change, by the clock of the database, which all servers share; to discard it is none';

-- Finding the next chunk to send is on the path of every finished chunk.
create index chunk_ready on chunk (batch_id, number) where state = 'READY';
create index chunk_queued on chunk (batch_id) where state = 'QUEUED';
-- A duty looks for the longest untouched ones; few are ever QUEUED.
create index chunk_untouched on chunk (touched_at) where state = 'QUEUED';
-- What is yet to be added: a handful at any time.
create index chunk_uncounted on chunk (batch_id) where not counted;
-- Finds the chunk of a text in one step, however many there are.
create index chunk_places on chunk (batch_id, first_index) where state in ('DONE', 'FAILED');
-- An ended chunk was touched last when it ended, or a moment later when its batch was told.
create index chunk_ended on chunk (touched_at) where state in ('DONE', 'FAILED');
-- A page of dead letters, newest first: however many chunks there are, few were given up.
create index chunk_dead_letter on chunk (touched_at, batch_id, number)
  where state = 'FAILED' and not discarded;

-- A row for each attempt, written when it begins, so that one that crashes the JVM is seen, too.
-- The chunk keeps the two numbers that decide what becomes of it, attempt and excused: whoever works
-- on it holds the lock of its row anyway.
create table chunk_attempt (
  batch_id   uuid        not null,
  chunk      integer     not null,
  attempt    integer     not null,
  node       text        not null,
  worker     integer     not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  outcome    text        not null default 'RUNNING',
  error      text,
  detail     text,

  primary key (batch_id, chunk, attempt),
  -- To the chunk and not to the batch: its row is locked by whoever begins an attempt, that of the
  -- batch would have to be.
  foreign key (batch_id, chunk) references chunk (batch_id, number) on delete cascade,
  constraint chunk_attempt_numbers_from_1 check (attempt > 0 and worker > 0),
  constraint chunk_attempt_outcome check (
    outcome in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CUT_SHORT', 'OVERTAKEN', 'LOST')
  ),
  constraint chunk_attempt_ended_unless_running check ((outcome = 'RUNNING') = (ended_at is null)),
  constraint chunk_attempt_error_when_it_had_one check (
    (error is not null) = (outcome in ('FAILED', 'CUT_SHORT'))
      and (detail is null or error is not null)
  ),
  constraint chunk_attempt_error_short check (length(error) <= 1000 and length(detail) <= 10000)
);

comment on table chunk_attempt is 'Each time that a worker began on a chunk';
comment on column chunk_attempt.attempt is 'From 1; the latest is chunk.attempt';
comment on column chunk_attempt.node is 'TIANKONG_NODE of the server';
comment on column chunk_attempt.worker is 'Number of the worker on that server, from 1';
comment on column chunk_attempt.started_at is
  'By the clock of the database, which all servers share; the same for ended_at';
comment on column chunk_attempt.outcome is
  'RUNNING; SUCCEEDED: its results are kept; FAILED; CUT_SHORT: the database or the broker was away, the attempt is excused; OVERTAKEN: its results came after those of another attempt or after a cancel, and are not kept; LOST: the worker was not heard of again, ended_at is when that was noticed';
comment on column chunk_attempt.error is 'What it ended with, one line';
comment on column chunk_attempt.detail is 'The stack trace, abbreviated';

-- A duty looks for those whose worker is gone; few are ever RUNNING.
create index chunk_attempt_running on chunk_attempt (started_at) where outcome = 'RUNNING';

-- Servers on one database tell each other how they are: any of them can show all.
create table node (
  name          text        primary key,
  started_at    timestamptz not null,
  heard_at      timestamptz not null default now(),
  heap_used     bigint      not null check (heap_used >= 0),
  heap_max      bigint      not null check (heap_max >= heap_used),
  resident      bigint      check (resident > 0),
  models        text[]      not null,
  workers       jsonb       not null
);

comment on table node is 'A server of this database, as it last told of itself';
comment on column node.name is 'TIANKONG_NODE, which no two servers of a database may share';
comment on column node.heard_at is
  'When it last wrote this row, which it does every 10 seconds; by the clock of the database, which all servers share';
comment on column node.heap_used is 'Bytes of the JVM''s heap; the same for heap_max';
comment on column node.resident is
  'Bytes of memory that the whole process holds, native code included; null where the system does not tell';
comment on column node.models is 'Names of the models that it has in memory';
comment on column node.workers is
  'What each worker is at, and did in the last minute: an array with an object for each';

create table app_user (
  name          text        primary key check (name <> ''),
  password_hash text,
  role          text        not null,
  created_at    timestamptz not null,
  deleted_at    timestamptz,

  constraint app_user_role check (role in ('viewer', 'submitter', 'operator')),
  -- Of who is gone, no password is kept.
  constraint app_user_password_until_deleted check (
    (password_hash is null) = (deleted_at is not null)
  )
);

comment on table app_user is 'People and programs that sign in with a name and a password';
comment on column app_user.password_hash is 'PBKDF2 with its parameters and salt, never the password';
comment on column app_user.deleted_at is
  'A name stays taken after its user is gone: batches and the audit carry it, and a newcomer must not inherit them';

-- Names that differ only in case look the same to people.
create unique index app_user_name_ignoring_case on app_user (lower(name));

create table api_token (
  id           uuid        primary key,
  user_name    text        not null references app_user,
  name         text        not null check (name <> ''),
  role         text        not null,
  digest       bytea       not null unique check (length(digest) = 32),
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,

  constraint api_token_role check (role in ('viewer', 'submitter', 'operator')),
  constraint api_token_expires_later check (expires_at > created_at)
);

comment on table api_token is 'Lets a program in on behalf of a user; a revoked one has no row';
comment on column api_token.role is 'What it may do at most; never more than its user may at the time';
comment on column api_token.digest is
  'SHA-256 of the token. A slow hash is for what people can remember, these are 256 random bits';
comment on column api_token.last_used_at is 'Within a minute: not every request writes a row';

create index api_token_user on api_token (user_name);

create table sign_in_failure (
  name_digest bytea       primary key check (length(name_digest) = 32),
  failures    integer     not null check (failures > 0),
  failed_at   timestamptz not null
);

comment on table sign_in_failure is
  'Failed sign-ins in a row, for names that exist and names that do not alike';
comment on column sign_in_failure.name_digest is
  'SHA-256 of the name as it was given: people type passwords into the wrong field';
comment on column sign_in_failure.failed_at is 'The last one, by the clock of the database, which all servers share';

create table audit (
  id             bigint      generated always as identity primary key,
  at             timestamptz not null,
  user_name      text        not null,
  token_id       uuid,
  method         text        not null,
  path           text        not null,
  remote_address text        not null,
  status         integer     check (status between 100 and 599)
);

comment on table audit is 'Calls that change something, refused ones included, and failed sign-ins of users';
comment on column audit.user_name is 'Who it was, or whose password was wrong';
comment on column audit.token_id is 'The token that was used; null for a password. It may be revoked by now';
comment on column audit.status is
  'What was answered; null while the call runs, and for ever if the server died in it';

-- Entries are deleted by their age.
create index audit_at on audit (at);
-- Finds the entries of a user who did little without reading a year of others'.
create index audit_user on audit (user_name, id);

create table webhook_secret (
  owner          text        primary key,
  -- As it is, and not a digest: it signs.
  secret         bytea       not null check (length(secret) = 32),
  previous       bytea       check (length(previous) = 32),
  previous_until timestamptz,
  created_at     timestamptz not null,
  -- Of two requests that renew a secret at the same moment one must fail: it would be answered with a
  -- secret that never signs anything.
  version        integer     not null default 0,

  constraint webhook_secret_previous_has_an_end check (
    (previous is null) = (previous_until is null)
  )
);

comment on table webhook_secret is 'What signs the webhooks of a user, so that their receivers can tell them from forged ones';
comment on column webhook_secret.previous is 'The one before, which signs, too, until its time is over';
comment on column webhook_secret.version is 'Counts renewals, so that one of two concurrent ones fails';

create table webhook_delivery (
  id              uuid        primary key,
  batch_id        uuid        not null references batch on delete cascade,
  event           text        not null,
  url             text        not null,
  body            text        not null,
  state           text        not null,
  attempts        integer     not null default 0,
  tries           integer     not null default 0,
  last_status     integer,
  last_error      text,
  created_at      timestamptz not null,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  retry_until     timestamptz not null,

  constraint webhook_delivery_state check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  constraint webhook_delivery_tries_within_attempts check (tries between 0 and attempts),
  constraint webhook_delivery_attempted check ((attempts = 0) = (last_attempt_at is null)),
  constraint webhook_delivery_next_while_pending check (
    (state = 'PENDING') = (next_attempt_at is not null)
  )
);

comment on table webhook_delivery is 'An end of a batch that is told, or was told, to its callback_url';
comment on column webhook_delivery.body is 'What is sent, the same at each attempt';
comment on column webhook_delivery.attempts is
  'Counted before each; a message for another attempt than the next one is out of date';
comment on column webhook_delivery.tries is 'Attempts since it was created or last sent again by hand';
comment on column webhook_delivery.last_status is 'HTTP status of the last attempt; null if there was no answer';
comment on column webhook_delivery.next_attempt_at is
  'When the next attempt is due; one that is long over means that its message is lost';
comment on column webhook_delivery.retry_until is 'No attempt begins later than that';

create index webhook_delivery_of_batch on webhook_delivery (batch_id, created_at);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'PENDING';

-- Files and batches of OpenAI's API; the work is done by rows of batch.
create table openai_batch (
  id             uuid        primary key,
  owner          text        not null,
  state          text        not null,
  task           text        not null,
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
