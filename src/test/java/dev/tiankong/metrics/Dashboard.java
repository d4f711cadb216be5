package dev.tiankong.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dashboard that lies ready for Grafana. */
public final class Dashboard {

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:tiankong|http|jvm|process|system)_[a-z_]+");

  private final JsonNode json;

  private Dashboard(JsonNode json) {
    this.json = json;
  }

  public static Dashboard read() throws IOException {
    return new Dashboard(
        new ObjectMapper().readTree(Path.of("server-config/grafana-dashboard.json").toFile()));
  }

  JsonNode json() {
    return json;
  }

  List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    json.get("panels").forEach(panels::add);
    panels.removeIf(panel -> panel.get("type").asText().equals("row"));
    return panels;
  }

  /** All that its expressions ask Prometheus for. */
  public Set<String> metrics() {
    Set<String> metrics = new TreeSet<>();
    for (String expression : json.findValuesAsText("expr")) {
      Matcher matcher = METRIC.matcher(expression);
      while (matcher.find()) {
        metrics.add(matcher.group());
      }
    }
    return metrics;
  }
}
