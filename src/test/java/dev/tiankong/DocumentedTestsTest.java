package dev.tiankong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation names tests as evidence; a test that was renamed is no evidence. */
class DocumentedTestsTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAME =
      Pattern.compile("`(\\w+[a-z](?:IT|Test))(?:\\.(should_\\w+))?`");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void should_name_tests_that_exist(Path page) throws IOException {
    assertThat(NAME.matcher(Files.readString(page)).results())
        .allSatisfy(
            name -> {
              Optional<Path> source = source(name.group(1));
              assertThat(source).as(name.group(1)).isPresent();
              if (name.group(2) != null) {
                assertThat(source.get()).content().contains("void " + name.group(2) + "(");
              }
            });
  }

  private static Optional<Path> source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files.filter(file -> file.endsWith(test + ".java")).findFirst();
    }
  }
}
