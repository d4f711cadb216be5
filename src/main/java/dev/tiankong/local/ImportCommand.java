package dev.tiankong.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The command line of imports: {@code mvn -q -Pimport-model -Dmodel=…}. */
public final class ImportCommand {

  private final Map<String, String> environment;
  private final Properties properties;

  ImportCommand(Map<String, String> environment, Properties properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /** Ends the JVM, so that Maven answers with the exit code and nothing else. */
  public static void main(String[] arguments) {
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
    Home home = Home.of(environment);
    RequestedModel model =
        RequestedModel.of(environment, properties, home)
            .orElseThrow(() -> new CannotStart(RequestedModel.USAGE));
    home.create();
    Engine.prepare(home);
    return model.install();
  }
}
