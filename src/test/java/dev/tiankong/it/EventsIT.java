package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Following a batch without asking again and again. */
@ArquillianTest
class EventsIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_tell_how_a_batch_goes_on_and_when_it_ends() {
    String batch = client.submit(Texts.fresh(400));

    List<Event> events = events(client.get(batch + "/events", "text/event-stream"));

    assertThat(events).extracting(Event::name).startsWith("progress").endsWith("end");
    assertThat(events).extracting(event -> event.data().getInt("succeeded")).isSorted();
    JsonObject last = events.get(events.size() - 1).data();
    assertThat(last).isEqualTo(client.get(batch).json());
    assertThat(last.getString("state")).isEqualTo("COMPLETED");
  }

  @Test
  void should_tell_every_result_once_in_input_order_also_after_an_interruption() {
    String batch = client.submit(Texts.fresh(300));

    List<Event> all = results(client.get(batch + "/events?results=true", "text/event-stream"));
    List<Event> rest =
        results(
            client.get(
                batch + "/events?results=true",
                Map.of("Accept", "text/event-stream", "Last-Event-ID", "199")));

    assertThat(all)
        .extracting(event -> event.data().getInt("index"))
        .isEqualTo(IntStream.range(0, 300).boxed().toList());
    assertThat(rest).isEqualTo(all.subList(200, 300));
    assertThat(all.get(7).id()).isEqualTo("7");
    assertThat(all.get(7).data())
        .isEqualTo(Items.of(client.get(batch + "/results?after=6&limit=1")).get(0));
  }

  @Test
  void should_ask_again_where_it_is_not_clear_whether_results_are_wanted() {
    Answer answer =
        client.get(client.submit(List.of("没有")) + "/events?results=1", "text/event-stream");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).isEqualTo("results must be true or false.");
  }

  @Test
  void should_answer_with_nothing_when_the_client_knows_of_the_end() {
    String batch = client.submit(List.of("没有"));
    List<Event> events = events(client.get(batch + "/events", "text/event-stream"));
    String end = events.get(events.size() - 1).id();

    Map<String, String> header = Map.of("Accept", "text/event-stream", "Last-Event-ID", end);
    assertThat(client.get(batch + "/events", header).status()).isEqualTo(204);
    assertThat(client.get(batch + "/events?results=true", header).status()).isEqualTo(204);
    assertThat(client.get(batch + "/events?lastEventId=" + end, "text/event-stream").status())
        .isEqualTo(204);
  }

  @Test
  void should_tell_of_an_end_that_came_after_the_one_which_the_client_knows() throws Exception {
    String batch = client.submit(List.of("没有"));
    List<Event> first = events(client.get(batch + "/events", "text/event-stream"));
    String end = first.get(first.size() - 1).id();
    // As after a retry.
    Tables.run(
        "update batch set finished_at = finished_at + interval '1 second' where id = '%s'"
            .formatted(batch.substring(batch.lastIndexOf('/') + 1)));

    List<Event> second =
        events(client.get(batch + "/events?lastEventId=" + end, "text/event-stream"));

    assertThat(second).extracting(Event::name).endsWith("end");
    assertThat(second.get(second.size() - 1).id()).isNotEqualTo(end);
  }

  @Test
  void should_go_on_after_the_event_that_the_address_names() throws Exception {
    StoredBatch batch = StoredBatch.make("admin", "address", 1_000);
    String events = batch.path() + "/events?results=true&lastEventId=";

    assertThat(results(client.get(events + "989", "text/event-stream")))
        .extracting(Event::id)
        .containsExactly(
            IntStream.range(990, 1_000).mapToObj(Integer::toString).toArray(String[]::new));
    // A browser that comes back has both.
    assertThat(
            results(
                client.get(
                    events + "989", Map.of("Accept", "text/event-stream", "Last-Event-ID", "998"))))
        .extracting(Event::id)
        .containsExactly("999");
    assertThat(client.get(events + "last", "text/event-stream").json().getString("detail"))
        .isEqualTo("lastEventId must be the id of an event.");
    client.delete(batch.path());
  }

  @Test
  void should_tell_proxies_to_pass_events_on_at_once() {
    String batch = client.submit(List.of("没有"));

    assertThat(client.get(batch + "/events", "text/event-stream").header("X-Accel-Buffering"))
        .isEqualTo("no");
  }

  @Test
  void should_limit_the_streams_of_a_user_until_some_have_ended() throws Exception {
    Account account = Account.make("submitter");
    String batch = account.client().schedule(Texts.fresh(1), Json.createObjectBuilder());
    String header =
        "Authorization: %s\r\n".formatted(Client.basic(account.name(), account.password()));
    List<RawConnection> streams = new ArrayList<>();
    try {
      for (int i = 0; i < 50; i++) {
        streams.add(RawConnection.open("GET", batch + "/events", header));
      }
      assertThat(streams).extracting(RawConnection::status).containsOnly(200);
      Answer refused = account.client().get(batch + "/events", "text/event-stream");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().getString("type"))
          .isEqualTo("urn:tiankong:problem:too-many-streams");
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      for (RawConnection stream : streams) {
        stream.close();
      }

      await()
          .atMost(MINUTE)
          .until(
              () -> {
                try (RawConnection stream = RawConnection.open("GET", batch + "/events", header)) {
                  return stream.status() == 200;
                }
              });
    } finally {
      for (RawConnection stream : streams) {
        stream.close();
      }
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void should_tell_others_while_many_read_nothing() throws Exception {
    StoredBatch large = StoredBatch.make("admin", "unread", 100_000);
    List<InputStream> unread = new ArrayList<>();
    try {
      for (int i = 0; i <= 2 * Runtime.getRuntime().availableProcessors(); i++) {
        unread.add(client.open(large.path() + "/events?results=true"));
      }
      String batch = client.submit(Texts.fresh(200));

      List<Event> events = events(client.get(batch + "/events", "text/event-stream"));

      assertThat(events).extracting(Event::name).endsWith("end");
    } finally {
      for (InputStream stream : unread) {
        stream.close();
      }
      client.delete(large.path());
    }
  }

  @Test
  void should_tell_every_result_of_a_large_batch_that_has_ended() throws Exception {
    StoredBatch batch = StoredBatch.make("admin", "ended", 2_000);

    List<Event> events =
        events(client.get(batch.path() + "/events?results=true", "text/event-stream"));

    assertThat(events.subList(0, 2_000))
        .extracting(event -> event.data().getInt("index"))
        .isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    assertThat(events.subList(2_000, events.size())).extracting(Event::name).containsExactly("end");
  }

  @Test
  void should_tell_how_a_batch_stands_also_when_nothing_happens() throws Exception {
    String batch =
        client.submit(
            Texts.fresh(1),
            Json.createObjectBuilder().add("notBefore", Instant.now().plus(HOUR).toString()));

    try (InputStream stream = client.open(batch + "/events")) {
      Stream<String> lines = new BufferedReader(new InputStreamReader(stream)).lines();
      assertThat(
              CompletableFuture.supplyAsync(
                  () -> lines.filter("event: progress"::equals).limit(2).count()))
          .succeedsWithin(MINUTE)
          .isEqualTo(2L);
    } finally {
      client.post(batch + "/cancel", "");
    }
  }

  @Test
  void should_not_tell_about_a_batch_of_somebody_else() {
    String batch = client.submit(Texts.fresh(1));

    assertThat(Account.make("viewer").client().get(batch + "/events", "text/event-stream").status())
        .isEqualTo(404);
  }

  private static List<Event> results(Answer answer) {
    return events(answer).stream().filter(event -> event.name().equals("result")).toList();
  }

  private static List<Event> events(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    List<Event> events = new ArrayList<>();
    for (String block : answer.body().split("\n\n")) {
      if (block.contains("data:")) {
        events.add(
            new Event(
                field(block, "event"),
                field(block, "id"),
                Json.createReader(new StringReader(field(block, "data"))).readObject()));
      }
    }
    return events;
  }

  private static String field(String block, String name) {
    return block
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse(null);
  }

  private record Event(String name, String id, JsonObject data) {}
}
