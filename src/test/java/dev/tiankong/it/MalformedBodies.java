package dev.tiankong.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two hundred bodies that are nearly a submission, the same at each call. */
final class MalformedBodies {

  private static final int COUNT = 200;
  private static final String VALID =
      "{\"texts\": [\"北[MASK]\", \"南[MASK]\"], \"topK\": 5, \"candidates\": \"han\"}";
  private static final String STRUCTURE = "{}[]:,\"";

  private MalformedBodies() {}

  static List<byte[]> all() {
    List<byte[]> bodies = new ArrayList<>();
    text(bodies, huge());
    text(bodies, wrongTypes());
    bodies.addAll(truncated());
    bodies.addAll(notUtf8());
    bodies.addAll(mutated(COUNT - bodies.size()));
    return bodies;
  }

  private static void text(List<byte[]> bodies, List<String> more) {
    more.forEach(body -> bodies.add(body.getBytes(UTF_8)));
  }

  private static List<String> huge() {
    return List.of(
        "x".repeat(1_000_000),
        "\"" + "北".repeat(1_000_000) + "\"",
        "{\"texts\": [\"" + "北".repeat(1_000_000),
        "{\"" + "x".repeat(1_000_000) + "\": 1}",
        "[".repeat(10_000),
        "[".repeat(10_000) + "]".repeat(10_000),
        "{\"texts\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
        "{\"texts\": [\"a\"], \"topK\": " + "9".repeat(100_000) + "}");
  }

  private static List<String> wrongTypes() {
    return List.of(
        "null",
        "1",
        "true",
        "\"北[MASK]\"",
        "{}",
        "[]",
        "{\"texts\": null}",
        "{\"texts\": {}}",
        "{\"texts\": 1}",
        "{\"texts\": []}",
        "{\"texts\": [\"a\"], \"topK\": \"5\"}",
        "{\"texts\": [\"a\"], \"topK\": -1}",
        "{\"texts\": [\"a\"], \"topK\": 1e999}",
        "{\"texts\": [\"a\"], \"targets\": 1}",
        "{\"texts\": [\"a\"], \"looseMasks\": \"yes\"}",
        "{\"texts\": [\"a\"], \"model\": []}",
        "{\"texts\": [\"a\"], \"candidates\": {}}",
        "{\"texts\": [\"a\"], \"unknown\": 1}",
        "{\"texts\": [\"a\"], \"Texts\": [\"a\"]}",
        "{\"texts\": [\"a\"]} {\"texts\": [\"a\"]}");
  }

  private static List<byte[]> truncated() {
    byte[] valid = VALID.getBytes(UTF_8);
    return IntStream.range(0, valid.length)
        .mapToObj(length -> Arrays.copyOf(valid, length))
        .toList();
  }

  private static List<byte[]> notUtf8() {
    byte[] valid = VALID.getBytes(UTF_8);
    int place = VALID.substring(0, VALID.indexOf("MASK")).getBytes(UTF_8).length;
    // Between two letters: bytes that continue nothing, or that nothing follows.
    int[] bad = {0x80, 0xBF, 0xC0, 0xC1, 0xE5, 0xED, 0xF5, 0xFE, 0xFF};
    return Arrays.stream(bad)
        .mapToObj(
            value -> {
              byte[] body = valid.clone();
              body[place] = (byte) value;
              return body;
            })
        .toList();
  }

  /** One character that holds the document together is exchanged for another. */
  private static List<byte[]> mutated(int count) {
    int[] places =
        IntStream.range(0, VALID.length())
            .filter(i -> STRUCTURE.indexOf(VALID.charAt(i)) >= 0 && !insideMask(i))
            .toArray();
    Random random = new Random(7);
    return IntStream.range(0, count).mapToObj(i -> mutant(places, random)).toList();
  }

  private static byte[] mutant(int[] places, Random random) {
    StringBuilder body = new StringBuilder(VALID);
    int place = places[random.nextInt(places.length)];
    String others = (STRUCTURE + "x0\u0000\n").replace(VALID.substring(place, place + 1), "");
    body.setCharAt(place, others.charAt(random.nextInt(others.length())));
    return body.toString().getBytes(UTF_8);
  }

  private static boolean insideMask(int i) {
    return VALID.startsWith("[MASK]", i) || i >= 5 && VALID.startsWith("[MASK]", i - 5);
  }
}
