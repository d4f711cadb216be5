package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dev.tiankong.openapi.ApiDocument.Operation;
import dev.tiankong.openapi.ApiDocument.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Clients that the build generates from the document, with the default options of the generator.
 * One in Java is compiled with the tests; of the others, this checks what a compiler would trip
 * over: imports of what was not generated, names that exist twice, names that the generator had to
 * change.
 */
class GeneratedClientsTest {

  private static final Path CLIENTS = Path.of("target/generated-clients");
  private static final Path JAVA = CLIENTS.resolve("java/src/main/java");
  private static final ApiDocument DOCUMENT = ApiDocument.packed();

  @Test
  void should_be_whole_in_typescript() throws IOException {
    ClientSources client = ClientSources.ofTypeScript(CLIENTS.resolve("typescript-fetch"));

    assertThat(client.unresolved()).isEmpty();
    assertThat(client.ambiguous()).isEmpty();
    assertThat(client.definitions()).containsAll(classes());
  }

  @Test
  void should_be_whole_in_python() throws IOException {
    ClientSources client = ClientSources.ofPython(CLIENTS.resolve("python"));

    assertThat(client.unresolved()).isEmpty();
    assertThat(client.definitions()).containsAll(classes());
  }

  @Test
  void should_be_whole_in_java() throws IOException {
    ClientSources client = ClientSources.ofJava(JAVA);

    assertThat(client.unresolved()).isEmpty();
    assertThat(client.definitions()).containsAll(classes());
    assertThat(syntaxErrors(client)).isEmpty();
  }

  /** Its libraries are not there, so it is read and not compiled. */
  private static Iterable<Diagnostic<? extends JavaFileObject>> syntaxErrors(ClientSources client)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    try (var files = compiler.getStandardFileManager(errors, null, null)) {
      ((JavacTask)
              compiler.getTask(
                  null,
                  files,
                  errors,
                  null,
                  null,
                  files.getJavaFileObjectsFromPaths(client.files())))
          .parse();
    }
    return errors.getDiagnostics();
  }

  /** Schemas that become classes, by the names that the document gives them. */
  private static Set<String> classes() {
    Set<String> classes = new TreeSet<>();
    Place schemas = DOCUMENT.root().at("components").at("schemas");
    for (String name : schemas.names()) {
      Place schema = schemas.at(name);
      if (schema.at("properties").exists()
          || schema.at("enum").exists()
          || schema.at("oneOf").exists()) {
        classes.add(name);
      }
    }
    classes.removeAll(forms());
    return classes;
  }

  /** Their fields become parameters. */
  private static Set<String> forms() {
    Set<String> forms = new TreeSet<>();
    for (Operation operation : DOCUMENT.operations()) {
      Place form =
          operation.place().at("requestBody").at("content").at("multipart/form-data").at("schema");
      if (form.exists()) {
        forms.add(form.toString().replaceFirst(".*/", ""));
      }
    }
    return forms;
  }
}
