package dev.tiankong.inference;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Words cut into tokens.
 *
 * @param mask the token that stands where nothing is filled in
 */
record TargetWords(Collection<long[]> words, long mask) {

  /** The tokens of all words, each once. */
  long[] ids() {
    return words.stream().flatMapToLong(LongStream::of).distinct().toArray();
  }

  /** The words that are a token each. */
  Set<Long> single() {
    return words.stream()
        .filter(word -> word.length == 1)
        .map(word -> word[0])
        .collect(Collectors.toSet());
  }

  /** The words that fill a run alone. */
  List<long[]> whole(long[] run) {
    return words.stream().filter(word -> word.length == run.length && fits(word, run, 0)).toList();
  }

  boolean isOpen(long token) {
    return token == mask;
  }

  /**
   * Which tokens each place of a run may have so that words side by side fill it exactly.
   *
   * @param run its tokens, some of which may be filled in already
   */
  List<Set<Long>> fitting(long[] run) {
    List<Set<Long>> fitting =
        Stream.generate(() -> (Set<Long>) new HashSet<Long>()).limit(run.length).toList();
    boolean[] closing = closing(run);
    boolean[] reached = new boolean[run.length + 1];
    reached[0] = true;
    for (int at = 0; at < run.length; at++) {
      for (long[] word : words) {
        if (reached[at] && fits(word, run, at) && closing[at + word.length]) {
          reached[at + word.length] = true;
          for (int i = 0; i < word.length; i++) {
            fitting.get(at + i).add(word[i]);
          }
        }
      }
    }
    return fitting;
  }

  /** From where on words can fill a run to its end. */
  private boolean[] closing(long[] run) {
    boolean[] closing = new boolean[run.length + 1];
    closing[run.length] = true;
    for (int at = run.length - 1; at >= 0; at--) {
      for (long[] word : words) {
        closing[at] |= fits(word, run, at) && closing[at + word.length];
      }
    }
    return closing;
  }

  private boolean fits(long[] word, long[] run, int at) {
    if (at + word.length > run.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (run[at + i] != word[i] && !isOpen(run[at + i])) {
        return false;
      }
    }
    return true;
  }
}
