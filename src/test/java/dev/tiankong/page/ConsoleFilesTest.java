package dev.tiankong.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The modules of the console as they lie in their folder. */
class ConsoleFilesTest {

  private static final Path FOLDER = Path.of("src/main/console");

  /** Of imports that a module cannot begin without; pages are imported by a function. */
  private static final Pattern IMPORT =
      Pattern.compile("^import\\s+(?:[^'\"(]*?from\\s+)?'(\\.[^']+)';", Pattern.MULTILINE);

  private static final Pattern PRELOAD =
      Pattern.compile("<link rel=\"modulepreload\" href=\"/page/([^\"]+)\"");

  @Test
  void should_load_at_once_what_the_frame_is_made_of() throws IOException {
    Set<String> frame = new TreeSet<>();
    collect(Path.of("app.js"), frame);

    assertThat(preloaded()).containsAll(frame);
  }

  @Test
  void should_load_no_module_that_is_not_there() throws IOException {
    assertThat(preloaded())
        .filteredOn(module -> !module.startsWith("lib/"))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(FOLDER.resolve(module)).exists());
  }

  private static Set<String> preloaded() throws IOException {
    return PRELOAD
        .matcher(Files.readString(FOLDER.resolve("index.html")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static void collect(Path module, Set<String> found) throws IOException {
    // The libraries come with the build, and import nothing that their own folder does not have.
    if (module.startsWith("lib")) {
      return;
    }
    for (MatchResult line :
        IMPORT.matcher(Files.readString(FOLDER.resolve(module))).results().toList()) {
      Path imported = module.resolveSibling(line.group(1)).normalize();
      if (found.add(imported.toString())) {
        collect(imported, found);
      }
    }
  }
}
