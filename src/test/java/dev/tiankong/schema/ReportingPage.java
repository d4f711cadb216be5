package dev.tiankong.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL of the page for analysts, and what the page says that it answers. */
final class ReportingPage {

  private static final Pattern EXAMPLE =
      Pattern.compile("```sql\n(.*?)```\n(?:\n((?:\\|[^\n]*\n)+))?", Pattern.DOTALL);

  private ReportingPage() {}

  /**
   * @param output a Markdown table, or null for a script that answers nothing
   */
  record Example(String sql, String output) {

    @Override
    public String toString() {
      return sql;
    }
  }

  /** What an administrator runs: how to make a login, and how to make the role. */
  static List<String> scripts() {
    return examples().stream().filter(e -> e.output() == null).map(Example::sql).toList();
  }

  static List<Example> questions() {
    return examples().stream().filter(e -> e.output() != null).toList();
  }

  private static List<Example> examples() {
    try {
      return EXAMPLE
          .matcher(Files.readString(Path.of("src/docs/reporting.md")))
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
        + rows.stream().skip(1).map(ReportingPage::line).collect(Collectors.joining());
  }

  private static String line(List<String> row) {
    return row.stream()
        .map(value -> value == null ? "" : value.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
