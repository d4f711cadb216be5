package dev.tiankong.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the console says of problems and errors, by key, as its module has it. */
public record ConsoleWords(Map<String, String> chinese, Map<String, String> english) {

  private static final Path MODULE = Path.of("src/main/console/problem-words.js");
  private static final Pattern WORDS =
      Pattern.compile("(?:'([\\w.-]+)'|([\\w]+)): '((?:[^'\\\\]|\\\\.)*)'");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public static ConsoleWords read() {
    try {
      String[] languages = Files.readString(MODULE).split("\n  en: \\{\n", 2);
      return new ConsoleWords(words(languages[0]), words(languages[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> words(String lines) {
    Map<String, String> words = new TreeMap<>();
    for (MatchResult found : WORDS.matcher(lines).results().toList()) {
      words.put(found.group(1) == null ? found.group(2) : found.group(1), found.group(3));
    }
    return words;
  }

  /** Whether what the server tells suffices to say it in both languages. */
  public boolean tell(String code, Set<String> parameters, String reason) {
    return tells(chinese, code, parameters, reason) && tells(english, code, parameters, reason);
  }

  private static boolean tells(
      Map<String, String> words, String code, Set<String> parameters, String reason) {
    return Set.of(code, code + "." + reason).stream()
        .filter(words::containsKey)
        .anyMatch(key -> parameters.containsAll(places(words.get(key))));
  }

  /** The names in braces. */
  static Set<String> places(String words) {
    return PLACE.matcher(words).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }
}
