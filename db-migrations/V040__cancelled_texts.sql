-- A text that was cancelled has no row any more: its batch says so of all that have none. To write
-- one for each of a million took ten seconds, and whoever was at a chunk of theirs waited for it.

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
  r.error_message
from item i
join batch b on b.id = i.batch_id
left join item_result r on r.batch_id = i.batch_id and r.index = i.index;

delete from item_result where state = 'CANCELLED';

comment on table item_result is
  'The one final answer to an item; an item without a row here is still pending, unless its batch was cancelled';

alter table item_result
  drop constraint item_result_state,
  add constraint item_result_state check (state in ('SUCCEEDED', 'FAILED'));
