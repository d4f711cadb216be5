-- The values that an error's message names, so that programs need not parse the message.
alter table item_result add column error_parameters jsonb;

comment on column item_result.error_parameters is
  'The values that error_message names, by name; null if there are none';
