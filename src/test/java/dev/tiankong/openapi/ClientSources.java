package dev.tiankong.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a client that was generated for another language: what they define and what they
 * import, as far as their lines tell. A compiler of that language may not be there.
 */
final class ClientSources {

  /** Everything that the other file exports. */
  private static final String ALL = "*";

  private final Map<Path, List<String>> defined = new LinkedHashMap<>();
  private final Map<Path, List<Import>> imports = new LinkedHashMap<>();

  /**
   * @param handedOn whether the importing file exports these names, too
   */
  private record Import(Path from, Set<String> names, boolean handedOn) {}

  static ClientSources ofTypeScript(Path root) throws IOException {
    ClientSources sources = new ClientSources();
    Pattern definition =
        Pattern.compile(
            "(?m)^export (?:default )?(?:async )?(?:abstract )?(?:function|interface|class|type|const|enum) (\\w+)");
    Pattern other =
        Pattern.compile(
            "(import|export) (?:type )?(?:\\{([^}]*)}|(\\*)(?: as \\w+)?) from '(\\.[^']*)'");
    sources.read(
        root,
        ".ts",
        definition,
        (file, text) ->
            other
                .matcher(text)
                .results()
                .map(
                    found ->
                        new Import(
                            module(file.resolveSibling(found.group(4)).normalize(), "index", "ts"),
                            found.group(2) == null ? Set.of(ALL) : names(found.group(2)),
                            found.group(1).equals("export")))
                .toList());
    return sources;
  }

  static ClientSources ofPython(Path root) throws IOException {
    ClientSources sources = new ClientSources();
    Pattern definition =
        Pattern.compile("(?m)^(?:(?:async )?def |class )?(\\w+)(?=\\(|:| = | *: )");
    Pattern other =
        Pattern.compile("(?m)^ *from (openapi_client[\\w.]*) import (?:\\(([^)]*)\\)|([^(#\\n]+))");
    sources.read(
        root,
        ".py",
        definition,
        (file, text) ->
            other
                .matcher(text)
                .results()
                .map(
                    found ->
                        new Import(
                            module(
                                root.resolve(found.group(1).replace('.', '/')), "__init__", "py"),
                            names(found.group(2) == null ? found.group(3) : found.group(2)),
                            true))
                .toList());
    return sources;
  }

  static ClientSources ofJava(Path root) throws IOException {
    ClientSources sources = new ClientSources();
    Pattern definition =
        Pattern.compile("(?m)^public (?:abstract )?(?:class|interface|enum) (\\w+)");
    Pattern other =
        Pattern.compile(
            "(?m)^import (org\\.openapitools\\.client(?:\\.[a-z]\\w*)*\\.([A-Z]\\w*));");
    sources.read(
        root,
        ".java",
        definition,
        (file, text) ->
            other
                .matcher(text)
                .results()
                .map(
                    found ->
                        new Import(
                            root.resolve(found.group(1).replace('.', '/') + ".java"),
                            Set.of(found.group(2)),
                            false))
                .toList());
    return sources;
  }

  private interface ReadImports {
    List<Import> of(Path file, String text);
  }

  private void read(Path root, String ending, Pattern definition, ReadImports readImports)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
        String text = Files.readString(file);
        defined.put(
            file,
            definition.matcher(text).results().map(found -> found.group(1)).distinct().toList());
        imports.put(file, readImports.of(file, text));
      }
    }
  }

  private static Path module(Path path, String folderFile, String ending) {
    return Files.isDirectory(path)
        ? path.resolve(folderFile + "." + ending)
        : path.resolveSibling(path.getFileName() + "." + ending);
  }

  /** Of a list such as {@code A, B as C}: what the other file calls them. */
  private static Set<String> names(String list) {
    return Arrays.stream(list.split(","))
        .map(name -> name.strip().replaceFirst("^type ", "").replaceFirst(" as .*", ""))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Collection<Path> files() {
    return defined.keySet();
  }

  Set<String> definitions() {
    return defined.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /** Imports of what no file has. */
  List<String> unresolved() {
    List<String> unresolved = new ArrayList<>();
    imports.forEach(
        (file, all) ->
            all.forEach(
                used -> {
                  Set<String> missing = new TreeSet<>(used.names());
                  missing.remove(ALL);
                  missing.removeAll(exports(used.from()));
                  if (!defined.containsKey(used.from()) || !missing.isEmpty()) {
                    unresolved.add(file + " imports " + missing + " from " + used.from());
                  }
                }));
    return unresolved;
  }

  /** Names that a file hands on from two others. */
  List<String> ambiguous() {
    return imports.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .filter(used -> used.handedOn() && used.names().contains(ALL))
                    .flatMap(used -> exports(used.from()).stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .filter(name -> name.getValue() > 1)
                    .map(name -> entry.getKey() + " exports " + name.getKey() + " twice"))
        .toList();
  }

  private Set<String> exports(Path file) {
    Set<String> names = new TreeSet<>(defined.getOrDefault(file, List.of()));
    // What Python can import from a package: its modules.
    defined.keySet().stream()
        .filter(other -> file.endsWith("__init__.py") && other.startsWith(file.getParent()))
        .map(other -> other.getFileName().toString().replaceFirst("\\..*", ""))
        .forEach(names::add);
    imports.getOrDefault(file, List.of()).stream()
        .filter(Import::handedOn)
        .forEach(
            used -> names.addAll(used.names().contains(ALL) ? exports(used.from()) : used.names()));
    return names;
  }
}
