package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do about texts that were given up. */
@ArquillianTest
class DeadLetterIT {

  private static final String ALL = "/api/v1/dead-letters";
  private static final String MESSAGES = ALL + "/messages";

  private final Client operator = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addClass(FaultSwitch.class);
  }

  @BeforeEach
  void clear() {
    assertThat(operator.post(ALL + "/discard", "").status()).isEqualTo(200);
    assertThat(operator.post(MESSAGES + "/discard", "").status()).isEqualTo(200);
    assertThat(list()).isEmpty();
  }

  @Test
  void should_show_what_was_given_up_and_why() {
    String failing = failing();
    String batch = operator.submit(List.of("没有", Texts.CAPITAL, failing, failing));
    operator.finished(batch);

    assertThat(list())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.getString("batch")).isEqualTo(id(batch));
              assertThat(letter.getInt("index")).isEqualTo(2);
              assertThat(letter.getString("text")).isEqualTo(failing);
              assertThat(letter.getInt("items")).isEqualTo(2);
              assertThat(letter.getInt("attempts")).isEqualTo(4);
              assertThat(letter.getString("reason")).contains("The engine broke down");
            });
  }

  @Test
  void should_show_the_newest_first_page_by_page() {
    List<String> batches = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String batch = operator.submit(List.of(failing()));
      operator.finished(batch);
      batches.add(0, id(batch));
    }

    List<String> shown = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonObject page = operator.get(ALL + "?limit=1" + after).json();
      shown.add(page.getJsonArray("deadLetters").getJsonObject(0).getString("batch"));
      after = page.isNull("next") ? null : "&after=" + page.getString("next");
    }
    assertThat(shown).isEqualTo(batches);
    assertThat(operator.get(ALL + "?after=x").status()).isEqualTo(400);
  }

  @Test
  void should_try_one_again_and_leave_the_others_as_they_are() {
    String curable = Texts.fresh(1).get(0) + FaultSwitch.FIVE_TIMES;
    String batch = operator.submit(List.of(curable, failing(), Texts.fresh(1).get(0)));
    assertThat(operator.finished(batch).getInt("failed")).isEqualTo(2);
    JsonObject letter =
        list().stream().filter(l -> l.getString("text").equals(curable)).findFirst().orElseThrow();

    assertThat(post(letter, "retry")).isEqualTo(204);

    JsonObject status = operator.finished(batch);
    assertThat(status.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(status.getInt("succeeded")).isEqualTo(2);
    assertThat(status.getInt("failed")).isEqualTo(1);
    assertThat(list())
        .singleElement()
        .satisfies(left -> assertThat(left.getInt("index")).isEqualTo(1));
    assertThat(post(letter, "retry")).isEqualTo(404);
    assertThat(post(letter, "discard")).isEqualTo(404);
  }

  @Test
  void should_discard_one_and_leave_its_text_failed() {
    String batch = operator.submit(List.of(failing()));
    JsonObject status = operator.finished(batch);
    JsonObject letter = list().get(0);

    assertThat(post(letter, "discard")).isEqualTo(204);

    assertThat(list()).isEmpty();
    assertThat(post(letter, "discard")).isEqualTo(404);
    assertThat(post(letter, "retry")).isEqualTo(404);
    assertThat(operator.post(ALL + "/retry", "").json().getInt("chunks")).isZero();
    assertThat(operator.get(batch).json()).isEqualTo(status);
    assertThat(Items.of(operator.get(batch + "/results")).get(0).getString("state"))
        .isEqualTo("FAILED");
    // Its owner's word counts more than the operator's list.
    assertThat(operator.post(batch + "/retry", "").json().getString("state")).isEqualTo("RUNNING");
    operator.finished(batch);
    assertThat(list()).hasSize(1);
  }

  @Test
  void should_try_all_again() {
    List<String> batches =
        List.of(
            operator.submit(List.of(failing(), failing())), operator.submit(List.of(failing())));
    batches.forEach(operator::finished);

    assertThat(operator.post(ALL + "/retry", "").json().getInt("chunks")).isEqualTo(3);

    for (String batch : batches) {
      JsonObject status = operator.finished(batch);
      assertThat(status.getString("state")).isEqualTo("FAILED");
      assertThat(status.getInt("failed")).isEqualTo(status.getInt("total"));
    }
    assertThat(list()).hasSize(3);
    assertThat(operator.post(ALL + "/discard", "").json().getInt("chunks")).isEqualTo(3);
  }

  @Test
  void should_not_show_what_a_cancelled_batch_had() {
    String batch = operator.submit(List.of(failing(), failing()));
    operator.finished(batch);
    List<JsonObject> letters = list();
    assertThat(letters).hasSize(2);
    // It runs again: one that is final cannot be cancelled.
    assertThat(post(letters.get(0), "retry")).isEqualTo(204);

    assertThat(operator.post(batch + "/cancel", "").status()).isEqualTo(200);

    assertThat(list()).isEmpty();
    assertThat(post(letters.get(1), "retry")).isEqualTo(409);
  }

  @Test
  void should_say_that_there_is_none() {
    for (String path : List.of("/x/0", "/" + new UUID(0, 0) + "/0", "/x/y")) {
      assertThat(operator.post(ALL + path + "/retry", "").status()).isEqualTo(404);
      assertThat(operator.post(ALL + path + "/discard", "").status()).isEqualTo(404);
    }
    for (String id : List.of("ID:" + new UUID(0, 0), "x", "ID:%27or%271%27=%271")) {
      String path = MESSAGES + "/" + id;
      assertThat(operator.post(path + "/retry", "").status()).isEqualTo(404);
      assertThat(operator.post(path + "/discard", "").status()).isEqualTo(404);
    }
  }

  @Test
  void should_show_the_beginning_of_a_long_text() {
    String text = failing() + "长".repeat(1_000);
    operator.finished(operator.submit(List.of(text)));

    assertThat(list().get(0).getString("text")).isEqualTo(text.substring(0, 100));
  }

  @Test
  void should_hand_in_again_a_submit_that_nobody_took(@ArquillianResource ManagementClient server)
      throws Exception {
    Account account = Account.make("submitter");
    String retried = DeadSubmit.send(account, server);
    String left = DeadSubmit.send(account, server);
    assertThat(dead()).containsExactly(retried, left);

    assertThat(operator.post(MESSAGES + "/" + retried + "/retry", "").status()).isEqualTo(204);

    assertThat(dead()).containsExactly(left);
    await().until(() -> batches(account), found -> found.size() == 1);
    assertThat(operator.post(MESSAGES + "/" + retried + "/retry", "").status()).isEqualTo(404);
    assertThat(operator.post(MESSAGES + "/retry", "").json().getInt("messages")).isEqualTo(1);
    await().until(() -> batches(account), found -> found.size() == 2);
    assertThat(dead()).isEmpty();
  }

  @Test
  void should_discard_a_submit_that_nobody_took(@ArquillianResource ManagementClient server)
      throws Exception {
    Account account = Account.make("submitter");
    String discarded = DeadSubmit.send(account, server);
    String left = DeadSubmit.send(account, server);

    assertThat(operator.post(MESSAGES + "/" + discarded + "/discard", "").status()).isEqualTo(204);

    assertThat(dead()).containsExactly(left);
    assertThat(operator.post(MESSAGES + "/" + discarded + "/discard", "").status()).isEqualTo(404);
    assertThat(operator.post(MESSAGES + "/discard", "").json().getInt("messages")).isEqualTo(1);
    assertThat(dead()).isEmpty();
    assertThat(batches(account)).isEmpty();
  }

  private List<String> dead() {
    return operator.get(MESSAGES).json().getJsonArray("messages").stream()
        .map(message -> message.asJsonObject().getString("id"))
        .toList();
  }

  private static List<JsonValue> batches(Account account) {
    return account.client().get("/api/v1/batches").json().getJsonArray("batches");
  }

  @Test
  void should_be_for_operators() {
    Client submitter = Account.make("submitter").client();
    assertThat(submitter.get(ALL).status()).isEqualTo(403);
    assertThat(submitter.post(ALL + "/retry", "").status()).isEqualTo(403);
    assertThat(submitter.post(MESSAGES + "/retry", "").status()).isEqualTo(403);
  }

  private static String failing() {
    return Texts.fresh(1).get(0) + FaultSwitch.ALWAYS;
  }

  private List<JsonObject> list() {
    return operator.get(ALL).json().getJsonArray("deadLetters").getValuesAs(JsonObject.class);
  }

  private int post(JsonObject letter, String verb) {
    return operator
        .post(
            "%s/%s/%d/%s".formatted(ALL, letter.getString("batch"), letter.getInt("chunk"), verb),
            "")
        .status();
  }

  private static String id(String batch) {
    return batch.substring(batch.lastIndexOf('/') + 1);
  }
}
