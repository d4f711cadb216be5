package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * Describes BERT's tokenizer in the format of Hugging Face's tokenizers.
 *
 * @param ids of the word pieces
 * @param addedTokens that are looked for in a text before it is cut into word pieces
 * @param normalizer its settings
 */
record TokenizerJson(
    Map<String, Integer> ids, List<JsonObject> addedTokens, Normalizer normalizer) {

  private static final int LONGEST_WORD = 100;

  /**
   * What happens to a text before all else.
   *
   * @param stripAccents true, false, or null: as the case
   */
  record Normalizer(boolean lowercase, JsonValue stripAccents, boolean partChinese) {}

  /** One of the added tokens, with the usual settings. */
  static JsonObjectBuilder addedToken(int id, String content, boolean special) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("content", content)
        .add("single_word", false)
        .add("lstrip", false)
        .add("rstrip", false)
        .add("normalized", !special)
        .add("special", special);
  }

  /**
   * @param start what a text begins with
   * @param end what it ends with
   */
  JsonObject json(int start, int end) {
    JsonArrayBuilder added = Json.createArrayBuilder();
    addedTokens.forEach(added::add);
    return Json.createObjectBuilder()
        .add("version", "1.0")
        .addNull("truncation")
        .addNull("padding")
        .add("added_tokens", added)
        .add("normalizer", normalizerJson())
        .add("pre_tokenizer", Json.createObjectBuilder().add("type", "BertPreTokenizer"))
        .add("post_processor", postProcessor(start, end))
        .add("decoder", decoder())
        .add("model", model())
        .build();
  }

  private JsonObjectBuilder normalizerJson() {
    return Json.createObjectBuilder()
        .add("type", "BertNormalizer")
        .add("clean_text", true)
        .add("handle_chinese_chars", normalizer.partChinese())
        .add("strip_accents", normalizer.stripAccents())
        .add("lowercase", normalizer.lowercase());
  }

  private static JsonObjectBuilder postProcessor(int start, int end) {
    return Json.createObjectBuilder()
        .add("type", "TemplateProcessing")
        .add(
            "single",
            Json.createArrayBuilder()
                .add(template("SpecialToken", "[CLS]"))
                .add(template("Sequence", "A"))
                .add(template("SpecialToken", "[SEP]")))
        .add(
            "pair",
            Json.createArrayBuilder().add(template("Sequence", "A")).add(template("Sequence", "B")))
        .add(
            "special_tokens",
            Json.createObjectBuilder()
                .add("[CLS]", specialToken("[CLS]", start))
                .add("[SEP]", specialToken("[SEP]", end)));
  }

  private static JsonObjectBuilder template(String kind, String id) {
    return Json.createObjectBuilder()
        .add(kind, Json.createObjectBuilder().add("id", id).add("type_id", 0));
  }

  private static JsonObjectBuilder specialToken(String token, int id) {
    return Json.createObjectBuilder()
        .add("id", token)
        .add("ids", Json.createArrayBuilder().add(id))
        .add("tokens", Json.createArrayBuilder().add(token));
  }

  private static JsonObjectBuilder decoder() {
    return Json.createObjectBuilder()
        .add("type", "WordPiece")
        .add("prefix", "##")
        .add("cleanup", true);
  }

  private JsonObjectBuilder model() {
    JsonObjectBuilder vocabulary = Json.createObjectBuilder();
    ids.forEach(vocabulary::add);
    return Json.createObjectBuilder()
        .add("type", "WordPiece")
        .add("unk_token", "[UNK]")
        .add("continuing_subword_prefix", "##")
        .add("max_input_chars_per_word", LONGEST_WORD)
        .add("vocab", vocabulary);
  }
}
