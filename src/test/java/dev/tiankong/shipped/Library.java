package dev.tiankong.shipped;

/**
 * Something that others have published and the product ships, by its coordinates on Maven Central.
 *
 * @param part of the product
 * @param classifier empty if there is none
 */
record Library(String part, String group, String name, String version, String classifier)
    implements Comparable<Library> {

  static Library at(String part, String... coordinates) {
    return new Library(
        part,
        coordinates[0],
        coordinates[1],
        coordinates[2],
        coordinates.length > 3 ? coordinates[3] : "");
  }

  /** As the checked-in list has it. */
  String line() {
    return "%s %s:%s:%s%s"
        .formatted(part, group, name, version, classifier.isEmpty() ? "" : ":" + classifier);
  }

  /** As a bill of materials has it. */
  String packageUrl() {
    return "pkg:maven/%s/%s@%s?%stype=jar"
        .formatted(
            group, name, version, classifier.isEmpty() ? "" : "classifier=" + classifier + "&");
  }

  @Override
  public int compareTo(Library other) {
    return line().compareTo(other.line());
  }
}
