-- Who is told of a batch's end, with which secret, and what became of it.

alter table batch
  add callback_url text check (length(callback_url) <= 2000);

comment on column batch.callback_url is 'Where its end is told to; null if nobody wants to know';

create table webhook_secret (
  owner          text        primary key,
  -- As it is, and not a digest: it signs.
  secret         bytea       not null check (length(secret) = 32),
  previous       bytea       check (length(previous) = 32),
  previous_until timestamptz,
  created_at     timestamptz not null,

  constraint webhook_secret_previous_has_an_end check (
    (previous is null) = (previous_until is null)
  )
);

comment on table webhook_secret is 'What signs the webhooks of a user, so that their receivers can tell them from forged ones';
comment on column webhook_secret.previous is 'The one before, which signs, too, until its time is over';

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
