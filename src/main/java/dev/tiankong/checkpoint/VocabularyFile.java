package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A publisher's list of tokens: one a line, in the order of the ids. */
final class VocabularyFile {

  static final String NAME = "vocab.txt";

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private VocabularyFile() {}

  static List<String> read(Path file) throws IOException {
    LargeFilePointer.refuse(file);
    List<String> tokens;
    try {
      tokens = new ArrayList<>(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      throw new CheckpointException(
          file.getFileName() + " is not in UTF-8, but possibly in GBK: convert it first.", e);
    }
    if (!tokens.isEmpty() && tokens.get(0).startsWith(BYTE_ORDER_MARK)) {
      tokens.set(0, tokens.get(0).substring(BYTE_ORDER_MARK.length()));
    }
    // No text is cut into empty tokens, so that those at the end need no embeddings.
    while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isEmpty()) {
      tokens.remove(tokens.size() - 1);
    }
    return tokens;
  }

  /** A vocabulary with capital letters was made from text that kept them. */
  static boolean isLowercase(Collection<String> tokens) {
    return tokens.stream()
        .filter(token -> !token.matches("\\[.+]|<.+>"))
        .flatMapToInt(String::codePoints)
        .noneMatch(Character::isUpperCase);
  }
}
