-- Lists of batches in other orders than the newest first, page by page. Each index is read in both
-- directions; the id decides between equals. Of one owner there are few enough to be sorted.

create index batch_by_name on batch (lower(coalesce(name, '')), id);
create index batch_by_state on batch (cast(state as varchar), id);
create index batch_by_total on batch (total, id);
