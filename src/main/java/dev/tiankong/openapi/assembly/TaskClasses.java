package dev.tiankong.openapi.assembly;

import dev.tiankong.task.TextTask;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tasks among compiled classes: without a server nobody else finds them. */
final class TaskClasses {

  private static final String ENDING = ".class";

  private TaskClasses() {}

  /**
   * Makes one of each, with nothing injected: enough to ask for name and options.
   *
   * @param classes a folder of classes, which are also on the class path
   */
  static List<TextTask> in(Path classes) throws IOException {
    Path root = classes.resolve(TextTask.class.getPackageName().replace('.', '/'));
    List<TextTask> tasks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        Class<?> found = load(name.substring(0, name.length() - ENDING.length()));
        if (TextTask.class.isAssignableFrom(found) && !Modifier.isAbstract(found.getModifiers())) {
          tasks.add((TextTask) make(found));
        }
      }
    }
    return tasks;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, TaskClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is not on the class path", e);
    }
  }

  private static Object make(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made without a server", e);
    }
  }
}
