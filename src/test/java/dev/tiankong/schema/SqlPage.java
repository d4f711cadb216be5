package dev.tiankong.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL of a page, and what the page says that it answers. */
final class SqlPage {

  static final SqlPage REPORTING = new SqlPage("reporting");
  static final SqlPage TROUBLESHOOTING = new SqlPage("troubleshooting");

  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)```\n(?:\n((?:\\|[^\n]*\n)+))?", Pattern.DOTALL);

  private final Path file;

  private SqlPage(String name) {
    file = Path.of("src/docs", name + ".md");
  }

  /**
   * @param output a Markdown table, or null for a script that answers nothing
   */
  record Example(String sql, String output) {

    @Override
    public String toString() {
      return sql;
    }
  }

  /** What is run without an answer to look at. */
  List<String> scripts() {
    return examples().stream().filter(e -> e.output() == null).map(Example::sql).toList();
  }

  List<Example> questions() {
    return examples().stream().filter(e -> e.output() != null).toList();
  }

  private List<Example> examples() {
    try {
      return EXAMPLE
          .matcher(Files.readString(file))
          .results()
          .map(found -> new Example(found.group(1), found.group(2)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows, the first of which holds the names of the columns, as the page writes them. */
  static String table(List<List<String>> rows) {
    return line(rows.get(0))
        + ("|" + "---|".repeat(rows.get(0).size()) + "\n")
        + rows.stream().skip(1).map(SqlPage::line).collect(Collectors.joining());
  }

  private static String line(List<String> row) {
    return row.stream()
        .map(value -> value == null ? "" : value.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
