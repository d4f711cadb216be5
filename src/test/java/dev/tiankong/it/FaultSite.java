package dev.tiankong.it;

import dev.tiankong.local.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out one {@link Victim} for all fault tests, running when a test begins and empty of other
 * tests' batches; and stops it when all of them are through.
 */
final class FaultSite implements BeforeEachCallback, ParameterResolver {

  /** Small chunks: much is under way at any time, and a fault costs little work. */
  private static final Map<String, String> SETTINGS =
      Map.of("TIANKONG_CHUNK_TOKENS", "256", "TIANKONG_WORKERS", "2");

  /** Keeps the store from closing it: that is done once, when the JVM ends. */
  private record Shared(Victim victim) {}

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    Victim victim = victim(context);
    if (!victim.databaseAnswers()) {
      victim.restartDatabase();
    }
    Books books = new Books(victim.database());
    if (victim.runsAsEver() && books.open() == 0) {
      books.clear();
      return;
    }
    // A test that failed has left who knows what.
    victim.stopServer();
    Folder.delete(victim.journal());
    Folder.delete(victim.transactions());
    books.rollBackPrepared();
    if (!books.isNew()) {
      books.clear();
    }
    victim.startServer(Map.of());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Victim.class || type == Books.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Victim victim = victim(context);
    return parameter.getParameter().getType() == Victim.class
        ? victim
        : new Books(victim.database());
  }

  private static Victim victim(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(FaultSite.class))
        .getOrComputeIfAbsent(Shared.class, key -> new Shared(create()), Shared.class)
        .victim();
  }

  private static void close(Victim victim) {
    try {
      victim.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Victim create() {
    Path folder = Path.of(System.getProperty("test.home")).resolveSibling("fault-home");
    return create(folder, War.withFaults(), SETTINGS);
  }

  /** A server of its own in the folder, which is emptied. */
  static Victim create(Path folder, WebArchive application, Map<String, String> settings) {
    Path home = Path.of(System.getProperty("test.home"));
    Path source = Path.of(System.getProperty("tiankong.model.source"));
    try {
      Folder.delete(folder);
      Path war = Files.createDirectories(folder).resolve("tiankong.war");
      application.as(ZipExporter.class).exportTo(war.toFile());
      // The native libraries, half a gigabyte, are shared like the model.
      Files.createDirectories(home.resolve("djl"));
      Files.createSymbolicLink(folder.resolve("djl"), home.resolve("djl"));
      Victim victim =
          Victim.in(
              folder,
              Path.of(System.getProperty("test.server")),
              war,
              SharedModel.folder(),
              source,
              settings);
      // Also after a Ctrl-C nothing of it may stay.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(victim)));
      return victim;
    } catch (IOException e) {
      throw new IllegalStateException("The victim cannot be set up", e);
    }
  }
}
