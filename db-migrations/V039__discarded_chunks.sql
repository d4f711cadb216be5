-- To discard a chunk is to take note of it: what became of its texts became so when it was given up,
-- not now. Trying it again takes the mark away, and is a change like any other.

drop trigger chunk_touched on chunk;
create trigger chunk_touched before update on chunk
  for each row when (old.discarded or not new.discarded) execute function touch_chunk();

comment on column chunk.touched_at is
  'Last change, by the clock of the database, which all servers share; to discard it is none';
