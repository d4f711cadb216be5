-- A batch gets the answers of its owner's earlier batches, not those of others: whose it is became a
-- part of the fingerprint. What is known by earlier fingerprints is found by no new batch.

comment on column batch.fingerprint is
  'Digest of all that an answer depends on besides the text, and of whose it is: batches with the same one may have each other''s answers';

-- Of batches that are still open, too.
update batch
set fingerprint = encode(sha256(convert_to(owner || ' ' || fingerprint, 'UTF8')), 'hex');

delete from known_answer;
