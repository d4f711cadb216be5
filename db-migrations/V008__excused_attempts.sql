-- Attempts that no text is to blame for.

alter table chunk
  add excused integer not null default 0,
  add constraint chunk_excused_within_attempts check (excused between 0 and attempt);

comment on column chunk.excused is
  'Attempts that ended because the database or the broker was away; they are not held against the texts';
