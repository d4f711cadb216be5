package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Finding one's batches again. */
@ArquillianTest
class ListIT {

  private static final String BATCHES = "/api/v1/batches";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_list_the_newest_first_page_by_page() {
    String tag = UUID.randomUUID().toString();
    List<String> submitted = IntStream.range(0, 5).mapToObj(i -> submit("n" + i, tag)).toList();

    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      JsonObject page = client.get(BATCHES + "?limit=2&tag=" + tag + next).json();
      listed.addAll(ids(page));
      next = page.isNull("next") ? null : "&after=" + page.getString("next");
    } while (next != null);

    Collections.reverse(listed);
    assertThat(listed).isEqualTo(submitted);
  }

  @Test
  void should_find_by_name_state_owner_and_time() {
    String name = UUID.randomUUID().toString();
    Instant before = Instant.now();
    String id = submit(name, "x");
    client.finished(BATCHES + "/" + id);

    assertThat(found("name=" + name)).containsExactly(id);
    assertThat(found("name=" + name + "&state=COMPLETED")).containsExactly(id);
    assertThat(found("name=" + name + "&state=RUNNING")).isEmpty();
    assertThat(found("name=" + name + "&owner=admin")).containsExactly(id);
    assertThat(found("name=" + name + "&owner=nobody")).isEmpty();
    assertThat(found("name=" + name + "&from=" + before)).containsExactly(id);
    assertThat(found("name=" + name + "&to=" + before)).isEmpty();
  }

  @Test
  void should_say_which_parameter_is_wrong() {
    for (String query : List.of("state=DONE", "from=yesterday", "after=x", "limit=0")) {
      Answer answer = client.get(BATCHES + "?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().getString("detail")).startsWith(query.split("=")[0] + " must be");
    }
  }

  private List<String> found(String query) {
    return ids(client.get(BATCHES + "?" + query).json());
  }

  private String submit(String name, String tag) {
    return client
        .submit(
            List.of(Texts.CAPITAL),
            Json.createObjectBuilder()
                .add("name", name)
                .add("tags", Json.createArrayBuilder().add(tag)))
        .replaceFirst(".*/", "");
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("batches").getValuesAs(JsonObject.class).stream()
        .map(batch -> batch.getString("id"))
        .toList();
  }
}
