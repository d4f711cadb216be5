package dev.tiankong.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Tries a tokenizer before a model is published with it. */
public final class TokenizerTrial {

  private TokenizerTrial() {}

  /** Fails when the tokenizer does not give texts the ids that its vocabulary has for them. */
  public static void run(Path file, Vocabulary vocabulary) throws IOException {
    Tokenizer tokenizer;
    try {
      tokenizer = Tokenizer.load(file, vocabulary);
    } catch (RuntimeException e) {
      throw new IOException(file.getFileName() + " cannot be loaded: " + e.getMessage(), e);
    }
    try (tokenizer) {
      long[] framed = tokenizer.tokenize(0, MaskFiller.MASK).ids();
      if (framed.length != 3 || framed[1] != tokenizer.mask()) {
        throw new IOException(
            "%s makes the ids %s of %s, not three with that of the mask, %d, between the others."
                .formatted(
                    file.getFileName(),
                    Arrays.toString(framed),
                    MaskFiller.MASK,
                    tokenizer.mask()));
      }
      for (String added : vocabulary.added()) {
        long[] cut = tokenizer.cut(added);
        if (cut.length != 1 || cut[0] != vocabulary.id(added).orElseThrow()) {
          throw new IOException(
              "%s gives the added token %s the id %d, but the library reads it as %s."
                  .formatted(
                      file.getFileName(),
                      added,
                      vocabulary.id(added).orElseThrow(),
                      Arrays.toString(cut)));
        }
      }
    }
  }
}
