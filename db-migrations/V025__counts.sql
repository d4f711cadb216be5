-- A finished chunk keeps its own counts, and they are added to the batch's a moment later. Workers
-- that wrote to the batch's row themselves would each have to wait until the one before has told
-- two disks, the database's and the broker's.

alter table chunk
  add succeeded integer not null default 0 check (succeeded >= 0),
  add failed    integer not null default 0 check (failed >= 0),
  add counted   boolean not null default true,
  add constraint chunk_counted_unless_ended check (counted or state in ('DONE', 'FAILED'));

comment on column chunk.succeeded is 'Results that it ended with last, those of twins included';
comment on column chunk.failed is 'Errors that it ended with last, those of twins included';
comment on column chunk.counted is 'Whether the counts of the batch know of these';

-- What is yet to be added: a handful at any time.
create index chunk_uncounted on chunk (batch_id) where not counted;

alter table batch
  add twins integer not null default 0,
  add constraint batch_twins_leave_a_first check (twins between 0 and total - 1);

update batch b set twins = t.twins
from (
  select batch_id, count(*) as twins from item where same_as is not null group by batch_id
) t
where t.batch_id = b.id;

comment on column batch.twins is 'Items that share the result of an earlier one with the same text';
