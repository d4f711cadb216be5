package dev.tiankong.health;

import dev.tiankong.batch.dispatch.WorkQueue;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.naming.ResourceNames;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Asks everything that a submit and a worker need. */
@ApplicationScoped
class Checks implements Supplier<Map<String, Optional<String>>> {

  private static final int DATABASE_TIMEOUT_SECONDS = 2;

  @Resource(lookup = ResourceNames.DATABASE)
  DataSource database;

  @Inject WorkQueue queue;
  @Inject ModelCatalogue models;

  @Override
  public Map<String, Optional<String>> get() {
    Map<String, Optional<String>> checks = new LinkedHashMap<>();
    checks.put("database", databaseProblem());
    checks.put("broker", queue.problem());
    checks.put("model", models.problem());
    return checks;
  }

  private Optional<String> databaseProblem() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(DATABASE_TIMEOUT_SECONDS)
          ? Optional.empty()
          : Optional.of("The database does not respond.");
    } catch (SQLException e) {
      return Optional.of("Database unreachable.");
    }
  }
}
