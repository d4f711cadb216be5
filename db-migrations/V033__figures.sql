-- What the last hour brought, minute by minute, without a look at the texts.

alter table chunk
  add recalled integer not null default 0 check (recalled >= 0);

comment on column chunk.recalled is 'Items that had their answer from an earlier batch';

-- An ended chunk was touched last when it ended, or a moment later when its batch was told.
create index chunk_ended on chunk (touched_at) where state in ('DONE', 'FAILED');
