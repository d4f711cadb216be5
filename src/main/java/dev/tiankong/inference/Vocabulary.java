package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The tokens that a model knows, by their ids. */
public final class Vocabulary {

  // Places kept free are among them.
  private static final Pattern SPECIAL =
      Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK|unused\\d+)]|<[ST]>");

  // What continues a word and cannot begin one.
  private static final Pattern CONTINUATION = Pattern.compile("##.+");

  private static final int MOST_IDS = 1 << 24;

  /** By id; empty where an id has no token. */
  private final String[] tokens;

  private final Map<String, Integer> ids;

  /** Those that are looked for in a text before it is cut, and whether they stand for no word. */
  private final Map<String, Boolean> added;

  private Vocabulary(Map<String, Integer> ids, Map<String, Boolean> added) {
    this.ids = ids;
    this.added = added;
    this.tokens = new String[ids.values().stream().mapToInt(id -> id).max().orElse(-1) + 1];
    Arrays.fill(tokens, "");
    ids.forEach((token, id) -> tokens[id] = token);
  }

  /** Reads the WordPiece vocabulary of a {@code tokenizer.json}, and the tokens added to it. */
  public static Vocabulary read(Path tokenizer) throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(tokenizer))) {
      return parse(tokenizer.getFileName().toString(), reader.readObject());
    } catch (JsonException | ClassCastException | NullPointerException e) {
      throw new IOException(
          "%s has no WordPiece vocabulary: %s".formatted(tokenizer.getFileName(), e.getMessage()),
          e);
    }
  }

  private static Vocabulary parse(String file, JsonObject tokenizer) throws IOException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    tokenizer
        .getJsonObject("model")
        .getJsonObject("vocab")
        .forEach((token, id) -> ids.put(token, ((JsonNumber) id).intValue()));
    Map<String, Boolean> added = new LinkedHashMap<>();
    if (tokenizer.get("added_tokens") instanceof JsonArray tokens) {
      for (JsonObject token : tokens.getValuesAs(JsonObject.class)) {
        String content = token.getString("content");
        added.put(content, token.getBoolean("special", false));
        ids.putIfAbsent(content, token.getInt("id"));
      }
    }
    Set<Integer> taken = new HashSet<>();
    for (var entry : ids.entrySet()) {
      int id = entry.getValue();
      if (id < 0 || id >= MOST_IDS || !taken.add(id)) {
        throw new IOException(
            "%s gives the token %s the id %d, which is out of range or another token's."
                .formatted(file, entry.getKey(), id));
      }
    }
    if (!ids.containsKey(MaskFiller.MASK)) {
      throw new IOException("%s has no token %s.".formatted(file, MaskFiller.MASK));
    }
    return new Vocabulary(ids, added);
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
    String token = tokens[id];
    return token.isEmpty() || added.getOrDefault(token, false) || SPECIAL.matcher(token).matches();
  }

  Set<String> added() {
    return Collections.unmodifiableSet(added.keySet());
  }

  Optional<Integer> id(String token) {
    return Optional.ofNullable(ids.get(token));
  }
}
