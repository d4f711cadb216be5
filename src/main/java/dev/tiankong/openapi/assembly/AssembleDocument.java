package dev.tiankong.openapi.assembly;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Joins the files of {@code src/main/openapi}, one a feature, to the one document that is served,
 * and gives the AsyncAPI document the schemas that it shares with it: as YAML and as JSON, so that
 * the server needs no library for it.
 */
public final class AssembleDocument {

  /** What all features share; the document begins with it. */
  private static final String FIRST = "openapi.yaml";

  private AssembleDocument() {}

  /**
   * @param args the folder of the files, the AsyncAPI document, the folder of what is made, the
   *     product's version, the folder of the classes
   */
  public static void main(String[] args) throws IOException {
    Map<String, Object> openapi = new LinkedHashMap<>();
    for (Path file : files(Path.of(args[0]))) {
      merge(openapi, read(file), file.getFileName().toString());
    }
    new TaskSchemas(TaskClasses.in(Path.of(args[4]))).addTo(openapi);
    Map<String, Object> asyncapi = read(Path.of(args[1]));
    new SharedSchemas(openapi).addTo(asyncapi);
    for (Map<String, Object> document : List.of(openapi, asyncapi)) {
      child(document, "info").put("version", args[3]);
    }
    Path folder = Path.of(args[2]);
    write(openapi, folder, "openapi");
    write(asyncapi, folder, "asyncapi");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> others = files.filter(file -> !file.endsWith(FIRST)).sorted().toList();
      return Stream.concat(Stream.of(folder.resolve(FIRST)), others.stream()).toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(Path file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
    try (InputStream yaml = Files.newInputStream(file)) {
      return (Map<String, Object>) new Load(settings).loadFromInputStream(yaml);
    }
  }

  static void merge(Map<String, Object> into, Map<String, Object> more, String where) {
    more.forEach(
        (name, value) -> {
          if (value instanceof Map && into.get(name) instanceof Map) {
            merge(child(into, name), child(more, name), where + " " + name);
          } else if (into.put(name, value) != null) {
            throw new IllegalStateException(where + ": " + name + " is also in another file");
          }
        });
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> child(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.get(name);
  }

  private static void write(Map<String, Object> document, Path folder, String name)
      throws IOException {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setDereferenceAliases(true)
            .build();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name + ".yaml"), new Dump(settings).dumpToString(document));
    Files.writeString(
        folder.resolve(name + ".json"), Json.createObjectBuilder(document).build().toString());
  }
}
