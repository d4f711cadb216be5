-- Who comes first, what was handed in twice, and how much one user has open.

alter table batch
  -- The default is JMS's.
  add priority        integer not null default 4 check (priority between 0 and 9),
  add idempotency_key text,
  add body_digest     text,
  add constraint batch_digest_with_key check ((idempotency_key is null) = (body_digest is null)),
  drop constraint batch_top_k_check,
  -- A setting may allow less.
  add constraint batch_top_k check (top_k between 1 and 1000);

comment on column batch.priority is 'Batches of a higher one go first, 0 to 9';
comment on column batch.idempotency_key is
  'The client''s own name for the submission, so that handing it in again makes no second batch';
comment on column batch.body_digest is 'SHA-256 of the body that came with the key, unpacked';

create unique index batch_idempotency_key on batch (owner, idempotency_key)
  where idempotency_key is not null;

-- Every chunk that ends looks for its owner's next one, and every submit for what is open.
create index batch_open on batch (owner) where state in ('QUEUED', 'RUNNING', 'PAUSED');
create index chunk_queued on chunk (batch_id) where state = 'QUEUED';

comment on column chunk.state is
  'READY: waits for a place in the queue; QUEUED: its message was sent; DONE, FAILED, SPLIT, CANCELLED: final, though a FAILED one may be tried again; the items of a SPLIT one went to two others';
