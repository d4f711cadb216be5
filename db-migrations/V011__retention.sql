-- How long a batch is kept after its end.

alter table batch
  add ttl_seconds bigint check (ttl_seconds > 0),
  add expires_at  timestamptz,
  -- A retry makes a batch unfinished again, and takes its end of time away.
  add constraint batch_expires_after_its_end check (
    (expires_at is not null) = (finished_at is not null and ttl_seconds is not null)
      and (expires_at is null or expires_at > finished_at)
  );

comment on column batch.ttl_seconds is 'How long it is kept after its end; null for ever';
comment on column batch.expires_at is 'When it is deleted with its texts and results';

create index batch_expired on batch (expires_at) where expires_at is not null;
