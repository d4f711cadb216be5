package dev.tiankong.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts texts into tokens. Safe for concurrent use: encoding reads the native tokenizer only. */
final class Tokenizer implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;
  private final long maskId;

  private Tokenizer(HuggingFaceTokenizer tokenizer, long maskId) {
    this.tokenizer = tokenizer;
    this.maskId = maskId;
  }

  static Tokenizer load(Path file, Vocabulary vocabulary) throws IOException {
    // Nothing may be cut off in silence: a text that is too long has to be refused.
    var options = Map.of("truncation", "false", "padding", "false");
    return new Tokenizer(
        HuggingFaceTokenizer.newInstance(file, options),
        vocabulary.id(MaskFiller.MASK).orElseThrow());
  }

  TokenizedText tokenize(int index, String text) {
    long[] ids = tokenizer.encode(text, true, false).getIds();
    int[] masks = IntStream.range(0, ids.length).filter(i -> ids[i] == maskId).toArray();
    return new TokenizedText(index, ids, masks);
  }

  /** The tokens of a word, without those that frame a text. */
  long[] cut(String word) {
    return tokenizer.encode(word, false, false).getIds();
  }

  /** The token that marks a blank. */
  long mask() {
    return maskId;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
