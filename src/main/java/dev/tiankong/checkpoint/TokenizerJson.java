package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Describes BERT's tokenizer in the format of Hugging Face's tokenizers. */
final class TokenizerJson {

  static final List<String> SPECIAL_TOKENS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
  private static final int LONGEST_WORD = 100;

  private TokenizerJson() {}

  /**
   * @param tokens in the order of the ids
   */
  static JsonObject of(List<String> tokens, boolean lowercase) throws CheckpointException {
    for (String special : SPECIAL_TOKENS) {
      if (!tokens.contains(special)) {
        throw new CheckpointException(
            "%s has no %s, so it is no BERT's.".formatted(VocabularyFile.NAME, special));
      }
    }
    return tokenizer(tokens, lowercase);
  }

  private static JsonObject tokenizer(List<String> tokens, boolean lowercase) {
    return Json.createObjectBuilder()
        .add("version", "1.0")
        .addNull("truncation")
        .addNull("padding")
        .add("added_tokens", addedTokens(tokens))
        .add("normalizer", normalizer(lowercase))
        .add("pre_tokenizer", Json.createObjectBuilder().add("type", "BertPreTokenizer"))
        .add("post_processor", postProcessor(tokens))
        .add("decoder", decoder())
        .add("model", model(tokens))
        .build();
  }

  private static JsonArrayBuilder addedTokens(List<String> tokens) {
    JsonArrayBuilder added = Json.createArrayBuilder();
    for (String special : SPECIAL_TOKENS) {
      added.add(addedToken(tokens.lastIndexOf(special), special, true));
    }
    return added;
  }

  /** A token that is looked for in a text before the text is cut into word pieces. */
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

  private static JsonObjectBuilder normalizer(boolean lowercase) {
    return Json.createObjectBuilder()
        .add("type", "BertNormalizer")
        .add("clean_text", true)
        .add("handle_chinese_chars", true)
        .addNull("strip_accents")
        .add("lowercase", lowercase);
  }

  private static JsonObjectBuilder postProcessor(List<String> tokens) {
    return postProcessor(tokens.lastIndexOf("[CLS]"), tokens.lastIndexOf("[SEP]"));
  }

  /** Frames a text with the two tokens that BERT was trained with. */
  static JsonObjectBuilder postProcessor(int start, int end) {
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

  private static JsonObjectBuilder model(List<String> tokens) {
    // Of a token that stands there twice the last place counts, as in Python's dictionaries.
    JsonObjectBuilder ids = Json.createObjectBuilder();
    for (int id = 0; id < tokens.size(); id++) {
      ids.add(tokens.get(id), id);
    }
    return Json.createObjectBuilder()
        .add("type", "WordPiece")
        .add("unk_token", "[UNK]")
        .add("continuing_subword_prefix", "##")
        .add("max_input_chars_per_word", LONGEST_WORD)
        .add("vocab", ids);
  }
}
