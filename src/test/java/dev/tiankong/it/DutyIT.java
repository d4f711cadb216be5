package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What the server does by itself, and how operators see it. */
@ArquillianTest
class DutyIT {

  private static final String DUTIES = "/api/v1/duties";

  private final Client operator = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_run_every_duty_soon_after_the_start_and_fail_at_none() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(duties()).noneMatch(duty -> duty.isNull("last")));
    assertThat(operator.get(DUTIES).json().getString("node")).isEqualTo("tiankong");
    assertThat(duties())
        .allSatisfy(
            duty -> {
              assertThat(duty.getJsonObject("last").getString("outcome")).isEqualTo("SUCCEEDED");
              assertThat(duty.getJsonObject("last").isNull("error")).isTrue();
            });
  }

  @Test
  void should_run_one_again_and_again_by_itself() {
    Instant first = lastRun("release-scheduled-batches");

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> lastRun("release-scheduled-batches").isAfter(first.plusSeconds(1)));
  }

  private Instant lastRun(String name) {
    return duties().stream()
        .filter(duty -> duty.getString("name").equals(name) && !duty.isNull("last"))
        .findFirst()
        .map(duty -> Instant.parse(duty.getJsonObject("last").getString("startedAt")))
        .orElse(Instant.MIN);
  }

  @Test
  void should_run_one_at_once_and_write_down_who_asked_for_it() {
    Account account = Account.make("operator");
    Instant before = lastRun("delete-old-audit-entries");

    JsonObject duty = account.client().post(DUTIES + "/delete-old-audit-entries/run", "").ok();

    assertThat(duty.getInt("intervalSeconds")).isEqualTo(3600);
    assertThat(Instant.parse(duty.getJsonObject("last").getString("startedAt"))).isAfter(before);
    assertThat(operator.get("/api/v1/audit?user=" + account.name()).json().getJsonArray("entries"))
        .extracting(entry -> entry.asJsonObject().getString("path"))
        .contains(DUTIES + "/delete-old-audit-entries/run");
  }

  @Test
  void should_be_for_operators() {
    Client submitter = Account.make("submitter").client();

    assertThat(submitter.get(DUTIES).status()).isEqualTo(403);
    assertThat(submitter.post(DUTIES + "/sample-queues/run", "").status()).isEqualTo(403);
  }

  @Test
  void should_have_no_other_duties_than_the_page_explains() throws Exception {
    String page = Files.readString(Path.of("src/docs/monitoring.md"));

    assertThat(duties())
        .extracting(duty -> duty.getString("name"))
        .allMatch(name -> page.contains("`" + name + "`"))
        .hasSize(
            (int)
                Pattern.compile("(?m)^\\| `[a-z-]+` \\| \\d+ (s|min|h) \\|")
                    .matcher(page)
                    .results()
                    .count());
  }

  private List<JsonObject> duties() {
    return operator.get(DUTIES).json().getJsonArray("duties").getValuesAs(JsonObject.class);
  }
}
