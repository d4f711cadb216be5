-- Attempts that no text is to blame for.

alter table chunk
  add excused integer not null default 0,
  add constraint chunk_excused_within_attempts check (excused between 0 and attempt);

comment on column chunk.excused is
  'Attempts that are not held against the texts: the database or the broker was away, or the batch was retried since';
