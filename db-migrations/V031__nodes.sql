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
