package dev.tiankong.schema;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The migrations that this version of the application knows, for one database. */
final class Migrations {

  private static final Set<MigrationState> UNKNOWN_HERE =
      EnumSet.of(
          MigrationState.FUTURE_SUCCESS,
          MigrationState.FUTURE_FAILED,
          MigrationState.MISSING_SUCCESS,
          MigrationState.MISSING_FAILED);

  private final Flyway flyway;

  /**
   * @param owner signs in with the role that owns the tables
   * @param application the role that is granted what the application needs; may be the same
   */
  Migrations(DataSource owner, String application, String location) {
    flyway =
        Flyway.configure(getClass().getClassLoader())
            .dataSource(owner)
            // Stands within quotation marks.
            .placeholders(Map.of("application", application.replace("'", "''")))
            .locations(location)
            .validateMigrationNaming(true)
            .load();
  }

  /**
   * Runs those that the database has not seen yet.
   *
   * @throws IllegalStateException if it has seen one that is not known here
   */
  void run() {
    refuseNewerDatabase();
    flyway.migrate();
  }

  // Flyway would go on with a warning: old code would then write rows that the new code misreads.
  private void refuseNewerDatabase() {
    String unknown =
        Arrays.stream(flyway.info().applied())
            .filter(migration -> UNKNOWN_HERE.contains(migration.getState()))
            .map(Migrations::name)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "The database was migrated by a newer version of Tiankong; this version does not know "
              + unknown
              + ". Update the server, or restore a backup of the database from before the update.");
    }
  }

  private static String name(MigrationInfo migration) {
    return (migration.isVersioned() ? "V" + migration.getVersion() : "R")
        + " ("
        + migration.getDescription()
        + ")";
  }
}
