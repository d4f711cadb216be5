package dev.tiankong.acceptance;

import dev.tiankong.local.Database;
import dev.tiankong.local.DefaultModel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.event.container.AfterStart;
import org.jboss.arquillian.container.spi.event.container.BeforeStart;
import org.jboss.arquillian.container.spi.event.container.BeforeStop;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Puts a database and a model beside Arquillian's server and deploys the WAR, once for all test
 * classes: what is tested is one running product, and starting it is the slow part.
 */
public final class RunningProduct implements LoadableExtension {
  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Parts.class);
  }

  /** Arquillian makes one and tells it of the server's life. */
  static final class Parts {
    private final WebArchive war =
        ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("test.war")));

    void prepare(@Observes BeforeStart event) throws IOException {
      Path home = Path.of(System.getProperty("test.home"));
      // The model stays from run to run; the database must not, or tests would see old batches.
      DefaultModel.provide(
          Path.of(System.getProperty("tiankong.model.source")), home.resolve("models"));
      deleteTree(home.resolve("postgres"));
      Database database =
          Database.start(
              home.resolve("postgres"),
              Integer.getInteger("test.database.port"),
              System.getenv("TIANKONG_DB_PASSWORD"));
      // Not at an event of Arquillian's: it sends none when the server fails to start.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database)));
    }

    void deploy(@Observes AfterStart event) throws DeploymentException {
      event.getDeployableContainer().deploy(war);
    }

    void undeploy(@Observes BeforeStop event) throws DeploymentException {
      event.getDeployableContainer().undeploy(war);
    }

    private static void close(Database database) {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void deleteTree(Path folder) throws IOException {
      if (!Files.exists(folder)) {
        return;
      }
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
