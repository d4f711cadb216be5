package dev.tiankong.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts texts into tokens. Safe for concurrent use: encoding reads the native tokenizer only. */
final class Tokenizer implements AutoCloseable {

  // Radicals come first, the supplement of compatibility ideographs last.
  private static final int FIRST_VARIANT = 0x2E80;
  private static final int LAST_VARIANT = 0x2FA1F;

  private final HuggingFaceTokenizer tokenizer;
  private final long maskId;

  // What some fonts and old encodings have in place of a character that the model knows: ⾸ for 首.
  private final Map<Integer, Integer> variants;

  private Tokenizer(HuggingFaceTokenizer tokenizer, Vocabulary vocabulary) {
    this.tokenizer = tokenizer;
    this.maskId = vocabulary.id(MaskFiller.MASK).orElseThrow();
    this.variants = variants(vocabulary);
  }

  /** Those forms that the vocabulary lacks (Unicode calls them compatibility characters, NFKC). */
  private static Map<Integer, Integer> variants(Vocabulary vocabulary) {
    Map<Integer, Integer> variants = new HashMap<>();
    for (int variant = FIRST_VARIANT; variant <= LAST_VARIANT; variant++) {
      if (Character.UnicodeScript.of(variant) == Character.UnicodeScript.HAN) {
        String form = Character.toString(variant);
        String usual = Normalizer.normalize(form, Normalizer.Form.NFKC);
        if (!usual.equals(form)
            && usual.codePointCount(0, usual.length()) == 1
            && vocabulary.id(form).isEmpty()
            && vocabulary.id(usual).isPresent()) {
          variants.put(variant, usual.codePointAt(0));
        }
      }
    }
    return variants;
  }

  static Tokenizer load(Path file, Vocabulary vocabulary) throws IOException {
    // Nothing may be cut off in silence: a text that is too long has to be refused.
    var options = Map.of("truncation", "false", "padding", "false");
    return new Tokenizer(HuggingFaceTokenizer.newInstance(file, options), vocabulary);
  }

  TokenizedText tokenize(int index, String text) {
    long[] ids = tokenizer.encode(usual(text), true, false).getIds();
    int[] masks = IntStream.range(0, ids.length).filter(i -> ids[i] == maskId).toArray();
    return new TokenizedText(index, ids, masks);
  }

  private String usual(String text) {
    if (text.codePoints().noneMatch(variants::containsKey)) {
      return text;
    }
    StringBuilder usual = new StringBuilder(text.length());
    text.codePoints().map(c -> variants.getOrDefault(c, c)).forEach(usual::appendCodePoint);
    return usual.toString();
  }

  /** The tokens of a word, without those that frame a text. */
  long[] cut(String word) {
    return tokenizer.encode(usual(word), false, false).getIds();
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
