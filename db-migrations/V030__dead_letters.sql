-- What operators do about chunks that were given up.

alter table chunk
  add discarded boolean not null default false,
  add constraint chunk_discarded_when_failed check (not discarded or state = 'FAILED');

comment on column chunk.discarded is
  'Whether an operator took note of its failure, and wants it shown no more; its texts stay failed';

-- A page of dead letters, newest first: however many chunks there are, few were given up.
create index chunk_dead_letter on chunk (touched_at, batch_id, number)
  where state = 'FAILED' and not discarded;

-- A failure that the batch has not counted yet can neither be tried again nor discarded. Of cancelled
-- batches there are none: nobody waits for them.
create view dead_letter as
select
  c.batch_id,
  c.number,
  c.first_index,
  c.last_index,
  c.failed as items,
  c.attempt - c.excused as attempts,
  c.touched_at as at
from chunk c
join batch b on b.id = c.batch_id and b.state <> 'CANCELLED'
where c.state = 'FAILED' and not c.discarded and c.counted;

comment on view dead_letter is 'Chunks that were given up, and neither tried again nor discarded since';
comment on column dead_letter.items is 'Texts that failed with it, those that share its results included';
comment on column dead_letter.attempts is 'Attempts that came to nothing';
comment on column dead_letter.at is 'When it was given up';
