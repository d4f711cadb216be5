package dev.tiankong.batch;

/** What may be offered as an answer. The names are stored, and mirrored by a CHECK constraint. */
public enum CandidateKind {
  /** Any word. */
  ANY,
  /** Chinese characters only. */
  HAN
}
