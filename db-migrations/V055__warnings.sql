-- What in a text was perhaps meant otherwise than it is read, such as [MACK] beside a good [MASK].

alter table item
  add warning_codes       text[],
  add warning_positions   integer[],
  add warning_lengths     integer[],
  add warning_suggestions text[],
  add constraint item_warnings_complete check (
    case
      when warning_codes is null
        then num_nonnulls(warning_positions, warning_lengths, warning_suggestions) = 0
      else
        cardinality(warning_codes) > 0
        and cardinality(warning_positions) is not distinct from cardinality(warning_codes)
        and cardinality(warning_lengths) is not distinct from cardinality(warning_codes)
        and cardinality(warning_suggestions) is not distinct from cardinality(warning_codes)
    end
  );

comment on column item.warning_codes is
  'What was perhaps meant otherwise, in the order of the text, words for programs; null for nothing, and in texts of earlier versions';
comment on column item.warning_positions is 'Where each begins, in characters from 0';
comment on column item.warning_lengths is 'How many characters each has';
comment on column item.warning_suggestions is 'What may have been meant by each';

alter table batch
  add warned integer not null default 0,
  add constraint batch_warned_within_total check (warned between 0 and total);

comment on column batch.warned is 'Items with warnings; 0 for batches of earlier versions';

create or replace view reporting.items as
select
  i.batch_id,
  i.index as item_index,
  i.custom_id,
  i.text,
  i.input,
  char_length(i.text) as characters,
  coalesce(r.state, case b.state when 'CANCELLED' then 'CANCELLED' else 'PENDING' end) as state,
  cardinality(r.mask_positions) as masks,
  i.same_as as same_as_index,
  r.error_code,
  r.error_message,
  i.warning_codes
from item i
join batch b on b.id = i.batch_id
left join item_result r on r.batch_id = i.batch_id and r.index = i.index;

comment on column reporting.items.warning_codes is
  'What in the text was perhaps meant otherwise than it is read, a word for programs each: MISSPELLED_MASK, LOOSE_BLANK; null for nothing';

create or replace view reporting.batches as
select
  id as batch_id,
  owner,
  name,
  tags,
  task,
  model,
  top_k,
  targets,
  candidates,
  loose_masks,
  priority,
  state,
  total,
  succeeded,
  failed,
  cancelled,
  total - succeeded - failed - cancelled as pending,
  cache_hits,
  created_at,
  started_at,
  finished_at,
  round(extract(epoch from coalesce(started_at, finished_at, now()) - created_at), 3)
    as seconds_waiting,
  round(extract(epoch from coalesce(finished_at, now()) - started_at), 3) as seconds_running,
  round(
    (succeeded + failed)
      / nullif(extract(epoch from coalesce(finished_at, now()) - started_at), 0),
    3
  ) as items_per_second,
  not_before,
  attempts,
  retries,
  warned
from batch;

comment on column reporting.batches.warned is
  'Texts in which something was perhaps meant otherwise than it is read, see items.warning_codes';

-- Texts with warnings are few, and looked for in batches of a million.
create index item_warned on item (batch_id, index) where warning_codes is not null;
