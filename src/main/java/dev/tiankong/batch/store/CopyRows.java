package dev.tiankong.batch.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Writes rows in the text format of PostgreSQL's COPY. */
final class CopyRows {

  private final OutputStream out;
  private final StringBuilder row = new StringBuilder();

  CopyRows(OutputStream out) {
    this.out = out;
  }

  /** A row; a null is a NULL, and arrays of texts, integers and floats are arrays. */
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
    } else if (value instanceof String[] texts) {
      row.append('{');
      for (int i = 0; i < texts.length; i++) {
        row.append(i == 0 ? "\"" : ",\"");
        escape(texts[i].replace("\\", "\\\\").replace("\"", "\\\""));
        row.append('"');
      }
      row.append('}');
    } else if (value instanceof int[] numbers) {
      StringJoiner list = new StringJoiner(",", "{", "}");
      IntStream.of(numbers).forEach(number -> list.add(Integer.toString(number)));
      row.append(list);
    } else if (value instanceof float[] numbers) {
      StringJoiner list = new StringJoiner(",", "{", "}");
      for (float number : numbers) {
        list.add(Float.toString(number));
      }
      row.append(list);
    } else {
      escape(value.toString());
    }
  }

  private void escape(String text) {
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
