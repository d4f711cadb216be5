package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tokens that a model knows, by their ids. */
public final class Vocabulary {

  // Places kept free are among them.
  private static final Pattern SPECIAL =
      Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK|unused\\d+)]|<[ST]>");

  // What continues a word and cannot begin one.
  private static final Pattern CONTINUATION = Pattern.compile("##.+");

  private final String[] tokens;
  private final Map<String, Integer> ids = new HashMap<>();

  private Vocabulary(String[] tokens) {
    this.tokens = tokens;
    for (int id = 0; id < tokens.length; id++) {
      ids.put(tokens[id], id);
    }
  }

  /** Reads the WordPiece vocabulary of a {@code tokenizer.json}. */
  public static Vocabulary read(Path tokenizer) throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(tokenizer))) {
      return new Vocabulary(
          byId(reader.readObject().getJsonObject("model").getJsonObject("vocab")));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new IOException(tokenizer + " has no WordPiece vocabulary: " + e.getMessage(), e);
    }
  }

  private static String[] byId(JsonObject ids) throws IOException {
    String[] tokens = new String[ids.size()];
    for (var entry : ids.entrySet()) {
      int id = ((JsonNumber) entry.getValue()).intValue();
      if (id < 0 || id >= tokens.length || tokens[id] != null) {
        throw new IOException("The vocabulary's ids do not run from 0 to " + (tokens.length - 1));
      }
      tokens[id] = entry.getKey();
    }
    if (!ids.containsKey(MaskFiller.MASK)) {
      throw new IOException("The vocabulary has no " + MaskFiller.MASK);
    }
    return tokens;
  }

  public int size() {
    return tokens.length;
  }

  public String token(int id) {
    return tokens[id];
  }

  /** Whether a person could write the token in a blank. */
  public boolean offerable(int id) {
    return !isSpecial(id) && !CONTINUATION.matcher(tokens[id]).matches();
  }

  /** Whether the token stands for no characters of its own. */
  boolean isSpecial(int id) {
    return SPECIAL.matcher(tokens[id]).matches();
  }

  Optional<Integer> id(String token) {
    return Optional.ofNullable(ids.get(token));
  }
}
