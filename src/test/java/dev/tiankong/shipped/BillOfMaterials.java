package dev.tiankong.shipped;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the product ships in the format of CycloneDX 1.6, which vulnerability scanners read. */
final class BillOfMaterials {

  private BillOfMaterials() {}

  static JsonObject of(Set<Library> libraries, String version) {
    // What two parts share is one component.
    Map<String, Set<Library>> byUrl = new TreeMap<>();
    libraries.forEach(
        library ->
            byUrl.computeIfAbsent(library.packageUrl(), url -> new TreeSet<>()).add(library));
    JsonArrayBuilder components = Json.createArrayBuilder();
    byUrl.values().forEach(same -> components.add(component(same)));
    return Json.createObjectBuilder()
        .add("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
        .add("bomFormat", "CycloneDX")
        .add("specVersion", "1.6")
        .add("version", 1)
        .add(
            "metadata",
            Json.createObjectBuilder()
                .add(
                    "component",
                    Json.createObjectBuilder()
                        .add("type", "application")
                        .add("group", "dev.tiankong")
                        .add("name", "tiankong")
                        .add("version", version)))
        .add("components", components)
        .build();
  }

  private static JsonObjectBuilder component(Set<Library> same) {
    Library library = same.iterator().next();
    JsonArrayBuilder parts = Json.createArrayBuilder();
    same.forEach(
        one ->
            parts.add(
                Json.createObjectBuilder()
                    .add("name", "dev.tiankong:part")
                    .add("value", one.part())));
    return Json.createObjectBuilder()
        .add("type", "library")
        .add("bom-ref", library.packageUrl())
        .add("group", library.group())
        .add("name", library.name())
        .add("version", library.version())
        .add("purl", library.packageUrl())
        .add("properties", parts);
  }
}
