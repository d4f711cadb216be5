package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    List<String> listed = pages("tag=" + tag);
    assertThat(pages("tag=" + tag + "&sort=-created")).isEqualTo(listed);
    assertThat(pages("tag=" + tag + "&sort=created")).isEqualTo(submitted);
    Collections.reverse(listed);
    assertThat(listed).isEqualTo(submitted);
  }

  @Test
  void should_sort_by_name_and_size_and_state_page_by_page() {
    String tag = UUID.randomUUID().toString();
    String small = submit("b 1", tag);
    String unnamed = submit(null, tag);
    String large = submit("A 北京", tag, Texts.CAPITAL, Texts.CAPITAL);
    String failed = submit("É b", tag, "no mask");
    List.of(small, unnamed, large, failed).forEach(id -> client.finished(BATCHES + "/" + id));

    assertThat(pages("sort=name&tag=" + tag)).containsExactly(unnamed, large, small, failed);
    assertThat(pages("sort=-name&tag=" + tag)).containsExactly(failed, small, large, unnamed);
    assertThat(pages("sort=total&tag=" + tag)).containsExactly(small, unnamed, failed, large);
    assertThat(pages("sort=-total&tag=" + tag)).containsExactly(large, failed, unnamed, small);
    assertThat(pages("sort=state&tag=" + tag)).containsExactly(small, unnamed, large, failed);
    assertThat(pages("sort=-state&tag=" + tag)).containsExactly(failed, large, unnamed, small);
  }

  @Test
  void should_find_batches_in_any_of_several_states_that_have_all_of_several_tags() {
    String tag = UUID.randomUUID().toString();
    String completed = submit("completed", tag);
    String failed = submit("failed", tag, "no mask");
    List.of(completed, failed).forEach(id -> client.finished(BATCHES + "/" + id));

    assertThat(pages("state=COMPLETED&state=FAILED&sort=name&tag=" + tag))
        .containsExactly(completed, failed);
    assertThat(pages("state=RUNNING&state=FAILED&tag=" + tag)).containsExactly(failed);
    assertThat(pages("tag=%1$s&tag=%1$s&state=FAILED".formatted(tag))).containsExactly(failed);
    assertThat(pages("tag=%s&tag=%s".formatted(tag, UUID.randomUUID()))).isEmpty();
  }

  @Test
  void should_go_on_only_in_the_order_in_which_it_began() {
    submit("1", "order");
    submit("2", "order");
    String next = client.get(BATCHES + "?limit=1&tag=order&sort=total").json().getString("next");

    Answer answer = client.get(BATCHES + "?tag=order&sort=-total&after=" + next);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).contains("after must be", "same sort");
  }

  @Test
  void should_find_a_part_of_the_name_or_of_the_id() {
    String mark = UUID.randomUUID().toString();
    String id = submit("Nightly 100%_" + mark, "x");
    String other = submit("Nightly 1000_" + mark, "x");

    assertThat(found("search=nightly+100%25_" + mark.toUpperCase(Locale.ROOT))).containsExactly(id);
    assertThat(found("search=_" + mark)).containsExactly(other, id);
    assertThat(found("search=" + id.substring(id.length() - 12))).containsExactly(id);
    assertThat(found("search=" + UUID.randomUUID())).isEmpty();
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
    for (String query :
        List.of(
            "state=DONE",
            "from=yesterday",
            "to=%2B1000000-01-01T00:00:00Z",
            "after=x",
            "limit=0",
            "sort=owner",
            "sort=NAME",
            "search=%00")) {
      Answer answer = client.get(BATCHES + "?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.json().getString("detail")).startsWith(query.split("=")[0] + " must be");
    }
  }

  private List<String> found(String query) {
    return ids(client.get(BATCHES + "?" + query).json());
  }

  /** All that are found, asked for two at a time. */
  private List<String> pages(String query) {
    List<String> listed = new ArrayList<>();
    String next = "";
    do {
      JsonObject page = client.get(BATCHES + "?limit=2&" + query + next).json();
      listed.addAll(ids(page));
      next = page.isNull("next") ? null : "&after=" + page.getString("next");
    } while (next != null);
    return listed;
  }

  private String submit(String name, String tag) {
    return submit(name, tag, Texts.CAPITAL);
  }

  private String submit(String name, String tag, String... texts) {
    JsonObjectBuilder options =
        Json.createObjectBuilder().add("tags", Json.createArrayBuilder().add(tag));
    if (name != null) {
      options.add("name", name);
    }
    return client.submit(List.of(texts), options).replaceFirst(".*/", "");
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("batches").getValuesAs(JsonObject.class).stream()
        .map(batch -> batch.getString("id"))
        .toList();
  }
}
