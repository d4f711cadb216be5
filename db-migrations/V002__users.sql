-- Who may use the service.

create table app_user (
  name          text        primary key check (name <> ''),
  password_hash text        not null,
  role          text        not null,
  created_at    timestamptz not null,

  constraint app_user_role check (role in ('operator'))
);

comment on table app_user is 'People and programs that sign in with a name and a password';
comment on column app_user.password_hash is 'PBKDF2 with its parameters and salt, never the password';
