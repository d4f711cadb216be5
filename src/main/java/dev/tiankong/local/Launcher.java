package dev.tiankong.local;

import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Starts all of Tiankong on this machine, stays in the foreground, and stops all of it again. */
public final class Launcher {
  private static final Duration READY_LIMIT = Duration.ofMinutes(5);
  // Model 1.3 GB and as much as 0.7 GB while it is made, native libraries 0.5 GB, the rest for
  // batches and journal.
  private static final long MIB_AT_FIRST = 3600;
  private static final long MIB_LATER = 500;

  private final Map<String, String> environment;
  private final Console console;
  private final Running running;
  private final Home home;
  private final Address address;
  private final Optional<RequestedModel> requested;

  // Null when there is one of the operator's own.
  private Database database;

  // Held to the end of the JVM, which gives it back: an unreachable lock would be lost.
  private Closeable lock;

  private Launcher(Map<String, String> environment, Console console, Running running) {
    this.environment = environment;
    this.console = console;
    this.running = running;
    this.home = Home.of(environment);
    this.address = Address.of(environment);
    this.requested = RequestedModel.of(environment, System.getProperties(), home);
  }

  /** Ends with the JVM: by Ctrl-C, or with exit code 1 when something prevents the start. */
  public static void main(String[] arguments) throws InterruptedException {
    // Not System.out: Maven's own hook takes that away while ours writes to it, and what is thrown
    // then would leave the server running.
    Console console = new Console(new PrintStream(new FileOutputStream(FileDescriptor.out), true));
    Running running = new Running(console);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop-everything"));
    try {
      new Launcher(System.getenv(), console, running).run(Installation.fromSystemProperties());
    } catch (CannotStart e) {
      // A Ctrl-C makes the server go away, too: that is no news.
      if (!running.isClosed()) {
        console.say(e.getMessage());
      }
    } catch (IOException e) {
      console.say("Stopped by the operating system: " + e);
    } catch (RuntimeException e) {
      // A fault of ours. What has been started must be stopped all the same.
      console.say("Stopped by a bug in the launcher, please report it.");
      e.printStackTrace();
    }
    System.exit(1);
  }

  private void run(Installation installation) throws IOException, InterruptedException {
    console.say("Tiankong, all its files are in " + home.folder());
    home.create();
    lock = home.lock();
    LeftOver.end(home.server());
    StartChecks.brokerLetsIn(environment);
    StartChecks.portsAreNumbers(environment);
    StartChecks.portIsFree(address);
    BrokerAcceptor.check(environment);
    provideModel(installation);
    AdminPassword password = AdminPassword.of(environment, home.adminPassword());
    Server server = startServer(installation, settings(password));
    awaitReady(server);
    announce(password);
    keepDatabaseAlive(server);
    throw new CannotStart("The server exited unexpectedly. Its last output: " + home.serverLog());
  }

  /** Imports the model that answers by default, unless an earlier start has done so. */
  private void provideModel(Installation installation) throws IOException {
    boolean installed =
        requested
            .map(RequestedModel::isInstalled)
            .orElseGet(() -> DefaultModel.isIn(home.models()));
    StartChecks.hasSpace(home.folder(), installed ? MIB_LATER : MIB_AT_FIRST);
    Engine.prepare(home);
    if (requested.isEmpty()) {
      DefaultModel.provide(installation.modelSource(), home.models());
    } else if (!installed) {
      try {
        requested.get().install();
      } catch (IOException | IllegalArgumentException | IllegalStateException e) {
        throw new CannotStart("The model cannot be imported. " + e.getMessage(), e);
      }
    }
  }

  /** Returns when the server has ended. It waits by itself while the database is away. */
  private void keepDatabaseAlive(Server server) throws InterruptedException {
    Restarts restarts =
        new Restarts(console, pause -> Thread.sleep(pause.toMillis()), home.databaseLog());
    while (server.isAlive()) {
      if (database == null) {
        server.ended().join();
      } else {
        CompletableFuture.anyOf(server.ended(), database.ended()).join();
        if (server.isAlive() && !running.isClosed()) {
          restarts.afterDeath(database::restart);
        }
      }
    }
  }

  private Map<String, String> settings(AdminPassword password) throws IOException {
    Map<String, String> settings = new HashMap<>(environment);
    settings.put("TIANKONG_HOME", home.folder().toString());
    settings.put("TIANKONG_ADMIN_PASSWORD", password.value());
    requested.ifPresent(model -> settings.put("TIANKONG_MODEL", model.name()));
    settings.putIfAbsent(
        "TIANKONG_WORKERS", Integer.toString(Runtime.getRuntime().availableProcessors()));
    // The C library would keep a pool for every thread, each as large as its largest group of
    // texts.
    settings.putIfAbsent("MALLOC_ARENA_MAX", "2");
    settings.putIfAbsent("TIANKONG_MANAGEMENT_PORT", Integer.toString(Ports.free()));
    if (!environment.containsKey("TIANKONG_DB_URL")) {
      database = startDatabase();
      settings.putAll(database.settings());
    }
    return settings;
  }

  private Database startDatabase() throws IOException {
    Database.Passwords passwords = Database.Passwords.of(home.databasePassword());
    int port = Ports.free();
    try {
      return running.start("PostgreSQL", () -> Database.start(home.database(), port, passwords));
    } catch (IOException | IllegalStateException e) {
      throw new CannotStart("PostgreSQL does not start. The reason is in " + home.databaseLog(), e);
    }
  }

  private Server startServer(Installation installation, Map<String, String> settings)
      throws IOException {
    return running.start("WildFly", () -> Server.start(installation, home, settings, console));
  }

  private void awaitReady(Server server) throws InterruptedException {
    ServerReadiness readiness = new ServerReadiness(address.uri());
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    while (!readiness.isReached()) {
      if (!server.isAlive() || server.refusedTheWar()) {
        throw new CannotStart("The server could not start. The reason is in " + home.serverLog());
      }
      if (System.nanoTime() > deadline) {
        throw new CannotStart(
            "Not ready after %d minutes (%s). More is in %s"
                .formatted(READY_LIMIT.toMinutes(), readiness.lastAnswer(), home.serverLog()));
      }
      Pause.briefly();
    }
  }

  private void announce(AdminPassword password) {
    console.say("");
    console.say("Tiankong is ready.");
    console.say("  URL       " + address.uri());
    console.say("  User      admin");
    console.say("  Password  " + password.hint());
    console.say("Press Ctrl-C to stop.");
  }
}
