-- A batch of texts, the chunks that it is cut into, and one result for each text.

create table batch (
  id          uuid        primary key,
  owner       text        not null,
  task        text        not null,
  model       text        not null,
  top_k       integer     not null check (top_k between 1 and 100),
  state       text        not null,
  total       integer     not null check (total > 0),
  succeeded   integer     not null default 0 check (succeeded >= 0),
  failed      integer     not null default 0 check (failed >= 0),
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz,

  constraint batch_state check (
    state in ('QUEUED', 'RUNNING', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')
  ),
  constraint batch_counts_within_total check (succeeded + failed <= total),
  -- A batch is final when every text has its result, and not a moment earlier or later.
  constraint batch_final_when_counted check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')) = (succeeded + failed = total)
  ),
  constraint batch_final_state_matches_counts check (
    case state
      when 'COMPLETED' then failed = 0
      when 'COMPLETED_WITH_ERRORS' then failed > 0 and succeeded > 0
      when 'FAILED' then succeeded = 0
      else true
    end
  ),
  constraint batch_started_unless_queued check ((state = 'QUEUED') = (started_at is null)),
  constraint batch_finished_when_final check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')) = (finished_at is not null)
  )
);

comment on table batch is 'Texts that were submitted together, with the task to do on each of them';
comment on column batch.owner is 'Name of the user who submitted it';
comment on column batch.model is 'Name of the installed model that works on it';
comment on column batch.top_k is 'Candidates kept for each mask';

create table item (
  batch_id uuid    not null references batch on delete cascade,
  index    integer not null check (index >= 0),
  text     text    not null,

  primary key (batch_id, index)
);

comment on table item is 'One text of a batch, as it was submitted; never changed afterwards';
comment on column item.index is 'Place in the submitted batch, from 0';

-- Results are rows of their own rather than columns of item: they are only ever inserted, so the
-- primary key alone makes sure that no text is answered twice, and no row is written twice.
create table item_result (
  batch_id       uuid      not null,
  index          integer   not null,
  state          text      not null,
  mask_positions integer[],
  tokens         text[],
  scores         real[],
  error_code     text,
  error_message  text,

  primary key (batch_id, index),
  foreign key (batch_id, index) references item on delete cascade,
  constraint item_result_state check (state in ('SUCCEEDED', 'FAILED')),
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
  )
);

comment on table item_result is
  'The one final answer to an item; an item without a row here is still pending';
comment on column item_result.mask_positions is
  'Where each mask starts in the text, in characters from 0';
comment on column item_result.tokens is
  'Candidates of the first mask best first, then those of the second, and so on: an equal number for each mask';
comment on column item_result.scores is 'Probability of each token, in the same order';
comment on column item_result.error_code is 'Why the text has no answer, for programs';

create table chunk (
  batch_id    uuid    not null references batch on delete cascade,
  number      integer not null check (number >= 0),
  first_index integer not null check (first_index >= 0),
  last_index  integer not null,
  state       text    not null,
  attempt     integer not null default 0 check (attempt >= 0),
  last_error  text,

  primary key (batch_id, number),
  constraint chunk_range check (last_index >= first_index),
  constraint chunk_state check (state in ('READY', 'QUEUED', 'DONE', 'FAILED')),
  constraint chunk_unattempted_until_queued check (state <> 'READY' or attempt = 0)
);

comment on table chunk is 'Neighbouring items of a batch that one message hands to one worker';
comment on column chunk.state is
  'READY: waits for a place in the queue; QUEUED: its message was sent; DONE, FAILED: final';
comment on column chunk.attempt is
  'Times that a worker began on it, counted before the work; a result is only taken from the latest';

-- Finding the next chunk to send is on the path of every finished chunk.
create index chunk_ready on chunk (batch_id, number) where state = 'READY';
