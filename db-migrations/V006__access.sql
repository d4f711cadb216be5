-- Who may do what, how they sign in, and what they did.

alter table app_user
  alter password_hash drop not null,
  add deleted_at timestamptz,
  drop constraint app_user_role,
  add constraint app_user_role check (role in ('viewer', 'submitter', 'operator')),
  -- Of who is gone, no password is kept.
  add constraint app_user_password_until_deleted check (
    (password_hash is null) = (deleted_at is not null)
  );

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
