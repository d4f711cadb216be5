-- Whoever needs both locks takes the batch's before those of its chunks. Answers from earlier
-- batches are therefore counted with the end of their chunk, as all others are.

-- Those of chunks that are not at their end, or not counted, were counted when they were found.
update chunk set recalled = 0
where recalled > 0 and (not counted or state in ('READY', 'QUEUED', 'SPLIT'));

alter table chunk
  add constraint chunk_recalled_moves_on check (state <> 'SPLIT' or recalled = 0);

comment on column chunk.recalled is
  'Items that had their answer from an earlier batch; counted with the chunk''s end, and handed to the first half of a split';

-- Chunks that came into being while their batch was cancelled were worked on although it was final,
-- and what they ended with could never be counted.
with late as (
  select c.batch_id, c.number, c.first_index, c.last_index
  from chunk c
  join batch b on b.id = c.batch_id
  where b.state = 'CANCELLED' and not c.counted
)
delete from item_result r
using item i, late
where i.batch_id = late.batch_id
  and coalesce(i.same_as, i.index) between late.first_index and late.last_index
  and r.batch_id = i.batch_id and r.index = i.index;

update chunk c
set state = 'CANCELLED', counted = true, succeeded = 0, failed = 0
from batch b
where b.id = c.batch_id and b.state = 'CANCELLED'
  and (not c.counted or c.state in ('READY', 'QUEUED'));
