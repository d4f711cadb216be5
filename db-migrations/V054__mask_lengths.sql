-- Where a blank ends, so that a reader can replace it. Not known of earlier answers.
alter table item_result
  add mask_lengths integer[],
  add constraint item_result_lengths_complete check (
    cardinality(mask_lengths) = cardinality(mask_positions)
  );

comment on column item_result.mask_lengths is
  'How many characters of the text each mask has; null for answers of earlier versions';
