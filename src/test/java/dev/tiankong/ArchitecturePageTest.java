package dev.tiankong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page leads its readers through the code by names, so they must be the names in the code. */
class ArchitecturePageTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/tiankong");

  /** A class, perhaps with a method. Settings have no small letter, SQL files have underscores. */
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:\\.(\\w+))?`");

  /** A row of the table of hops: number, class, package. */
  private static final Pattern HOP =
      Pattern.compile("(?m)^\\| \\d+ \\| `(\\w+)\\.\\w+` \\| `([a-z.]+)` \\|");

  private static final Pattern PACKAGE = Pattern.compile("`([a-z.]+)`");

  private static String page;
  private static List<Path> sources;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("src/docs/architecture.md"));
    try (Stream<Path> main = Files.walk(SOURCES);
        Stream<Path> test = Files.walk(Path.of("src/test/java"))) {
      sources =
          Stream.concat(main, test).filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void should_name_classes_and_members_that_exist() {
    List<MatchResult> names = NAME.matcher(page).results().toList();
    assertThat(names).hasSizeGreaterThan(20);
    assertThat(names)
        .allSatisfy(
            name -> {
              Path source = sourceOf(name.group(1));
              if (name.group(2) != null) {
                assertThat(source).content().containsPattern("\\b" + name.group(2) + "\\(");
              }
            });
  }

  @Test
  void should_follow_a_batch_through_classes_in_the_packages_they_are_in() {
    List<MatchResult> hops = HOP.matcher(page).results().toList();
    assertThat(hops).hasSizeGreaterThanOrEqualTo(8);
    assertThat(hops)
        .allSatisfy(hop -> assertThat(packageOf(sourceOf(hop.group(1)))).isEqualTo(hop.group(2)));
  }

  @Test
  void should_list_every_package_and_no_other() {
    Set<String> packages = new TreeSet<>();
    sources.stream()
        .filter(source -> source.startsWith(SOURCES) && !source.getParent().equals(SOURCES))
        .forEach(source -> packages.add(packageOf(source)));
    String table = page.substring(page.indexOf("\n## Packages"), page.indexOf("\n## What runs"));
    Set<String> listed = new TreeSet<>();
    table
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .forEach(
            cell -> PACKAGE.matcher(cell).results().forEach(name -> listed.add(name.group(1))));
    assertThat(listed).isEqualTo(packages);
  }

  private static Path sourceOf(String name) {
    List<Path> found = sources.stream().filter(source -> source.endsWith(name + ".java")).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static String packageOf(Path source) {
    return SOURCES.relativize(source.getParent()).toString().replace('/', '.');
  }
}
