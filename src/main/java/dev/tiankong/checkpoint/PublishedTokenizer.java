package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A publisher's tokenizer as transformers reads it: out of {@code tokenizer.json} or the
 * vocabulary, with the settings and tokens that stand in other files.
 */
final class PublishedTokenizer {

  private static final String FILE = "tokenizer.json";
  private static final String SETTINGS = "tokenizer_config.json";
  private static final String MASK = "[MASK]";
  private static final String ADDED = "added_tokens";
  private static final String CONTENT = "content";

  // What transformers calls the settings of the normalizer, and what the file does.
  private static final Map<String, String> NORMALIZER =
      Map.of(
          "do_lower_case", "lowercase",
          "strip_accents", "strip_accents",
          "tokenize_chinese_chars", "handle_chinese_chars");

  private final Publication files;
  private final JsonObject settings;

  private PublishedTokenizer(Publication files, JsonObject settings) {
    this.files = files;
    this.settings = settings;
  }

  static void write(Publication files, Path target) throws IOException {
    PublishedTokenizer published = new PublishedTokenizer(files, json(files, SETTINGS));
    try (var writer = Json.createWriter(Files.newBufferedWriter(target))) {
      writer.writeObject(published.read());
    } catch (ClassCastException | NullPointerException | NumberFormatException e) {
      throw new CheckpointException(
          "%s or %s is not as transformers writes it: %s".formatted(FILE, SETTINGS, e.getMessage()),
          e);
    }
  }

  private static JsonObject json(Publication files, String name) throws IOException {
    Optional<Path> file = files.find(name);
    return file.isPresent() ? JsonFile.read(file.get()) : JsonValue.EMPTY_JSON_OBJECT;
  }

  private JsonObject read() throws IOException {
    checkMask(SETTINGS, settings);
    checkMask("special_tokens_map.json", json(files, "special_tokens_map.json"));
    JsonObject tokenizer = published();
    Map<String, Integer> ids = ids(tokenizer);
    JsonObjectBuilder completed = Json.createObjectBuilder(tokenizer);
    completed.add(ADDED, addedTokens(tokenizer, ids));
    completed.add("normalizer", normalizer(tokenizer.get("normalizer")));
    boolean framed = tokenizer.getOrDefault("post_processor", JsonValue.NULL) != JsonValue.NULL;
    if (!framed && ids.containsKey("[CLS]") && ids.containsKey("[SEP]")) {
      completed.add(
          "post_processor", TokenizerJson.postProcessor(ids.get("[CLS]"), ids.get("[SEP]")));
    }
    return completed.build();
  }

  /** People write {@code [MASK]} into their texts, whatever the model. */
  private static void checkMask(String file, JsonObject tokens) throws CheckpointException {
    JsonValue mask = tokens.getOrDefault("mask_token", Json.createValue(MASK));
    JsonValue text = mask instanceof JsonObject object ? object.get(CONTENT) : mask;
    if (text != null && text != JsonValue.NULL && !text.equals(Json.createValue(MASK))) {
      throw new CheckpointException(
          "%s says mask_token = %s; only %s can be imported.".formatted(file, text, MASK));
    }
  }

  private JsonObject published() throws IOException {
    Optional<Path> whole = files.find(FILE);
    if (whole.isPresent()) {
      JsonObject tokenizer = JsonFile.read(whole.get());
      JsonObject model = tokenizer.getJsonObject("model");
      if (model == null || !model.getString("type", "WordPiece").equals("WordPiece")) {
        throw new CheckpointException(
            "%s has a tokenizer of the type %s; only WordPiece can be imported."
                .formatted(FILE, model == null ? null : model.get("type")));
      }
      return tokenizer;
    }
    Optional<Path> list = files.find(VocabularyFile.NAME);
    if (list.isEmpty()) {
      throw new CheckpointException(
          "No tokenizer in %s: neither %s nor %s."
              .formatted(files.folder().getFileName(), FILE, VocabularyFile.NAME));
    }
    List<String> tokens = VocabularyFile.read(list.get());
    return TokenizerJson.of(tokens, VocabularyFile.isLowercase(tokens));
  }

  private static Map<String, Integer> ids(JsonObject tokenizer) {
    Map<String, Integer> ids = new HashMap<>();
    tokenizer
        .getJsonObject("model")
        .getJsonObject("vocab")
        .forEach((token, id) -> ids.put(token, ((JsonNumber) id).intValue()));
    return ids;
  }

  /** With those that stand in other files, and BERT's own, which transformers always adds. */
  private JsonArrayBuilder addedTokens(JsonObject tokenizer, Map<String, Integer> ids)
      throws IOException {
    JsonArrayBuilder added = Json.createArrayBuilder();
    Map<String, Integer> known = new HashMap<>();
    if (tokenizer.getOrDefault(ADDED, JsonValue.NULL) != JsonValue.NULL) {
      for (JsonObject token : tokenizer.getJsonArray(ADDED).getValuesAs(JsonObject.class)) {
        known.put(token.getString(CONTENT), token.getInt("id"));
        added.add(token);
      }
    }
    for (String special : TokenizerJson.SPECIAL_TOKENS) {
      if (ids.containsKey(special) && known.putIfAbsent(special, ids.get(special)) == null) {
        added.add(TokenizerJson.addedToken(ids.get(special), special, true));
      }
    }
    for (JsonObject token : addedElsewhere()) {
      if (known.putIfAbsent(token.getString(CONTENT), token.getInt("id")) == null) {
        added.add(token);
      }
    }
    return added;
  }

  private List<JsonObject> addedElsewhere() throws IOException {
    Map<Integer, JsonObject> byId = new TreeMap<>();
    json(files, "added_tokens.json")
        .forEach(
            (content, id) -> {
              int number = ((JsonNumber) id).intValueExact();
              byId.put(number, TokenizerJson.addedToken(number, content, false).build());
            });
    JsonObject decoder = settings.getJsonObject("added_tokens_decoder");
    if (decoder != null) {
      for (String id : decoder.keySet()) {
        JsonObject token = decoder.getJsonObject(id);
        int number = Integer.parseInt(id);
        boolean special = token.getBoolean("special", false);
        JsonObjectBuilder whole =
            TokenizerJson.addedToken(number, token.getString(CONTENT), special);
        token.forEach(whole::add);
        byId.put(number, whole.build());
      }
    }
    return List.copyOf(byId.values());
  }

  private JsonValue normalizer(JsonValue published) throws CheckpointException {
    if (!(published instanceof JsonObject normalizer)
        || !"BertNormalizer".equals(normalizer.getString("type", ""))) {
      return published == null ? JsonValue.NULL : published;
    }
    JsonObjectBuilder changed = Json.createObjectBuilder(normalizer);
    for (var setting : NORMALIZER.entrySet()) {
      JsonValue value = settings.getOrDefault(setting.getKey(), JsonValue.NULL);
      boolean isBoolean =
          value.getValueType() == ValueType.TRUE || value.getValueType() == ValueType.FALSE;
      if (isBoolean) {
        changed.add(setting.getValue(), value);
      } else if (value != JsonValue.NULL) {
        throw new CheckpointException(
            "%s says %s = %s, which is neither true nor false."
                .formatted(SETTINGS, setting.getKey(), value));
      }
    }
    return changed.build();
  }
}
