package dev.tiankong.local;

import dev.tiankong.checkpoint.Hub;
import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The model that the command line names with {@code -Dmodel}, and how it is imported. */
final class RequestedModel {

  static final String USAGE =
      """
      Say which model: -Dmodel=google-bert/bert-base-chinese, or a folder, zip or jar.
      Optional: -Drevision=refs/pr/1 -Dname=what-to-call-it -Dprecisions=fp32,bf16,int8""";

  private static final Pattern HUB_ID = Pattern.compile("[\\w.-]+/[\\w.-]+|\\w[\\w-]*");
  private static final Pattern REVISION = Pattern.compile("\\w[\\w.-]*(/\\w[\\w.-]*)*");
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");
  private static final Pattern LIST = Pattern.compile("\\s*,\\s*");

  private final Map<String, String> environment;
  private final Properties properties;
  private final Home home;
  private final String model;

  private RequestedModel(
      Map<String, String> environment, Properties properties, Home home, String model) {
    this.environment = environment;
    this.properties = properties;
    this.home = home;
    this.model = model;
  }

  /** Nothing when the command line names no model. */
  static Optional<RequestedModel> of(
      Map<String, String> environment, Properties properties, Home home) {
    return Optional.of(properties.getProperty("model", "").strip())
        .filter(model -> !model.isEmpty())
        .map(model -> new RequestedModel(environment, properties, home, model));
  }

  boolean isInstalled() {
    return ImportModel.isUsable(name(), home.models());
  }

  /** Imports it, in place of an installed one of the same name. */
  Path install() throws IOException {
    try (Bars bars = new Bars()) {
      return ImportModel.run(source(), name(), home.models(), precisions(), bars);
    }
  }

  /** The last part of a path or id, unless another name is given. */
  String name() {
    String given = properties.getProperty("name", "");
    String last = Path.of(model).toAbsolutePath().normalize().getFileName().toString();
    return given.isBlank() ? last.replaceFirst("\\.(zip|jar)$", "") : given;
  }

  private Set<String> precisions() {
    String precisions = properties.getProperty("precisions", "").strip();
    return precisions.isEmpty()
        ? ImportModel.USUAL_PRECISIONS
        : Arrays.stream(LIST.split(precisions.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toSet());
  }

  private Source source() {
    String revision = properties.getProperty("revision", Hub.MAIN).strip();
    Path file = Path.of(model);
    if (Files.exists(file)) {
      if (!revision.equals(Hub.MAIN)) {
        throw new CannotStart(
            "-Drevision is only for models on the hub, but " + model + " is here.");
      }
      return Source.local(file);
    }
    if (!HUB_ID.matcher(model).matches()) {
      throw new CannotStart(
          model + " is neither a file or directory nor the id of a model.\n" + USAGE);
    }
    if (!REVISION.matcher(revision).matches()) {
      throw new CannotStart(
          "\"" + revision + "\" is not a revision such as main, refs/pr/1 or a commit id.");
    }
    return hub().model(model, revision, home.models().resolve(".downloads"));
  }

  private Hub hub() {
    Optional<String> token =
        Optional.ofNullable(environment.get("HF_TOKEN"))
            .map(String::strip)
            .filter(secret -> !secret.isEmpty());
    if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
      throw new CannotStart("HF_TOKEN has characters that are not allowed in a token of the hub.");
    }
    return new Hub(
        URI.create(environment.getOrDefault("TIANKONG_HUB", "https://huggingface.co")), token);
  }
}
