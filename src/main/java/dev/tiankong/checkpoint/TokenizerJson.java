package dev.tiankong.checkpoint;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Describes BERT's tokenizer in the format of Hugging Face's tokenizers. */
final class TokenizerJson {

  private static final List<String> SPECIAL_TOKENS =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
  private static final int LONGEST_WORD = 100;

  private TokenizerJson() {}

  /**
   * @param vocabulary one token a line, in the order of the ids
   */
  static void write(Path vocabulary, boolean lowercase, Path target) throws IOException {
    List<String> tokens = Files.readAllLines(vocabulary);
    for (String special : SPECIAL_TOKENS) {
      if (!tokens.contains(special)) {
        throw new CheckpointException(
            "%s has no %s, so it is no BERT's.".formatted(vocabulary.getFileName(), special));
      }
    }
    try (var writer = Json.createWriter(Files.newBufferedWriter(target))) {
      writer.writeObject(tokenizer(tokens, lowercase));
    }
  }

  /** A vocabulary with capital letters was made from text that kept them. */
  static boolean isLowercase(Path vocabulary) throws IOException {
    try (var tokens = Files.lines(vocabulary)) {
      return tokens
          .filter(token -> !token.matches("\\[.+]|<.+>"))
          .flatMapToInt(String::codePoints)
          .noneMatch(Character::isUpperCase);
    }
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
      added.add(
          Json.createObjectBuilder()
              .add("id", tokens.indexOf(special))
              .add("content", special)
              .add("single_word", false)
              .add("lstrip", false)
              .add("rstrip", false)
              .add("normalized", false)
              .add("special", true));
    }
    return added;
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
                .add("[CLS]", specialToken("[CLS]", tokens))
                .add("[SEP]", specialToken("[SEP]", tokens)));
  }

  private static JsonObjectBuilder template(String kind, String id) {
    return Json.createObjectBuilder()
        .add(kind, Json.createObjectBuilder().add("id", id).add("type_id", 0));
  }

  private static JsonObjectBuilder specialToken(String token, List<String> tokens) {
    return Json.createObjectBuilder()
        .add("id", token)
        .add("ids", Json.createArrayBuilder().add(tokens.indexOf(token)))
        .add("tokens", Json.createArrayBuilder().add(token));
  }

  private static JsonObjectBuilder decoder() {
    return Json.createObjectBuilder()
        .add("type", "WordPiece")
        .add("prefix", "##")
        .add("cleanup", true);
  }

  private static JsonObjectBuilder model(List<String> tokens) {
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
