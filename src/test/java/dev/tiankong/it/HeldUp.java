package dev.tiankong.it;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps batches of /v1/batches from coming into a state, for as long as a test wants. */
record HeldUp(Connection connection) implements AutoCloseable {

  private static final String WAIT =
      """
      create function wait_before() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtext(new.state));
        return new;
      end
      $$;
      create trigger held_up before update on openai_batch
        for each row when (new.owner = '%s') execute function wait_before();
      """;

  static HeldUp batchesOf(String owner) throws SQLException {
    Tables.run(WAIT.formatted(owner));
    return new HeldUp(Tables.source().getConnection());
  }

  void before(String state) throws SQLException {
    run("select pg_advisory_lock(hashtext('%s'))".formatted(state));
  }

  void noLongerBefore(String state) throws SQLException {
    run("select pg_advisory_unlock(hashtext('%s'))".formatted(state));
  }

  private void run(String query) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(query);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    Tables.run("drop function wait_before cascade");
  }
}
