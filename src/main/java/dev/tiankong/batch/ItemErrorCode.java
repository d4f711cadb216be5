package dev.tiankong.batch;

/** Every reason for which a text can have no answer. The names are part of the API. */
public enum ItemErrorCode {
  /** No character that is not white space. */
  EMPTY,
  /** Nothing to fill. */
  NO_MASK,
  /** More characters or tokens than one text can have. */
  TOO_LONG,
  /** None of the targets has as many tokens as there are masks for it. */
  NO_TARGET_FITS,
  /** A value of another type, or none. */
  NOT_A_STRING,
  /** A character that the database cannot keep. */
  INVALID_CHARACTER,
  /** A line or record that cannot be read. */
  INVALID_LINE,
  /** The only one that says nothing about the text: another try may answer it. */
  ATTEMPTS_EXHAUSTED
}
