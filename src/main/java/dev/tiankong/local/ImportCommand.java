package dev.tiankong.local;

import dev.tiankong.checkpoint.Hub;
import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** The command line of imports: {@code mvn -q -Pimport-model -Dmodel=…}. */
public final class ImportCommand {

  private static final String USAGE =
      """
      Say which model: -Dmodel=google-bert/bert-base-chinese, or a folder, zip or jar.
      Optional: -Dname=what-to-call-it -Dprecisions=fp32,bf16,int8""";
  private static final Pattern HUB_ID = Pattern.compile("[\\w.-]+/[\\w.-]+|\\w[\\w-]*");

  // It reports at length on graphics cards that nobody needs. Kept here, or it would forget.
  private static final Logger ENGINE = Logger.getLogger("ai.djl");

  private final Properties properties;
  private final Home home;
  private final Hub hub;

  ImportCommand(Map<String, String> environment, Properties properties) {
    this.properties = properties;
    this.home = Home.of(environment);
    this.hub =
        new Hub(URI.create(environment.getOrDefault("TIANKONG_HUB", "https://huggingface.co")));
  }

  /** Ends the JVM, so that Maven answers with the exit code and nothing else. */
  public static void main(String[] arguments) {
    ENGINE.setLevel(Level.SEVERE);
    Console console = new Console(System.out);
    try {
      Path model = new ImportCommand(System.getenv(), System.getProperties()).run();
      console.say("Imported to " + model);
      System.exit(0);
    } catch (IOException | IllegalArgumentException | IllegalStateException | CannotStart e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      reason.lines().forEach(console::say);
      System.exit(1);
    }
  }

  Path run() throws IOException {
    String model = properties.getProperty("model", "");
    if (model.isBlank()) {
      throw new CannotStart(USAGE);
    }
    home.create();
    // Where the server has them, too: half a gigabyte, which an import to int8 needs.
    System.setProperty("DJL_CACHE_DIR", home.folder().resolve("djl").toString());
    String precisions = properties.getProperty("precisions", "");
    Set<String> wanted =
        precisions.isBlank() ? ImportModel.USUAL_PRECISIONS : Set.of(precisions.split(","));
    try (Bars bars = new Bars()) {
      return ImportModel.run(source(model), name(model), home.models(), wanted, bars);
    }
  }

  private Source source(String model) {
    Path file = Path.of(model);
    if (Files.exists(file)) {
      return Source.local(file);
    }
    if (HUB_ID.matcher(model).matches()) {
      return hub.model(model, home.models().resolve(".downloads"));
    }
    throw new CannotStart(model + " is neither a file or folder nor the id of a model.\n" + USAGE);
  }

  /** The last part of a path or id, unless another name is given. */
  private String name(String model) {
    String given = properties.getProperty("name", "");
    String last = Path.of(model).toAbsolutePath().normalize().getFileName().toString();
    return given.isBlank() ? last.replaceFirst("\\.(zip|jar)$", "") : given;
  }
}
