package dev.tiankong.task;

import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import jakarta.json.stream.JsonGenerator;
import java.util.Locale;

/** What positions in a text are counted in: Unicode code points, and beside them UTF-16 units. */
public enum OffsetUnit {
  CODE_POINTS,
  UTF_16;

  /**
   * @param name null if the request names none
   * @throws Refusal if there is no such unit
   */
  public static OffsetUnit named(String name) {
    return QueryValue.read("offsets", name, OffsetUnit::parse, "code-points or utf-16")
        .orElse(CODE_POINTS);
  }

  private static OffsetUnit parse(String name) {
    if (!name.equals(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name);
    }
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Of one text, whose parts are told in their order. */
  public Spans in(String text) {
    return new Spans(text, this == UTF_16);
  }

  /** Writes where parts of a text are. */
  public static final class Spans {
    private final String text;
    private final boolean utf16;
    private int codePoint;
    private int unit;

    private Spans(String text, boolean utf16) {
      this.text = text;
      this.utf16 = utf16;
    }

    /**
     * Writes the members {@code position} and {@code length}, and those of UTF-16 if asked for.
     *
     * @param position in code points from 0, no less than that of the part before
     * @param length in code points
     */
    public void write(int position, int length, JsonGenerator part) {
      part.write("position", position).write("length", length);
      if (utf16) {
        unit = text.offsetByCodePoints(unit, position - codePoint);
        codePoint = position;
        part.write("positionUtf16", unit)
            .write("lengthUtf16", text.offsetByCodePoints(unit, length) - unit);
      }
    }
  }
}
