package dev.tiankong.batch.intake;

import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import java.util.regex.Pattern;

/**
 * The apostrophe that keeps spreadsheets from computing a field instead of showing it, as OWASP
 * describes under "CSV Injection".
 *
 * <p>A field is in danger if it begins with a tab or a line break, or with a sign of a formula
 * behind any blanks; apostrophes before all that change nothing. Such a field gets an apostrophe
 * when it is exported and loses one when it is submitted: {@code '=1} becomes {@code ''=1}, so that
 * every field comes back as it was.
 */
public enum CsvGuard {
  ON {
    @Override
    public String addedTo(String field) {
      return isInDanger(field) ? APOSTROPHE + field : field;
    }

    @Override
    String removedFrom(String field) {
      return field.startsWith(APOSTROPHE) && isInDanger(field) ? field.substring(1) : field;
    }
  },

  /** Fields as they are, for programs. */
  OFF {
    @Override
    public String addedTo(String field) {
      return field;
    }

    @Override
    String removedFrom(String field) {
      return field;
    }
  };

  private static final String APOSTROPHE = "'";

  /** Full-width signs, too: spreadsheets in Chinese and Japanese take them for the others. */
  private static final Pattern IN_DANGER =
      Pattern.compile("'*+(?:[\\t\\r\\n]|[\\p{Z}\\p{Cc}\\p{Cf}]*+[-=+@\uFF1D\uFF0B\uFF0D\uFF20])");

  /**
   * @param parameter the query parameter {@code csvGuard}; null if it was left out, which is on
   * @throws Refusal if it is neither true nor false
   */
  public static CsvGuard of(String parameter) {
    return parameter == null || QueryValue.flag("csvGuard", parameter) ? ON : OFF;
  }

  public abstract String addedTo(String field);

  abstract String removedFrom(String field);

  private static boolean isInDanger(String field) {
    return IN_DANGER.matcher(field).lookingAt();
  }
}
