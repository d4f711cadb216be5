package dev.tiankong.checkpoint;

import dev.tiankong.checkpoint.TokenizerJson.Normalizer;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A publisher's tokenizer as transformers reads it. Of {@code tokenizer.json} it takes the
 * vocabulary and the added tokens; all else is BERT's, with the settings that stand in another
 * file.
 */
final class PublishedTokenizer {

  private static final String FILE = "tokenizer.json";
  private static final String SETTINGS = "tokenizer_config.json";
  private static final String TOKENS = "special_tokens_map.json";
  private static final String MASK = "[MASK]";
  private static final String START = "[CLS]";
  private static final String END = "[SEP]";
  private static final List<String> NEEDED = List.of("[UNK]", START, END, MASK);
  private static final List<String> BERTS_OWN = List.of("[PAD]", "[UNK]", START, END, MASK);
  private static final String CONTENT = "content";

  private final Publication files;
  private final JsonObject settings;

  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private final Map<String, JsonObject> added = new LinkedHashMap<>();

  private PublishedTokenizer(Publication files, JsonObject settings) {
    this.files = files;
    this.settings = settings;
  }

  static void write(Publication files, Path target) throws IOException {
    PublishedTokenizer published = new PublishedTokenizer(files, json(files, SETTINGS));
    try (var writer = Json.createWriter(Files.newBufferedWriter(target))) {
      writer.writeObject(published.read());
    } catch (ClassCastException
        | NullPointerException
        | NumberFormatException
        | ArithmeticException e) {
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
    checkMask(TOKENS, json(files, TOKENS));
    String source = readVocabulary();
    addBertsOwn();
    addFromOtherFiles();
    for (String needed : NEEDED) {
      if (!added.containsKey(needed)) {
        throw new CheckpointException(
            "%s has no %s, so it does not belong to a BERT.".formatted(source, needed));
      }
    }
    return new TokenizerJson(vocabulary, List.copyOf(added.values()), normalizer())
        .json(added.get(START).getInt("id"), added.get(END).getInt("id"));
  }

  /** People write {@code [MASK]} into their texts, whatever the model. */
  private static void checkMask(String file, JsonObject tokens) throws CheckpointException {
    JsonValue mask = tokens.getOrDefault("mask_token", JsonValue.NULL);
    JsonValue text = mask instanceof JsonObject object ? object.get(CONTENT) : mask;
    if (text != JsonValue.NULL && !Json.createValue(MASK).equals(text)) {
      throw new CheckpointException(
          "%s says mask_token = %s; only %s can be imported.".formatted(file, text, MASK));
    }
  }

  /** Gives the name of the file that has it. */
  private String readVocabulary() throws IOException {
    Optional<Path> whole = files.find(FILE);
    if (whole.isPresent()) {
      read(JsonFile.read(whole.get()));
      return FILE;
    }
    Path list =
        files
            .find(VocabularyFile.NAME)
            .orElseThrow(
                () ->
                    new CheckpointException(
                        "No tokenizer in %s: neither %s nor %s."
                            .formatted(files.folder().getFileName(), FILE, VocabularyFile.NAME)));
    List<String> tokens = VocabularyFile.read(list);
    for (int id = 0; id < tokens.size(); id++) {
      // Of a token that stands there twice the last place counts, as in Python's dictionaries.
      vocabulary.put(tokens.get(id), id);
    }
    return VocabularyFile.NAME;
  }

  private void read(JsonObject tokenizer) throws CheckpointException {
    JsonObject model = tokenizer.getJsonObject("model");
    if (model == null || !model.getString("type", "WordPiece").equals("WordPiece")) {
      throw new CheckpointException(
          "%s has a tokenizer of the type %s; only WordPiece can be imported."
              .formatted(FILE, model == null ? null : model.get("type")));
    }
    model
        .getJsonObject("vocab")
        .forEach((token, id) -> vocabulary.put(token, ((JsonNumber) id).intValueExact()));
    if (tokenizer.getOrDefault("added_tokens", JsonValue.NULL) != JsonValue.NULL) {
      tokenizer.getJsonArray("added_tokens").getValuesAs(JsonObject.class).forEach(this::add);
    }
  }

  private void add(JsonObject token) {
    added.putIfAbsent(token.getString(CONTENT), token);
  }

  /** A file may leave them out of the added tokens: transformers adds them all the same. */
  private void addBertsOwn() {
    for (String special : BERTS_OWN) {
      if (vocabulary.containsKey(special)) {
        add(TokenizerJson.addedToken(vocabulary.get(special), special, true).build());
      }
    }
  }

  private void addFromOtherFiles() throws IOException {
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
    byId.values().forEach(this::add);
  }

  private Normalizer normalizer() throws CheckpointException {
    // transformers makes all letters small unless it is told otherwise. A vocabulary that comes
    // without any file of transformers tells it by its own letters.
    boolean published = files.find(FILE).isPresent() || files.find(SETTINGS).isPresent();
    boolean lowercase = published || VocabularyFile.isLowercase(vocabulary.keySet());
    return new Normalizer(
        setting("do_lower_case", lowercase ? JsonValue.TRUE : JsonValue.FALSE)
            .equals(JsonValue.TRUE),
        setting("strip_accents", JsonValue.NULL),
        setting("tokenize_chinese_chars", JsonValue.TRUE).equals(JsonValue.TRUE));
  }

  private JsonValue setting(String key, JsonValue otherwise) throws CheckpointException {
    JsonValue value = settings.getOrDefault(key, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return otherwise;
    }
    if (value.getValueType() != ValueType.TRUE && value.getValueType() != ValueType.FALSE) {
      throw new CheckpointException(
          "%s says %s = %s, which is neither true nor false.".formatted(SETTINGS, key, value));
    }
    return value;
  }
}
