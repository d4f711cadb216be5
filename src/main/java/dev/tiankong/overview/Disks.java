package dev.tiankong.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The file systems of this machine that fill up while the server works: of its home, where the
 * launcher keeps the database, too, and of the broker's journal. A database on another machine has
 * its own watch.
 */
@ApplicationScoped
class Disks {

  @Inject
  @ConfigProperty(name = "tiankong.home")
  Optional<String> home;

  /** Each once, however many folders it has. */
  Collection<Disk> inUse() {
    Map<String, Disk> disks = new LinkedHashMap<>();
    home.ifPresent(folder -> add("TIANKONG_HOME", folder, disks));
    add("the broker's journal", System.getProperty("jboss.server.data.dir"), disks);
    return disks.values();
  }

  private static void add(String name, String folder, Map<String, Disk> disks) {
    try {
      FileStore store = Files.getFileStore(Path.of(folder));
      long used = store.getTotalSpace() - store.getUnallocatedSpace();
      // Its text names where it is mounted.
      disks.putIfAbsent(store.toString(), Disk.of(name, used, store.getUsableSpace()));
    } catch (IOException e) {
      // A folder that is gone shows in many other ways.
    }
  }
}
