-- How a batch wants its blanks filled, and answers that are found again instead of computed again.

alter table batch
  add targets     text[]  not null default '{}',
  add candidates  text    not null default 'ANY',
  add loose_masks boolean not null default false,
  add fingerprint text    not null default '',
  add cache_hits  integer not null default 0,
  add constraint batch_candidates check (candidates in ('ANY', 'HAN')),
  add constraint batch_cache_hits_within_succeeded check (cache_hits between 0 and succeeded);

comment on column batch.targets is 'The only words to choose from; empty for the whole vocabulary';
comment on column batch.candidates is 'ANY word, or HAN: Chinese characters only';
comment on column batch.loose_masks is 'Whether ____, （ ） and ＿ are blanks, too';
comment on column batch.fingerprint is
  'Digest of all that an answer depends on besides the text: the weights and the options';
comment on column batch.cache_hits is 'Succeeded items whose answer was known from earlier batches';

alter table item
  add same_as integer,
  add constraint item_same_as_earlier check (same_as < index);

comment on column item.same_as is
  'Index of the first item with the same text, whose result this one shares; null for a first one';

-- Finding the twins of a chunk that ends; most batches have none, and then there is no index.
create index item_twins on item (batch_id, same_as) where same_as is not null;

alter table item_result
  add filling_tokens text[],
  add filling_texts  text[],
  add filling_scores real[],
  add constraint item_result_fillings_complete check (
    (filling_texts is null) = (filling_tokens is null)
      and (filling_texts is null) = (filling_scores is null)
      and cardinality(filling_texts) = cardinality(filling_scores)
      and cardinality(filling_tokens) % greatest(cardinality(filling_texts), 1) = 0
  );

comment on column item_result.filling_texts is
  'The text with all its masks filled together, best first; null unless it has several';
comment on column item_result.filling_tokens is
  'The tokens of the first filling in the order of the text, then those of the second, and so on';
comment on column item_result.filling_scores is 'Joint probability of each filling';

-- Keyed by digests, so that every key is equally short, however long the text.
create table cached_result (
  fingerprint    text        not null,
  text_digest    bytea       not null check (length(text_digest) = 32),
  mask_positions integer[]   not null,
  tokens         text[]      not null,
  scores         real[]      not null,
  filling_tokens text[],
  filling_texts  text[],
  filling_scores real[],
  created_at     timestamptz not null,

  primary key (fingerprint, text_digest)
);

comment on table cached_result is 'Answers of earlier batches, valid for equal fingerprint and text';
comment on column cached_result.text_digest is 'SHA-256 of the text in UTF-8';

-- The sweep deletes the oldest.
create index cached_result_age on cached_result (created_at);
