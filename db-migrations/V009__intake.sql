-- What comes in beside the texts and goes out beside their answers.

alter table item
  add custom_id text,
  -- Not jsonb: what was sent is handed back as it was written, with its order and its numbers.
  add input     json,
  add constraint item_input_object check (json_typeof(input) = 'object');

comment on column item.custom_id is 'The client''s own name for the item; need not be unique';
comment on column item.input is 'Whatever else the client sent with the text, handed back as it came';

alter table batch
  add name text,
  -- Not text[]: PostgreSQL would not compare it with what JPA asks for.
  add tags varchar[] not null default '{}';

comment on column batch.name is 'What its owner calls it';
comment on column batch.tags is 'Words to find it by';

-- Lists are newest first; the id decides between batches of the same moment.
create index batch_newest on batch (created_at desc, id desc);
create index batch_newest_of_owner on batch (owner, created_at desc, id desc);
create index batch_tags on batch using gin (tags);
