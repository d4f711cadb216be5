package dev.tiankong.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No library comes, goes or changes its version by accident. */
class ShippedLibrariesIT {
  private static final Path LIST = Path.of("src/test/resources/shipped-libraries.txt");
  private static final Path NOW = Path.of("target/shipped-libraries.txt");
  private static final Path BILL = Path.of("target/tiankong.cdx.json");

  @Test
  void should_ship_the_libraries_that_are_on_the_list() throws IOException {
    List<String> shipped = Libraries.ofThisBuild().stream().map(Library::line).toList();
    Files.write(NOW, shipped);

    assertThat(shipped)
        .as("If all of this is on purpose: read their release notes, then cp %s %s", NOW, LIST)
        .containsExactlyElementsOf(Files.readAllLines(LIST));
  }

  @Test
  void should_compile_against_the_versions_that_the_server_has() throws IOException {
    Map<String, List<String>> server =
        Libraries.ofThisBuild().stream()
            .filter(library -> library.part().equals("server"))
            .collect(
                Collectors.groupingBy(
                    library -> library.group() + ":" + library.name(),
                    Collectors.mapping(Library::version, Collectors.toList())));
    Map<String, String> provided = Dependencies.in(Path.of("pom.xml"), "scope = 'provided'");
    // The APIs come to it one by one; what starts it is ours.
    provided.keySet().retainAll(server.keySet());
    provided.remove("org.wildfly.launcher:wildfly-launcher");

    assertThat(provided)
        .containsKeys("org.hibernate.orm:hibernate-core", "io.undertow:undertow-servlet")
        .allSatisfy((name, version) -> assertThat(server.get(name)).contains(version));
  }

  @Test
  void should_make_a_bill_of_materials_that_is_valid() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7,
                builder ->
                    builder.schemaIdResolvers(
                        resolvers ->
                            resolvers.mapPrefix("http://cyclonedx.org/schema", "classpath:")))
            .getSchema(SchemaLocation.of("http://cyclonedx.org/schema/bom-1.6.schema.json"));

    String bill =
        BillOfMaterials.of(Libraries.ofThisBuild(), System.getProperty("test.version")).toString();
    Files.writeString(BILL, bill);

    assertThat(schema.validate(bill, InputFormat.JSON)).extracting(Error::getMessage).isEmpty();
    assertThat(bill)
        .contains("pkg:maven/org.flywaydb/flyway-core@", "pkg:maven/io.undertow/undertow-core@");
  }
}
