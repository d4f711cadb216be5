package dev.tiankong.shipped;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;

/** Finds the libraries in what the build made. Fails on a jar whose origin is unknown. */
final class Libraries {
  private static final String JAR = ".jar";

  /** Put together from jars that are on the list of the provisioning. */
  private static final String MADE_HERE = "wildfly-elytron-tool.jar";

  private final Path server;
  private final Path war;
  private final Path pom;
  private final Map<String, String[]> byDigest = new HashMap<>();
  private final SortedSet<Library> found = new TreeSet<>();

  private Libraries(Path server, Path war, Path pom) {
    this.server = server;
    this.war = war;
    this.pom = pom;
  }

  /** Of the build whose system properties these are. */
  static SortedSet<Library> ofThisBuild() throws IOException {
    Libraries libraries =
        new Libraries(
            Path.of(System.getProperty("test.server")),
            Path.of(System.getProperty("test.war")),
            Path.of("pom.xml"));
    libraries.readRepository(Path.of(System.getProperty("test.repository")));
    libraries.readProvisioned();
    libraries.readServer();
    libraries.readWar();
    WebJars.in(libraries.pom).forEach(libraries.found::add);
    return libraries.found;
  }

  /** What the build itself resolved: the path of a file in the repository gives its coordinates. */
  private void readRepository(Path repository) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path file = Path.of(entry);
      if (entry.endsWith(JAR) && file.startsWith(repository)) {
        try (InputStream bytes = Files.newInputStream(file)) {
          byDigest.put(DigestUtils.sha1Hex(bytes), coordinates(repository.relativize(file)));
        }
      }
    }
  }

  private static String[] coordinates(Path file) {
    int names = file.getNameCount();
    String name = file.getName(names - 3).toString();
    String version = file.getName(names - 2).toString();
    String group = file.subpath(0, names - 3).toString().replace(File.separatorChar, '.');
    String rest = file.getFileName().toString().substring(name.length() + version.length() + 1);
    String classifier = rest.substring(0, rest.length() - JAR.length());
    return new String[] {group, name, version, classifier.isEmpty() ? "" : classifier.substring(1)};
  }

  /** What the provisioning resolved: group:name:extension[:classifier]:version::digest::path. */
  private void readProvisioned() throws IOException {
    for (String line : Files.readAllLines(server.resolve(".installation/artifacts.txt"))) {
      String[] fields = line.split("::");
      List<String> coordinates = new ArrayList<>(List.of(fields[0].split(":")));
      String version = coordinates.remove(coordinates.size() - 1);
      coordinates.set(2, version);
      byDigest.put(fields[1], coordinates.toArray(String[]::new));
    }
  }

  private void readServer() throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.walk(server)) {
      jars =
          files
              .filter(file -> file.toString().endsWith(JAR))
              .filter(file -> !file.endsWith(MADE_HERE))
              .toList();
    }
    for (Path jar : jars) {
      try (InputStream bytes = Files.newInputStream(jar)) {
        found.add(Library.at("server", known(bytes, jar.toString())));
      }
    }
  }

  private void readWar() throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (ZipEntry entry : zip.stream().filter(any -> any.getName().endsWith(JAR)).toList()) {
        found.add(Library.at("war", known(zip.getInputStream(entry), entry.getName())));
      }
    }
  }

  private String[] known(InputStream bytes, String path) throws IOException {
    String[] coordinates = byDigest.get(DigestUtils.sha1Hex(bytes));
    if (coordinates == null) {
      throw new IllegalStateException("Where does this come from? " + path);
    }
    return coordinates;
  }
}
