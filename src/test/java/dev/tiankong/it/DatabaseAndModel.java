package dev.tiankong.it;

import dev.tiankong.local.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Puts a PostgreSQL and the default model beside Arquillian's server, as the launcher does. */
public final class DatabaseAndModel implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Preparation.class).observer(KeepDeployed.class);
  }

  static final class Preparation {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    void prepare(@Observes BeforeStart event) throws IOException {
      Path home = Path.of(System.getProperty("test.home"));
      Certificate.make(
          Path.of(System.getenv("TIANKONG_KEYSTORE")), System.getenv("TIANKONG_KEYSTORE_PASSWORD"));
      Awaitility.setDefaultTimeout(PATIENCE);
      SharedModel.linkInto(home);
      // Tests must not see batches of the previous run.
      Folder.delete(home.resolve("postgres"));
      Database database =
          Database.start(
              home.resolve("postgres"),
              Integer.getInteger("test.database.port"),
              Database.Passwords.same(System.getenv("TIANKONG_DB_PASSWORD")));
      // Not at an event of Arquillian's: it sends none when the server fails to start.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
    }

    private static void close(Database database) {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
