package dev.tiankong.inference;

/** What may be offered for a blank. */
public enum CandidateKind {
  /** Any whole word; never a special token or a piece that only continues a word. */
  ANY,
  /** Chinese characters only. */
  HAN
}
