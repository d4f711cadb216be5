package dev.tiankong.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** MetricsIT holds its expressions against what the server has. */
class DashboardTest {

  private final Dashboard dashboard;

  DashboardTest() throws IOException {
    dashboard = Dashboard.read();
  }

  @Test
  void should_let_people_choose_their_prometheus() {
    assertThat(dashboard.json().at("/templating/list/0/type").asText()).isEqualTo("datasource");
    assertThat(dashboard.json().at("/templating/list/0/name").asText()).isEqualTo("datasource");
    assertThat(dashboard.json().findValues("datasource"))
        .filteredOn(JsonNode::isObject)
        .hasSizeGreaterThan(20)
        .allSatisfy(source -> assertThat(source.get("uid").asText()).isEqualTo("${datasource}"));
  }

  @Test
  void should_ask_for_something_in_each_panel_and_number_none_twice() {
    assertThat(dashboard.panels()).hasSizeGreaterThan(15);
    assertThat(dashboard.panels())
        .allSatisfy(panel -> assertThat(panel.at("/targets/0/expr").asText()).isNotEmpty());
    assertThat(dashboard.json().get("panels"))
        .extracting(panel -> panel.get("id").asInt())
        .doesNotHaveDuplicates();
  }

  @Test
  void should_find_the_metrics_in_its_expressions() {
    assertThat(dashboard.metrics())
        .contains(
            "tiankong_queue_messages", "tiankong_forward_seconds_bucket", "jvm_memory_used_bytes");
  }
}
