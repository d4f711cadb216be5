package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.schema.SqlPage.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operator who asks the database what the page says, as the role that the page names. */
class TroubleshootingTest {

  @TempDir static Path folder;
  private static Cluster cluster;
  private static DataSource owner;

  @BeforeAll
  static void start() throws IOException, SQLException {
    cluster = Cluster.migrated(folder);
    owner = cluster.owner("tiankong");
    Cluster.run(owner, Files.readString(Path.of("src/test/resources/reporting/data.sql")));
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  static List<Example> questions() {
    return SqlPage.TROUBLESHOOTING.questions();
  }

  static List<String> dependingOnTheMachine() {
    return SqlPage.TROUBLESHOOTING.scripts();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void should_answer_what_the_page_says(Example question) throws SQLException {
    assertThat(SqlPage.table(Cluster.ask(owner, question.sql()))).isEqualTo(question.output());
  }

  @ParameterizedTest
  @MethodSource("dependingOnTheMachine")
  void should_answer_what_is_different_everywhere(String question) throws SQLException {
    assertThat(Cluster.ask(owner, question)).isNotEmpty();
  }

  @Test
  void should_find_the_questions_of_each_chapter() {
    assertThat(questions()).hasSize(13);
    assertThat(dependingOnTheMachine()).hasSize(2);
  }
}
