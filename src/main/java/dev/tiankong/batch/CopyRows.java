package dev.tiankong.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes rows in the text format of PostgreSQL's COPY. */
final class CopyRows {

  private final OutputStream out;
  private final StringBuilder row = new StringBuilder();

  CopyRows(OutputStream out) {
    this.out = out;
  }

  /** A row; a null is a NULL. */
  void write(Object... values) throws IOException {
    row.setLength(0);
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        row.append('\t');
      }
      append(values[i]);
    }
    out.write(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private void append(Object value) {
    if (value == null) {
      row.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(c);
      }
    }
  }
}
