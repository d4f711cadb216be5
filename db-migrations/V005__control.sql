-- Batches that are paused, cancelled, or tried again.

alter table batch
  add cancelled integer not null default 0 check (cancelled >= 0),
  drop constraint batch_state,
  drop constraint batch_counts_within_total,
  drop constraint batch_final_when_counted,
  drop constraint batch_final_state_matches_counts,
  drop constraint batch_started_unless_queued,
  drop constraint batch_finished_when_final,
  add constraint batch_state check (
    state in (
      'QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'
    )
  ),
  add constraint batch_counts_within_total check (succeeded + failed + cancelled <= total),
  -- A batch is final when every text has its result, and not a moment earlier or later.
  add constraint batch_final_when_counted check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'))
      = (succeeded + failed + cancelled = total)
  ),
  add constraint batch_final_state_matches_counts check (
    (cancelled > 0) = (state = 'CANCELLED')
      and case state
        when 'COMPLETED' then failed = 0
        when 'COMPLETED_WITH_ERRORS' then failed > 0 and succeeded > 0
        when 'FAILED' then succeeded = 0
        else true
      end
  ),
  -- One that is paused or cancelled may never have been started.
  add constraint batch_started_when_it_ran check (
    case
      when state = 'QUEUED' then started_at is null
      when state in ('PAUSED', 'CANCELLED') then true
      else started_at is not null
    end
  ),
  add constraint batch_finished_when_final check (
    (state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'))
      = (finished_at is not null)
  );

comment on column batch.cancelled is 'Items that had no result yet when the batch was cancelled';

alter table item_result
  drop constraint item_result_state,
  add constraint item_result_state check (state in ('SUCCEEDED', 'FAILED', 'CANCELLED'));

alter table chunk
  drop constraint chunk_state,
  -- A chunk of a paused batch goes back to waiting, whatever was tried before.
  drop constraint chunk_unattempted_until_queued,
  add constraint chunk_state check (
    state in ('READY', 'QUEUED', 'DONE', 'FAILED', 'SPLIT', 'CANCELLED')
  );

comment on column chunk.state is
  'READY: waits for a place in the queue; QUEUED: its message was sent; DONE, FAILED, SPLIT, CANCELLED: final; the items of a SPLIT one went to two others';
