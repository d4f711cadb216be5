-- Two requests that renew a secret at the same moment must not both succeed: the first of the two
-- would hold a secret that never signs anything.
alter table webhook_secret add column version integer not null default 0;
comment on column webhook_secret.version is 'Counts renewals, so that one of two concurrent ones fails';
